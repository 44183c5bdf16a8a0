// Everything close together: calls in one line, in cells and captions, runs of headings, long lists.
import * as block from './blocks.js'
import { placesIn } from './chapter.js'
import { makeBook } from './maker.js'
import { CALL } from './sentences.js'
import { capital } from './words.js'

export const crowded = (chapters = 6) =>
  makeBook({
    title: 'A Crowded Book',
    seed: 3003,
    chapters,
    chapterOf,
    more: (draw) => ({
      'images/bars.svg': block.bars(draw),
      'images/tall.svg': block.bars(draw, 330),
    }),
  })

function chapterOf({ index, write, note }) {
  const { draw } = write
  /** With a call in its midst and one at its end. */
  const short = () =>
    `${capital(write.plain())},${CALL} ${write.plain()}, and ${write.plain()}.${CALL}`
  const caption = () => `${capital(write.clause())}${CALL}`
  const heading = (level, id) =>
    `${'#'.repeat(level)} ${write.heading()}${id === undefined ? '' : ` {#${id}}`}`
  const blocks = [
    // Sentences of half a line: two and three calls in a line.
    draw.times(8, 14, short).join(' '),
    heading(2, `sec-${index}-1`),
    heading(3),
    heading(4),
    ...draw.times(6, 12, short),
    heading(4),
    block.list(write, { items: draw.between(30, 60), depth: 1, least: 6, most: 9 }),
    heading(3),
    `As @fig-${index}-a and @tbl-${index}-a show, ${write.clause()}.`,
    block.figure({ caption: caption(), id: `fig-${index}-a` }),
    block.table(write, {
      columns: 4,
      rows: 12,
      caption: caption(),
      id: `tbl-${index}-a`,
      calls: 0.3,
    }),
    block.figure({ caption: caption(), id: `fig-${index}-b`, file: 'tall.svg' }),
    short(),
    heading(2, `sec-${index}-2`),
    block.quotedList(write),
    heading(2),
    heading(3),
    block.code(write, draw.between(30, 70)),
    short(),
    block.list(write, { items: draw.between(12, 20), depth: 4, ordered: true, least: 6, most: 12 }),
    heading(3),
    block.table(write, {
      columns: 2,
      rows: 60,
      caption: caption(),
      id: `tbl-${index}-b`,
      calls: 0.2,
    }),
    `Compare @tbl-${index}-b with @fig-${index}-b, @page-fig-${index}-b.`,
    block.quotation(write, 2, 6),
    block.quotedList(write),
    heading(2),
    ...draw.times(10, 20, () => write.paragraph(1, 3)),
    heading(3),
    short(),
  ]
  const places = placesIn(blocks)
  return { blocks, count: Math.floor(places * 0.7), noteOf: () => brief(draw, note) }
}

const brief = (draw, note) => (draw.chance(0.5) ? [note.comment(1, 1)] : note.usual())
