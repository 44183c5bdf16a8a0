import { notesOf, type Book } from '../../model/book.ts'
import type { Footnote } from '../../model/nodes.ts'
import type { Template } from '../../template/template.ts'
import { pt, type Pt } from '../../unit/length.ts'
import type { Composer, Place, PlaceLabel } from './composer.ts'
import type { GalleyNote, Slug } from './galley.ts'
import { anchor } from './slugs.ts'
import { faceKey, featuresOf } from './style.ts'

/** Least white between the number of a note and its text, in ems. */
const GAP = 0.4

/** Width of a lining figure, in ems, at the most. */
const FIGURE = 0.54

/** The column of the numbers, in the whole book one: as the template says, wider where the longest number is. */
export function noteIndentOf({ notes, styles }: Template, book: Book): Pt {
  const { size } = styles.note
  const longest = Math.max(0, ...notesOf(book).map(({ number }) => number.length))
  return pt(Math.max(notes.numberWidth, (longest * FIGURE + GAP) * size))
}

/**
 * Sets a note: its number, a figure as large as its text, hung in a column of fixed width
 * (Bringhurst, 4.3.3), then its blocks. Two names lead to it, by its label and by its number.
 */
export function composeNote(composer: Composer, note: Footnote): GalleyNote {
  const style = composer.template.styles.note
  const label: PlaceLabel = {
    part: 'number',
    width: composer.noteIndent,
    align: 'start',
    gap: pt(style.size * GAP),
    runs: [
      {
        text: note.number,
        face: faceKey(composer.template, style),
        size: style.size,
        color: style.color,
        features: { ...featuresOf(style), figures: 'lining' },
        meaning: { type: 'noteNumber', reference: note.reference },
        position: note.position,
      },
    ],
  }
  const place: Place = {
    left: pt(0),
    measure: measureOf(composer),
    style: 'note',
    path: [],
    note: note.anchor,
    listDepth: 0,
    label,
  }
  const slugs = composer.blocks(note.children, place).map(offGrid)
  const named = anchor(slugs, note.anchor, pt(0))
  const isNamedTwice = note.numberAnchor !== note.anchor
  return {
    anchor: note.anchor,
    slugs: isNamedTwice ? anchor(named, note.numberAnchor, pt(0)) : named,
  }
}

export const measureOf = ({ template: { page } }: Composer): Place['measure'] =>
  pt(page.width - page.inner - page.outer)

/** Notes keep their own leading: white between their blocks is part of the box under it. */
const offGrid = (slug: Slug): Slug => ({
  ...slug,
  spaceBefore: pt(0),
  spaceAfter: pt(0),
  onGrid: false,
  movable: false,
  height: pt(slug.height + slug.spaceBefore),
  marks: slug.marks.map((mark) => ({ ...mark, y: pt(mark.y + slug.spaceBefore) })),
})
