import type { Table } from '../../../model/nodes.ts'
import { pt, type Pt } from '../../../unit/length.ts'
import { within, type Composer, type Place } from '../composer.ts'
import type { Mark, Opener, RuleMark, Slug } from '../galley.ts'
import { ownerOf } from '../set-paragraph.ts'
import { changeLast, heightOf, join, moveMark } from '../slugs.ts'
import { CAPITALS, inWhite } from '../white.ts'
import { caption, nameFloat } from './caption.ts'
import { sum } from './column-widths.ts'
import { continuedLabel } from './continued-label.ts'
import { fitColumns, gaps } from './fit-columns.ts'
import { rowSlug } from './table-row.ts'

/** A table up to this share of a page is not parted, if the text calls it by its number: then it may wait for the next page. */
const WHOLE = 0.6
/** Price of ending a page between two rows; of a table that would be whole but for its notes, more. */
const BETWEEN_ROWS = 200
const BETWEEN_FEW_ROWS = 500
/** How far letters reach under their baseline, in ems. */
const DESCENDER = 0.2

/**
 * A table: caption over it, rules over and under it and under its head, none between columns. Rows
 * stay whole; where a page ends between them a thin rule closes it, and on the next page its number
 * and its head are set again.
 */
export function table(composer: Composer, node: Table, place: Place): readonly Slug[] {
  const unlabelled = within(place)
  const { styles, tables } = composer.template
  const isInText = place.note === undefined
  const fit = fitColumns(composer, node, unlabelled)
  const width = pt(sum(fit.widths) + gaps(composer, node))
  const over = caption(composer, node, composer.words.table, place, place.measure)
  const underCaption = tables.captionGap + DESCENDER * styles.caption.size
  const head = rowSlug(composer, node, node.head, -1, fit, unlabelled)
  const rule = (y: number, weight: Pt): RuleMark => ruleMark(composer, unlabelled, width, y, weight)
  const ruledHead: Slug = {
    ...head,
    spaceBefore: pt(over.length > 0 ? underCaption : 0),
    breakAfter: Infinity,
    marks: [rule(0, tables.outerRule), ...head.marks, rule(head.height, tables.innerRule)],
  }
  const opener = openerOf(composer, node, ruledHead, unlabelled, underCaption)
  const last = node.rows.length - 1
  const rows = node.rows.map((row, i): Slug => {
    const slug = rowSlug(composer, node, row, i, fit, unlabelled)
    const isAlone = last > 0 && (i === 0 || i === last - 1)
    return {
      ...slug,
      breakAfter: i === last ? 0 : isAlone ? Infinity : BETWEEN_ROWS,
      marks: i === last ? [...slug.marks, rule(slug.height, tables.outerRule)] : slug.marks,
      opener,
      ...(i < last && { closer: [rule(slug.height, tables.innerRule)] }),
    }
  })
  const begun = beginning(over, ruledHead, rows, composer.column)
  const set = changeLast([...begun, ...rows.slice(1)], () => ({ breakAfter: 0 }))
  const isSmall = heightOf(set) <= composer.column * WHOLE
  // One that calls notes cannot wait for the next page, and its notes need room beside it.
  const mayWait =
    isSmall &&
    node.number !== undefined &&
    composer.isReferred(node.anchor) &&
    rows.every(({ calls }) => calls.length === 0)
  const priced = isSmall
    ? set.map((slug) =>
        slug.breakAfter === BETWEEN_ROWS ? { ...slug, breakAfter: BETWEEN_FEW_ROWS } : slug,
      )
    : set
  const whole = mayWait || !isInText ? join(set, isInText) : priced
  const ordered = whole.map((slug) => ({ ...slug, keepsOrder: isInText }))
  const named = nameFloat(composer, ordered, node, place.left)
  if (!isInText) return named
  const top = over.length > 0 ? styles.caption.leading - CAPITALS * styles.caption.size : 0
  return inWhite(named, top, composer.grid, styles.body.size)
}

/**
 * Caption, head and first row as one: a head that ended a page would be set again at once on the
 * next. A caption that leaves the row no room on a page stands alone.
 */
function beginning(
  over: readonly Slug[],
  head: Slug,
  rows: readonly Slug[],
  column: number,
): readonly Slug[] {
  const [first] = rows
  const headed = first === undefined ? [head] : [head, first]
  const [apart, together] =
    heightOf([...over, ...headed]) <= column ? [[], [...over, ...headed]] : [over, headed]
  const down = heightOf(together) - (first?.height ?? 0)
  const closer = first?.closer?.map((mark) => moveMark(mark, 0, down))
  const whole = join(together, false)
  return [...apart, ...whole.map((slug) => (closer === undefined ? slug : { ...slug, closer }))]
}

/** What is set over a row that opens a page. */
function openerOf(
  composer: Composer,
  node: Table,
  head: Slug,
  place: Place,
  underCaption: number,
): Opener {
  const label = continuedLabel(composer, node, place)
  const down = label === undefined ? 0 : composer.template.styles.caption.leading + underCaption
  return {
    height: pt(down + head.height),
    marks: [
      ...(label === undefined ? [] : [label]),
      ...head.marks.map((mark) => moveMark(repeated(mark), 0, down)),
    ],
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
  mark.type === 'anchor' ? mark : { ...mark, owner: { ...mark.owner, part: 'repeat' } }
