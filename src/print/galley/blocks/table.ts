import type { Table, TableCell, TableRow } from '../../../model/nodes.ts'
import type { Style, StyleName } from '../../../template/template.ts'
import { pt, type Pt } from '../../../unit/length.ts'
import type { Line } from '../../line/line.ts'
import { within, type Composer, type Place } from '../composer.ts'
import type { Mark, Opener, Owner, RuleMark, Slug } from '../galley.ts'
import { toRuns } from '../inline.ts'
import { breakParagraph, markLine, ownerOf } from '../set-paragraph.ts'
import { anchor, changeFirst, changeLast, heightOf, join, moveMark, settle } from '../slugs.ts'
import { caption } from './caption.ts'
import { columnWidths, sum } from './column-widths.ts'

/** A table up to this share of a page is not parted, and may wait for the next page if it has a number. */
const WHOLE = 0.6
/** White over the letters of a row and under them, as a share of the cells' leading. */
const PAD = 0.22
/** From the top of a cell's first line to its baseline, as a share of its leading. */
const ASCENT = 0.76
/** No smaller than this share of its size is type set to make a wide table fit. */
const SMALLEST = 0.7
/** Wider than any cell's text on one line. */
const UNBROKEN = pt(100_000)
/** Price of ending a page between two rows. */
const BETWEEN_ROWS = 200

/** A table as it is set: widths of its columns, and how much smaller its type is. */
interface Fit {
  readonly widths: readonly number[]
  readonly scale: number
}

/**
 * A table: caption over it, rules over and under it and under its head, none between columns. Rows
 * stay whole; where a page ends between them, the head is set again.
 */
export function table(composer: Composer, node: Table, place: Place): readonly Slug[] {
  const unlabelled = within(place)
  const fit = fitColumns(composer, node, unlabelled)
  const width = pt(sum(fit.widths) + gaps(composer, node))
  const over = caption(composer, node, composer.words.table, place, place.measure)
  const head = rowSlug(composer, node, node.head, -1, fit, unlabelled)
  const { outerRule, innerRule } = composer.template.tables
  const rule = (y: number, weight: Pt): RuleMark => ruleMark(composer, unlabelled, width, y, weight)
  const ruledHead: Slug = {
    ...head,
    spaceBefore: pt(over.length > 0 ? composer.grid * 0.3 : 0),
    breakAfter: Infinity,
    marks: [rule(0, outerRule), ...head.marks, rule(head.height, innerRule)],
  }
  const opener: Opener = { height: head.height, marks: ruledHead.marks.map(repeated) }
  const last = node.rows.length - 1
  const rows = node.rows.map((row, i): Slug => {
    const slug = rowSlug(composer, node, row, i, fit, unlabelled)
    const isAlone = last > 0 && (i === 0 || i === last - 1)
    return {
      ...slug,
      breakAfter: i === last ? 0 : isAlone ? Infinity : BETWEEN_ROWS,
      marks: i === last ? [...slug.marks, rule(slug.height, outerRule)] : slug.marks,
      opener,
    }
  })
  const set = changeLast([...over, ruledHead, ...rows], () => ({ breakAfter: 0 }))
  const isWhole = heightOf(set) <= composer.column * WHOLE || place.note !== undefined
  const whole = isWhole ? join(set, node.number !== undefined && place.note === undefined) : set
  const spaced = changeLast(
    changeFirst(whole, () => ({ spaceBefore: composer.grid })),
    () => ({ spaceAfter: composer.grid }),
  )
  const named = node.anchor === undefined ? spaced : anchor(spaced, node.anchor, place.left)
  return place.note === undefined ? settle(named, composer.grid) : named
}

const gaps = ({ template }: Composer, node: Table): number =>
  template.tables.columnGap * (node.head.cells.length - 1)

function fitColumns(composer: Composer, node: Table, place: Place): Fit {
  const room = place.measure - gaps(composer, node)
  const rows = [node.head, ...node.rows]
  // A line in a measure of nothing holds one word or piece of an address.
  const widest = (column: number, measure: Pt): number =>
    Math.max(
      0,
      ...rows.map((row, i) =>
        Math.max(
          0,
          ...cellLines(composer, row.cells[column], styleOf(i - 1), place, measure, 1).map(
            extentOf,
          ),
        ),
      ),
    )
  const columns = node.head.cells.map((_, column) => column)
  // A hundredth more than the text, so that rounding breaks no line.
  const natural = columns.map((column) => widest(column, UNBROKEN) + 0.01)
  const least = columns.map((column, i) => Math.min(widest(column, pt(1)) + 0.01, natural[i] ?? 0))
  const widths = columnWidths(natural, least, room)
  if (widths !== undefined) return { widths, scale: 1 }
  const scale = Math.max(SMALLEST, room / sum(least))
  const fitted = columnWidths(
    natural.map((width) => width * scale),
    least.map((width) => width * scale),
    room,
  )
  return { widths: fitted ?? least.map((width) => (width * room) / sum(least)), scale }
}

const styleOf = (row: number): StyleName & ('tableHead' | 'tableCell') =>
  row < 0 ? 'tableHead' : 'tableCell'

/** From the start of the measure to the end of the last glyph. */
const extentOf = (line: Line): number => line.width

function scaled(style: Style, scale: number): Style {
  return scale === 1
    ? style
    : { ...style, size: pt(style.size * scale), leading: pt(style.leading * scale) }
}

function cellLines(
  composer: Composer,
  cell: TableCell | undefined,
  name: StyleName,
  place: Place,
  measure: Pt,
  scale: number,
  align: Style['align'] = 'start',
): readonly Line[] {
  if (cell === undefined || cell.children.length === 0) return []
  const style: Style = {
    ...scaled(composer.template.styles[name], scale),
    align,
    hyphenate: scale < 1,
  }
  const runs = toRuns(cell.children, { ...composer, style })
  // Trial settings would report lines that are never set.
  const quiet = measure === UNBROKEN || measure <= 1
  const setter = quiet ? { ...composer, report: () => undefined } : composer
  return breakParagraph(
    setter,
    runs,
    { ...place, measure },
    {
      style,
      part: 'cell',
      indent: pt(0),
      position: cell.position,
    },
  )
}

/** One row. Its box begins at its upper rule and ends at its lower one. */
function rowSlug(
  composer: Composer,
  node: Table,
  row: TableRow,
  index: number,
  { widths, scale }: Fit,
  place: Place,
): Slug {
  const style = scaled(composer.template.styles[styleOf(index)], scale)
  const pad = style.leading * PAD
  const marks: Mark[] = []
  const calls: string[] = []
  let [x, most] = [place.left as number, 1]
  row.cells.forEach((cell, column) => {
    const width = pt(widths[column] ?? 0)
    const align = node.align[column] ?? 'start'
    const lines = cellLines(composer, cell, styleOf(index), place, width, scale, align)
    const owner: Owner = { ...ownerOf(composer, place, 'cell'), row: index, column }
    lines.forEach((line, i) => {
      const y = pad + (i + ASCENT) * style.leading
      marks.push(...markLine(line, pt(x), pt(y), owner))
      calls.push(...line.calls)
    })
    most = Math.max(most, lines.length)
    x += width + composer.template.tables.columnGap
  })
  return {
    spaceBefore: pt(0),
    spaceAfter: pt(0),
    height: pt(most * style.leading + 2 * pad),
    onGrid: false,
    breakAfter: 0,
    hyphenated: false,
    movable: false,
    calls,
    marks,
    position: row.position,
  }
}

const ruleMark = (
  composer: Composer,
  place: Place,
  width: Pt,
  y: number,
  weight: Pt,
): RuleMark => ({
  type: 'rule',
  x: place.left,
  y: pt(y),
  width,
  weight,
  color: composer.template.colors.rule,
  owner: ownerOf(composer, place, 'ornament'),
})

/** A mark of the head row where it is set again: it says nothing new. */
const repeated = (mark: Mark): Mark =>
  mark.type === 'anchor'
    ? mark
    : moveMark({ ...mark, owner: { ...mark.owner, part: 'repeat' } }, 0, 0)
