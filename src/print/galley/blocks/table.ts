import type { Table } from '../../../model/nodes.ts'
import { within, type Composer, type Place } from '../composer.ts'
import type { Slug } from '../galley.ts'
import { pt } from '../../../unit/length.ts'
import { changeFirst, changeLast, heightOf, join } from '../slugs.ts'
import { CAPITALS, inWhite } from '../white.ts'
import { nameFloat } from './caption.ts'
import { fitColumns } from './fit-columns.ts'
import { BETWEEN_ROWS, tableParts } from './table-parts.ts'
import { turnedTable } from './turned-table.ts'

/** A table up to this share of a page is not parted, if the text calls it by its number: then it may wait for the next page. */
const WHOLE = 0.6
/** Price of ending a page between two rows of a table that would be whole but for its notes. */
const BETWEEN_FEW_ROWS = 500

/**
 * A table: caption over it, rules over and under it and under its head, none between columns. Rows
 * stay whole; where a page ends between them a thin rule closes it, and on the next page its number
 * and its head are set again. One that is too wide for the page is set on its side.
 */
export function table(composer: Composer, node: Table, place: Place): readonly Slug[] {
  const unlabelled = within(place)
  const { styles } = composer.template
  const isInText = place.note === undefined
  const fit = fitColumns(composer, node, unlabelled)
  const turned =
    isInText && fit.fault > 0 ? turnedTable(composer, node, unlabelled, fit) : undefined
  if (turned !== undefined) return nameFloat(composer, turned, node, place.left)
  const { over, head, rows } = tableParts(composer, node, unlabelled, fit)
  const begun = beginning(over, head, rows, composer.column)
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
  // In a note, rows part where the note does, without a head over those that go on.
  const whole = mayWait || (!isInText && isSmall) ? join(set, isInText) : priced
  const ordered = whole.map((slug) => ({ ...slug, keepsOrder: isInText }))
  const named = nameFloat(composer, ordered, node, place.left)
  // In a note its rule keeps clear of the line over it, and its foot of the line under it.
  const clear = pt(styles.note.leading / 2)
  if (!isInText)
    return changeLast(
      changeFirst(named, (slug) => ({ spaceBefore: pt(slug.spaceBefore + clear) })),
      (slug) => ({ height: pt(slug.height + clear) }),
    )
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
  return [...apart, ...join(together, false)]
}
