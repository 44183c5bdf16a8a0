// From blocks with places for calls to a chapter with so many notes.
import { CALL } from './sentences.js'
import { noteText } from './notes.js'

/** Every fourth note is called by the number that it promises, the others by names. */
export const labelOf = (number) => (number % 4 === 0 ? String(number) : `source-${number}`)

/**
 * A chapter whose notes are `first` to `first + count - 1`. Of the places for calls, so many are
 * drawn. The texts of the notes follow the block that calls them, or stand at the end of the chapter.
 */
export function toChapter(draw, { title, blocks, first, count, noteOf, atEnd = false }) {
  const places = placesIn(blocks)
  if (places < count) throw new Error(`${title}: ${places} places for ${count} notes`)
  const order = draw.shuffled(Array.from({ length: places }, (_, index) => index))
  const called = new Set(order.slice(0, count))
  let place = 0
  let number = first
  const late = []
  const parts = blocks.flatMap((block) => {
    const notes = []
    const call = () => {
      if (!called.has(place++)) return ''
      notes.push(noteText(labelOf(number), noteOf(number)))
      return `[^${labelOf(number++)}]`
    }
    const text = inPrintedOrder(block, (part) => part.replaceAll(CALL, call))
    if (!atEnd) return [text, ...notes]
    late.push(...notes)
    return [text]
  })
  const head = `---\ntitle: '${title}'\nshort-title: '${title}'\nfootnotes: ${first}-${first + count - 1}\n---\n\n`
  return `${head}${[...parts, ...late].join('\n\n')}\n`
}

/** How many places for calls there are. */
export const placesIn = (blocks) => blocks.join('').split(CALL).length - 1

/** The caption of a table is printed above it, so its notes come first. */
function inPrintedOrder(block, change) {
  const at = block.startsWith('|') ? block.indexOf('\n\n: ') : -1
  if (at < 0) return change(block)
  const caption = change(block.slice(at))
  return `${change(block.slice(0, at))}${caption}`
}

/** `book.yaml` and chapters as the files of a book, by path. */
export const toBook = (title, chapters, more = {}) => ({
  'book.yaml': `title: ${title}
short-title: ${title}
language: en-US
date: 2020-12-15
version: 1
status: final
template: report
languages: {Cyrl: ru}
footnotes:
  numbering: continuous
  first: 1
chapters:
${Object.keys(chapters)
  .map((name) => `  - ${name}\n`)
  .join('')}`,
  ...chapters,
  ...more,
})
