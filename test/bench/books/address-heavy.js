// Long addresses in notes, text, lists and narrow columns.
import * as block from './blocks.js'
import { placesIn } from './chapter.js'
import { makeBook } from './maker.js'
import { CALL } from './sentences.js'
import { capital } from './words.js'

export const addresses = (chapters = 6) =>
  makeBook({ title: 'A Book of Addresses', seed: 4004, chapters, chapterOf })

function chapterOf({ index, write, note, address }) {
  const { draw } = write
  const found = () => `${capital(write.clause())}, at <${address()}>, ${write.clause()}.${CALL}`
  const text = () =>
    draw.times(2, 4, () => (draw.chance(0.5) ? found() : write.sentence())).join(' ')
  const cell = (column) => (column > 0 ? `<${address()}>` : undefined)
  const table = (columns, rows) =>
    block.table(write, {
      columns,
      rows,
      caption: `${capital(write.clause())}${CALL}`,
      id: `tbl-${index}-${columns}`,
      calls: 0.05,
      cell,
    })
  const list = draw
    .times(
      8,
      14,
      () => `- ${draw.chance(0.5) ? `<${address()}>` : `${write.clause()}: <${address()}>`}${CALL}`,
    )
    .join('\n')
  const blocks = [
    ...draw.times(4, 6, text),
    `## ${write.heading()} {#sec-${index}-1}`,
    `The addresses are in @tbl-${index}-2, @tbl-${index}-4 and @tbl-${index}-6.`,
    table(2, 12),
    ...draw.times(3, 5, text),
    list,
    table(4, 6),
    `## ${write.heading()} {#sec-${index}-2}`,
    ...draw.times(3, 5, text),
    `> ${text()}`,
    table(6, 4),
    ...draw.times(3, 5, text),
  ]
  const places = placesIn(blocks)
  return { blocks, count: Math.floor(places * 0.85), noteOf: () => noteOf(draw, note) }
}

const noteOf = (draw, note) =>
  draw.pick([
    () => [note.link()],
    () => [note.link(draw.pick(['long', 'run', 'deep', 'hash']))],
    () => [`${note.link()}, ${note.link('long')}`],
    () => [note.citation()],
    () => [`${note.citation()}; ${note.link('query')}`],
    () => [note.link('news'), note.link('percent')],
  ])()
