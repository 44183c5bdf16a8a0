import {
  NoteNumberRestart,
  SectionType,
  VerticalAlignSection,
  type IPropertiesOptions,
  type ISectionOptions,
} from 'docx'
import type { Template } from '../template/template.ts'
import { pt, toTwip, type Pt } from '../unit/length.ts'

/** Properties of a section as `docx` takes them. */
export type SectionProperties = NonNullable<ISectionOptions['properties']>
export type Section = IPropertiesOptions['sections'][number]

/** Share of an exact line that Word puts over its baseline. */
const OVER_BASELINE = 0.8

/** Length of a full line. */
export const measureOf = (template: Template): Pt =>
  pt(template.page.width - template.page.inner - template.page.outer)

/**
 * `w:sectPr` for the template's page: trim size, the inner margin at the left, which `w:mirrorMargins`
 * turns over on versos, and heights so that the first baseline, the head's and the folio's stand
 * where print has them.
 */
export function pageProperties(template: Template): NonNullable<SectionProperties['page']> {
  const { page, styles } = template
  const { body, runningHead, folio } = styles
  const top = page.firstBaseline - body.leading * OVER_BASELINE
  return {
    size: { width: toTwip(page.width), height: toTwip(page.height) },
    margin: {
      top: toTwip(pt(top)),
      bottom: toTwip(pt(Math.max(0, page.height - top - page.lines * body.leading))),
      left: toTwip(page.inner),
      right: toTwip(page.outer),
      header: toTwip(pt(Math.max(0, page.headBaseline - runningHead.leading * OVER_BASELINE))),
      footer: toTwip(
        pt(Math.max(0, page.height - page.footBaseline - folio.leading * (1 - OVER_BASELINE))),
      ),
      gutter: 0,
    },
  }
}

/** Where the notes of a section start counting. */
export interface NoteCount {
  /** Absence means the document's, in its settings. */
  readonly start?: number
  /** True where the section counts from its own start; false where it goes on from the one before. */
  readonly restart: boolean
}

/** `w:footnotePr` of a section (ECMA-376 part 1, 17.11.11). */
export const footnoteProperties = (
  count: NoteCount,
): NonNullable<SectionProperties['footnoteProperties']> => ({
  ...(count.start !== undefined && { start: count.start }),
  restart: count.restart ? NoteNumberRestart.EACH_SECTION : NoteNumberRestart.CONTINUOUS,
})

export const nextPage = SectionType.NEXT_PAGE

/** `w:type`: the next odd page, with a blank one before it where that is needed. */
export const oddPage = SectionType.ODD_PAGE

/** `w:vAlign`: text stands at the foot of its page. */
export const bottom = VerticalAlignSection.BOTTOM
