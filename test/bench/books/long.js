// A hundred chapters with 33 notes each, of every construct that a report has.
import { addressBook } from './addresses.js'
import * as block from './blocks.js'
import { labelOf, placesIn, toBook, toChapter } from './chapter.js'
import { draws } from './draw.js'
import { noteWriter } from './notes.js'
import { CALL, writer } from './sentences.js'
import { capital, vocabulary } from './words.js'

const notesOfEach = 33
const nameOf = (chapter) => `chapter-${String(chapter).padStart(3, '0')}`

export function long(chapters = 100) {
  const draw = draws(568)
  const write = writer(draw, vocabulary(draw))
  const note = noteWriter(write, addressBook(write))
  const entries = Array.from({ length: chapters }, (_, index) => {
    const refer = references(draw, index + 1, chapters)
    return [`${nameOf(index + 1)}.md`, chapter(index + 1, write, note, refer)]
  })
  return toBook('A Long Report', Object.fromEntries(entries))
}

function chapter(index, write, note, refer) {
  const { draw } = write
  const first = notesOfEach * (index - 1) + 1
  const title = `${write.name()}: ${capital(write.word('adjective'))} ${capital(write.word('noun'))}`
  const blocks = [
    write.paragraph(1, 4),
    ...[1, 2, 3].flatMap((number) => section(index, number, write, refer)),
  ]
  while (placesIn(blocks) < 1.2 * notesOfEach) blocks.push(write.paragraph(2, 6))
  const noteOf = (number) => {
    const paragraphs = note.usual()
    if (!draw.chance(0.12) || number === first) return paragraphs
    return [`${paragraphs[0]}; ${refer.inNote(number)}`, ...paragraphs.slice(1)]
  }
  return toChapter(draw, {
    title,
    blocks,
    first,
    count: notesOfEach,
    noteOf,
    atEnd: index % 5 === 0,
  })
}

function section(index, number, write, refer) {
  const { draw } = write
  const blocks = [`## ${write.heading()} {#sec-${index}-${number}}`, write.paragraph(1, 4)]
  if (draw.chance(0.3)) blocks.push(`### ${write.heading()}`, write.paragraph(1, 6))
  if (draw.chance(0.3) && blocks.length > 2)
    blocks.push(`#### ${write.heading()}`, write.paragraph())
  blocks.push(`${refer.inText()} ${write.paragraph(1, 3)}`)
  if (number === 1) blocks.push(tableOf(index, write))
  if (draw.chance(0.35)) {
    const ordered = draw.chance(0.4)
    blocks.push(`${capital(write.clause())}:${CALL}`)
    blocks.push(
      draw.chance(0.8)
        ? block.list(write, { items: draw.between(3, 6), depth: 3, ordered })
        : block.looseList(write, { items: 2, ordered }),
    )
  }
  if (draw.chance(0.3)) blocks.push(write.sentence(6, 9))
  if (draw.chance(0.25)) blocks.push(block.quotation(write))
  if (draw.chance(0.05)) blocks.push(block.code(write, draw.between(4, 12)))
  blocks.push(write.paragraph(1, 14), `${write.sentence()} ${refer.inText()}`)
  return blocks
}

/** One in eight is longer than a page. */
const tableOf = (index, write) =>
  block.table(write, {
    columns: write.draw.between(2, 6),
    rows: index % 8 === 3 ? write.draw.between(40, 70) : write.draw.between(3, 9),
    caption: `${capital(write.clause())}${CALL}`,
    id: `tbl-${index}`,
    calls: 0.05,
  })

/** Cross-references of every kind, in this chapter and into others. */
function references(draw, index, chapters) {
  /** The name of something as this chapter calls it: `name` of a chapter, by its index. */
  const of = (chapter, name) => (chapter === index ? name : `${nameOf(chapter)}/${name}`)
  const any = () => draw.between(1, chapters)
  const own = () => `sec-${index}-${draw.between(1, 3)}`
  const section = () => {
    const chapter = draw.chance(0.6) ? index : any()
    return of(chapter, `sec-${chapter}-${draw.between(1, 3)}`)
  }
  const table = (chapter = any()) => of(chapter, `tbl-${chapter}`)
  const label = (chapter) => labelOf(notesOfEach * (chapter - 1) + draw.between(1, notesOfEach))
  const other = (chapter = any()) => `@${of(chapter, `fn-${label(chapter)}`)}`
  const inText = () =>
    draw.pick([
      () => `As @${section()} explains, this was so.`,
      () => `The figures are in @tbl-${index} (@page-tbl-${index}).`,
      () => `A source of it is given in @fn-${label(index)}.`,
      () => `Compare what [that part](#${own()}) says on @page-${own()}.`,
      () => `The table with number [-@${table()}] says otherwise, and so does ${other()}.`,
    ])()
  const inNote = (number) =>
    draw.pick([
      () => `see @fn-${labelOf(number - 1)}.`,
      () => `see @${section().replace('sec-', 'page-sec-')}.`,
      () => `compare ${other()} and @${table()}.`,
    ])()
  return { inText, inNote }
}
