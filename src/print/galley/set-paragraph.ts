import type { Position } from '../../diagnostic/diagnostic.ts'
import type { Style } from '../../template/template.ts'
import { isSameLength, pt, type Pt } from '../../unit/length.ts'
import { overfullLine, type SetParagraph } from '../line/break-lines.ts'
import type { Line } from '../line/line.ts'
import type { ParagraphRun, ParagraphSettings } from '../line/paragraph.ts'
import type { Composer, Place } from './composer.ts'
import { easeNote } from './ease-note.ts'
import type { LineMark, Mark, Owner, OwnerPart, Slug } from './galley.ts'
import { changeFirst } from './slugs.ts'
import { strikes } from './strike.ts'
import { variantsOf } from './variants.ts'

/** How the lines of a paragraph become slugs. */
export interface ParagraphManner {
  readonly style: Style
  readonly part: OwnerPart
  /** Of the first line, from the block's start. */
  readonly indent: Pt
  readonly position: Position
  /** No page ends inside it or after it: headings, captions over tables. */
  readonly isKept?: boolean
  /** Lines alike in length, for titles and heads. */
  readonly isBalanced?: boolean
  /** Where its second and later lines begin, from the block's start. */
  readonly hang?: Pt
  /** Language of all its runs; absence means the chapter's. */
  readonly language?: string
}

const WRITTEN_HYPHEN = /\p{L}[-\u2010]$/u

/** Sets a paragraph and makes a slug of each line. The first and the last line never stand alone (orphan, widow). */
export function setParagraph(
  composer: Composer,
  runs: readonly ParagraphRun[],
  place: Place,
  manner: ParagraphManner,
): readonly Slug[] {
  const owner = ownerOf(composer, place, manner.part)
  const settings = settingsOf(composer, place, manner)
  const set = composer.setLines(runs, settings)
  report(composer, set)
  const slugsOf = ({ lines }: SetParagraph): readonly Slug[] =>
    toSlugs(eased(lines, place, manner), composer, place, manner, owner)
  const again = (lines: number): SetParagraph => composer.setLines(runs, { ...settings, lines })
  const variants = mayVary(composer, place, manner) ? variantsOf(set, again, slugsOf) : undefined
  return changeFirst(slugsOf(set), () => (variants === undefined ? {} : { variants }))
}

/** Whether pages may want another number of its lines: of the text, justified, on the grid. */
const mayVary = (composer: Composer, place: Place, { style, part, isKept }: ParagraphManner) =>
  part === 'text' &&
  isKept !== true &&
  place.note === undefined &&
  style.align === 'justify' &&
  isSameLength(style.leading, composer.grid)

function toSlugs(
  lines: readonly Line[],
  composer: Composer,
  place: Place,
  manner: ParagraphManner,
  owner: Owner,
): readonly Slug[] {
  const { style } = manner
  const last = lines.length - 1
  return lines.map((line, index): Slug => {
    const isAlone = last > 0 && (index === 0 || index === last - 1)
    return {
      spaceBefore: pt(index === 0 ? style.spaceBefore : 0),
      spaceAfter: pt(index === last ? style.spaceAfter : 0),
      height: style.leading,
      onGrid: isSameLength(style.leading, composer.grid) && !manner.isKept,
      breakAfter: manner.isKept || isAlone ? Infinity : 0,
      // At a hyphen that is written the reader waits for the rest of a word too.
      hyphenated: line.hyphenated || (index < last && WRITTEN_HYPHEN.test(line.text)),
      movable: false,
      calls: line.calls,
      marks: markLine(line, place.left, style.leading, owner),
      position: line.position,
    }
  })
}

/** The lines of a paragraph, and a finding for each that is longer than its measure. */
export function breakParagraph(
  composer: Composer,
  runs: readonly ParagraphRun[],
  place: Place,
  manner: ParagraphManner,
): readonly Line[] {
  const set = composer.setLines(runs, settingsOf(composer, place, manner))
  report(composer, set)
  return eased(set.lines, place, manner)
}

function settingsOf(
  composer: Composer,
  { label, measure }: Place,
  { style, indent, language, part, isBalanced, hang: turned }: ParagraphManner,
): ParagraphSettings {
  const hang = label?.width ?? turned ?? 0
  const isText = part === 'text'
  return {
    measure,
    indent: pt(label === undefined ? indent : hang),
    hang: pt(hang),
    align: style.align,
    hyphenate: style.hyphenate,
    expansion: style.align === 'justify' ? 0.02 : 0,
    protrusion: isText,
    ...(isBalanced === true && { balance: true }),
    language: language ?? composer.language,
    ...(label !== undefined && {
      label: { runs: label.runs, align: label.align, gap: label.gap },
    }),
  }
}

function report(composer: Composer, { overfull }: SetParagraph): void {
  for (const each of overfull) composer.report(overfullLine(each, composer.file ?? ''))
}

const eased = (
  lines: readonly Line[],
  place: Place,
  { style }: ParagraphManner,
): readonly Line[] =>
  place.style === 'note' && style.align === 'justify' ? easeNote(lines) : lines

/** The marks of a line whose baseline is `y` under the slug's head: its ink, and rules through what is struck. */
export const markLine = (line: Line, x: Pt, y: Pt, owner: Owner): readonly Mark[] => {
  const mark: LineMark = { type: 'line', x, y, line, owner }
  return [mark, ...strikes(mark)]
}

export const ownerOf = (composer: Composer, place: Place, part: OwnerPart): Owner => ({
  path: place.path,
  part,
  ...(composer.chapter !== undefined && { chapter: composer.chapter }),
  ...(place.note !== undefined && { note: place.note }),
})
