// Notes of more than a page, alone and one after the other, in paragraphs, lists and captions.
import * as block from './blocks.js'
import { placesIn } from './chapter.js'
import { makeBook } from './maker.js'
import { CALL } from './sentences.js'
import { capital } from './words.js'

export const giantNotes = (chapters = 5) =>
  makeBook({ title: 'A Book of Giant Notes', seed: 2002, chapters, chapterOf })

/** A page of notes alone holds about so many characters. */
const page = 3500

function chapterOf({ index, write, note, first }) {
  const { draw } = write
  const quiet = () => write.paragraph(2, 8).replaceAll(CALL, '')
  const blocks = [
    quiet(),
    // Two giant notes that are called in one line, and one in the next.
    `${quiet()} ${write.sentence(6, 8)} ${write.sentence(6, 8)} ${write.sentence(6, 10)} ${quiet()}`,
    `## ${write.heading()} {#sec-${index}-1}`,
    ...draw.times(3, 5, quiet),
    block.list(write, { items: 4, depth: 1 }),
    ...draw.times(2, 4, quiet),
    block.table(write, {
      columns: 3,
      rows: 5,
      caption: `${capital(write.clause())}${CALL}`,
      id: `tbl-${index}`,
      calls: 0,
    }),
    `As @tbl-${index} shows, ${write.clause()}. ${quiet()}`,
    `## ${write.heading()} {#sec-${index}-2}`,
    ...draw.times(4, 6, quiet),
    // The last line of the chapter.
    write.sentence(6, 10),
  ]
  const count = placesIn(blocks)
  // Of the list, two are long; the others say where something is found.
  const sizes = [1.3, 2.2, 3, 0, 1.5, 2.4, 0, 2.1, 1.2]
  const noteOf = (number) => {
    const pages = sizes[(number - first) % sizes.length]
    if (pages === 0) return note.usual()
    return pages === 2.2 ? [giant(note, page * pages)] : parts(note, page * pages)
  }
  return { blocks, count, noteOf }
}

/** One paragraph of so many characters. */
function giant(note, size) {
  let text = note.citation()
  while (text.length < size) text += ` ${note.comment(1, 3)}`
  return text
}

/** Several paragraphs, one of them a list, of so many characters together. */
function parts(note, size) {
  const paragraphs = note.kinds.list()
  while (paragraphs.join('').length < size) paragraphs.push(giant(note, 700))
  return paragraphs
}
