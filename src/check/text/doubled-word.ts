import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import type { WrittenProse } from '../../model/written.ts'
import { groundOf } from '../ground.ts'
import type { Check } from '../rule.ts'
import { isSlip, isSmall } from './doubled-words.ts'
import { markedTwice, type Repeat } from './marked-twice.ts'

/** The start of a block or the end of a sentence, an opening mark of quotation passed over. */
const headsSentence = /(?:^\s*|[.!?:…][”"’')\]\0]{0,4}\s+|[“„«‘"])["“„«‘'([\0]{0,3}$/u
const letters = /[\p{L}\p{M}\p{N}'’-]/u

/**
 * A word that follows itself with nothing but white space between, a line end too. Names ("Walla
 * Walla") have capitals, and words parted by a mark are not doubled, nor are those
 * parted by markup, which may speak of the word, but for a preposition before what it belongs to.
 */
export const doubledWord: Check = (chapter) => {
  const { at } = groundOf(chapter)
  return chapter.written.prose.flatMap((block): Diagnostic[] => {
    const offset = block.position.start.offset
    const marked = block.text.includes('\0') ? markedTwice(block.text) : []
    const found = [
      ...repeats(block.text),
      ...marked.filter(({ start }) =>
        /^en(?:-|$)/u.test(languageAt(block, offset + start, chapter.language)),
      ),
    ]
    return found.flatMap(({ word, start, second, end }) => {
      // A call, however long its label, is one mark.
      const lead = block.text.slice(Math.max(0, start - 160), start).replace(/\0{2,}/g, '\0')
      const language = languageAt(block, offset + start, chapter.language)
      const isHead = word !== block.text.slice(start, start + word.length)
      // A capital begins a sentence; elsewhere it begins a name. Of names and sounds ("Ha ha") nothing is known.
      if (isHead && !(headsSentence.test(lead) && isSmall(word, language))) return []
      if (!isSlip(word, lead, language)) return []
      return [
        diagnose('doubled-word', {
          file: chapter.file,
          position: at(offset + second, offset + end),
          message: `\`${word}\` stands twice`,
          help: 'delete one of the two, or write what was meant',
        }),
      ]
    })
  })
}

/** The language of a passage; absence of a mark means the chapter's. */
function languageAt({ languages }: WrittenProse, offset: number, chapter: string): string {
  return (
    languages.findLast(({ start, end }) => start <= offset && offset < end)?.language ?? chapter
  )
}

/** Words in small letters that are written twice; the first may begin with a capital. From blank to blank, since most of a text is looked at in vain. */
function repeats(text: string): Repeat[] {
  const found: Repeat[] = []
  const line = /[\n\t]/.test(text) ? text.replace(/[\n\t]/g, ' ') : text
  let start = 0
  for (let end = line.indexOf(' '); end !== -1; end = line.indexOf(' ', start)) {
    let second = end + 1
    while (line.charCodeAt(second) === 0x20) second++
    if (end > start && isSame(line.charCodeAt(start), line.charCodeAt(second))) {
      const repeat = repeatAt(text, start, end, second)
      if (repeat !== undefined) found.push(repeat)
    }
    start = second
  }
  return found
}

/** The word of `text.slice(start, end)`, where it stands at `second` again. Longer ones than forty letters are none. */
function repeatAt(text: string, start: number, end: number, second: number): Repeat | undefined {
  const length = end - start
  if (length > 40 || second - end > 40) return undefined
  const first = text.slice(start, end)
  const word = text.slice(second, second + length)
  if (first !== word && first.toLowerCase() !== word) return undefined
  // An initial, a vitamin, a letter beside its small one.
  if (first !== word && (length < 2 || !/^\p{Lu}[\p{Ll}\p{M}'’]+$/u.test(first))) return undefined
  if (!/^[\p{Ll}\p{M}'’]+$/u.test(word)) return undefined
  const next = text[second + length] ?? ' '
  if (letters.test(next) || /[-/.]/.test(next)) return undefined
  return { word, start, second, end: second + length }
}

/** One letter, small the second time; what is not ASCII is looked at closer. */
const isSame = (first: number, second: number): boolean =>
  first === second || first + 0x20 === second || (first > 0x7f && second > 0x7f)
