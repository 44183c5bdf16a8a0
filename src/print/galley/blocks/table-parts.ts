import type { Table } from '../../../model/nodes.ts'
import { pt, type Pt } from '../../../unit/length.ts'
import type { Composer, Place } from '../composer.ts'
import type { Mark, Opener, RuleMark, Slug } from '../galley.ts'
import { ownerOf } from '../set-paragraph.ts'
import { moveMark } from '../slugs.ts'
import { caption } from './caption.ts'
import { sum } from './column-widths.ts'
import { continuedLabel } from './continued-label.ts'
import { gaps, type Fit } from './fit-columns.ts'
import { rowSlug, rowSlugs } from './table-row.ts'

/** Price of ending a page between two rows. */
export const BETWEEN_ROWS = 200
/** How far letters reach under their baseline, in ems. */
const DESCENDER = 0.2

/** What a table is put together from. */
export interface TableParts {
  /** Its caption. */
  readonly over: readonly Slug[]
  /** The head row, with a rule over and under it. */
  readonly head: Slug
  /** One a row, or a line of a high one. A rule under the last; each with what is set over it where it opens a page. */
  readonly rows: readonly Slug[]
}

/** Sets the caption and the rows of a table, with its rules: none between columns. */
export function tableParts(composer: Composer, node: Table, place: Place, fit: Fit): TableParts {
  const { styles, tables } = composer.template
  const width = pt(sum(fit.widths) + gaps(composer, node))
  const over = caption(composer, node, composer.words.table, place, place.measure)
  const underCaption = tables.captionGap + DESCENDER * styles.caption.size
  const first = rowSlug(composer, node, node.head, -1, fit, place)
  const rule = (y: number, weight: Pt): RuleMark => ruleMark(composer, place, width, y, weight)
  const head: Slug = {
    ...first,
    spaceBefore: pt(over.length > 0 ? underCaption : 0),
    breakAfter: Infinity,
    marks: [rule(0, tables.outerRule), ...first.marks, rule(first.height, tables.innerRule)],
  }
  const opener = openerOf(composer, node, head, place, underCaption)
  const last = node.rows.length - 1
  const rows = node.rows.flatMap((row, i): readonly Slug[] => {
    const slugs = rowSlugs(composer, node, row, i, fit, place)
    const isAlone = last > 0 && (i === 0 || i === last - 1)
    return slugs.map((slug, line): Slug => {
      const ends = line === slugs.length - 1
      const closes = ends && i === last
      const afterRow = i === last ? 0 : isAlone ? Infinity : BETWEEN_ROWS
      return {
        ...slug,
        breakAfter: ends ? afterRow : slug.breakAfter,
        marks: closes ? [...slug.marks, rule(slug.height, tables.outerRule)] : slug.marks,
        opener,
        ...(!closes && { closer: [rule(slug.height, tables.innerRule)] }),
      }
    })
  })
  return { over, head, rows }
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
