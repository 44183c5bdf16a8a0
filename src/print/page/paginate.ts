/**
 * In: a Galley, and what furniture needs to know of the book.
 * Out: every page of the edition with all that stands on it.
 * Never: touches pdfkit.
 */
import type { Diagnostic, Warned } from '../../diagnostic/diagnostic.ts'
import { INDEX, type PageMark } from '../../edition.ts'
import type { Words } from '../../template/template.ts'
import type { Galley, GalleyChapter, Slug } from '../galley/galley.ts'
import { NOWHERE } from '../galley/nowhere.ts'
import { breakChapter } from './break-chapter.ts'
import { breakPages, type Frame } from './break-pages.ts'
import { composeListing, listingsOf } from './contents.ts'
import { fillFolios } from './fill-folios.ts'
import { sideOf, toRoman } from './folio.ts'
import { separatorOf } from './footnote-area.ts'
import { furnish, type Furniture } from './furniture.ts'
import { illFilled } from './ill-filled.ts'
import { lateNotes } from './late-notes.ts'
import { toNoteColumn } from './note-column.ts'
import { offPage } from './off-page.ts'
import type { Page, Placed, Side } from './page.ts'
import { placePage, textOf } from './place.ts'
import type { TextSetter } from './set-text.ts'

/** Of the book, what pages show beside its text. */
export interface Imprint {
  readonly title: string
  readonly shortTitle: string
  /** Short title by chapter id. */
  readonly chapterTitles: ReadonlyMap<string, string>
  readonly firstFolio: number
  /** Of an edition that is not final. */
  readonly stamp?: string
  readonly words: Words
}

export function paginate(
  galley: Galley,
  imprint: Imprint,
  setter: TextSetter,
): Warned<readonly Page[]> {
  const diagnostics: Diagnostic[] = []
  const text = pageChapters(galley.chapters, imprint, setter, diagnostics)
  const index = pageIndex(galley.index, text, imprint, setter)
  const folios = foliosOf(text)
  const isBook = galley.chapters.length > 1
  const listings = isBook ? listingsOf([...text, ...index], imprint.words) : []
  const contents = listings.map((listing, list) => composeListing(setter, listing, list))
  const matter = pageMatter(galley, contents, imprint, setter)
  // A leaf has two sides: a text that begins on the wrong one is preceded by a blank page.
  const opensOn = text[0]?.side ?? 'recto'
  const filler =
    sideOf(matter.length + 1) === opensOn ? [] : [blank(matter.length, setter, imprint)]
  const pages = fillFolios([...matter, ...filler, ...text, ...index], folios, setter)
  return { value: pages, diagnostics }
}

// ---- chapters

function pageChapters(
  chapters: readonly GalleyChapter[],
  imprint: Imprint,
  setter: TextSetter,
  diagnostics: Diagnostic[],
): readonly Page[] {
  const pages: Page[] = []
  let folio = imprint.firstFolio
  for (const chapter of chapters) {
    // The chapters of a book open on right-hand pages; one alone where its first folio says.
    if (chapters.length > 1 && sideOf(folio) === 'verso') {
      pages.push(blankVerso(folio, setter, imprint))
      folio++
    }
    const own = pageChapter(chapter, folio, imprint, setter, diagnostics)
    pages.push(...own)
    folio += own.length
  }
  return pages
}

function pageChapter(
  chapter: GalleyChapter,
  first: number,
  imprint: Imprint,
  setter: TextSetter,
  diagnostics: Diagnostic[],
): readonly Page[] {
  const { template } = setter
  const { slugs, notes } = chapter
  const frame = frameOf(setter, sideOf(first))
  const { spans, column } = breakChapter(slugs, notes, frame)
  return spans.map((span, index) => {
    const side = sideOf(first + index)
    const folio = String(first + index)
    diagnostics.push(...illFilled(chapter, span, folio), ...lateNotes(chapter, span, column, folio))
    const grid = template.styles.body.leading
    const begins = beginsOf(
      textOf(span, slugs, grid).slice(span.received === undefined ? 0 : 1),
      chapter.id,
    )
    const page: Page = {
      folio,
      side,
      kind: 'text',
      width: template.page.width,
      height: template.page.height,
      chapter: chapter.id,
      items: placePage(span, slugs, notes, column, template, side),
      ...(begins !== undefined && { begins }),
    }
    diagnostics.push(...offPage(page, chapter.file, slugs[span.from]?.position ?? NOWHERE))
    const slots = {
      title: imprint.title,
      'short-title': imprint.shortTitle,
      chapter: imprint.chapterTitles.get(chapter.id) ?? '',
    }
    return furnish(page, withStamp(imprint, { folio: index === 0 ? 'foot' : 'head', slots }), {
      ...setter,
      language: chapter.language,
    })
  })
}

const frameOf = ({ template }: TextSetter, firstSide: Side): Frame => ({
  lines: template.page.lines,
  leading: template.styles.body.leading,
  separator: separatorOf(template),
  firstSide,
})

function beginsOf(slugs: readonly Slug[], chapter: string): PageMark['begins'] | undefined {
  for (const { marks, position } of slugs) {
    for (const mark of marks) {
      // A picture comes before its caption.
      const begins =
        mark.type === 'line'
          ? mark.line.begins
          : mark.type === 'picture'
            ? { node: position.start.offset, index: -1 }
            : undefined
      if (begins !== undefined) return { chapter, ...begins }
    }
  }
  return undefined
}

// ---- back matter

/** The index of sources, after the last chapter. It opens as a chapter does. */
function pageIndex(
  slugs: readonly Slug[],
  text: readonly Page[],
  imprint: Imprint,
  setter: TextSetter,
): readonly Page[] {
  if (slugs.length === 0) return []
  const pages: Page[] = []
  let number = Number(text.at(-1)?.folio ?? imprint.firstFolio - 1) + 1
  const isBook = imprint.chapterTitles.size > 1
  if (isBook && sideOf(number) === 'verso') {
    pages.push(blankVerso(number, setter, imprint))
    number++
  }
  const frame = frameOf(setter, sideOf(number))
  const column = toNoteColumn(slugs, [], frame)
  const slots = {
    title: imprint.title,
    'short-title': imprint.shortTitle,
    chapter: imprint.words.index,
  }
  breakPages(slugs, [], frame).forEach((span, i) => {
    const side = sideOf(number)
    // The first begins with the heading, which is the first entry.
    const begins =
      i === 0
        ? { chapter: INDEX, node: 0, index: 0 }
        : beginsOf(textOf(span, slugs, setter.template.styles.body.leading), INDEX)
    const page: Page = {
      folio: String(number++),
      side,
      kind: 'index',
      width: setter.template.page.width,
      height: setter.template.page.height,
      items: placePage(span, slugs, [], column, setter.template, side),
      ...(begins !== undefined && { begins }),
    }
    const furniture: Furniture = { folio: i === 0 ? 'foot' : 'head', slots }
    pages.push(furnish(page, withStamp(imprint, furniture), setter))
  })
  return pages
}

// ---- front matter

function pageMatter(
  galley: Galley,
  contents: readonly (readonly Slug[])[],
  imprint: Imprint,
  setter: TextSetter,
): readonly Page[] {
  const pages: Page[] = []
  const add = (slugs: readonly Slug[], kind: PageMark['kind'], at: 'head' | 'foot'): void => {
    if (slugs.length === 0) return
    const frame = frameOf(setter, sideOf(pages.length + 1))
    for (const span of breakPages(slugs, [], frame)) {
      const number = pages.length + 1
      const items = placePage(
        span,
        slugs,
        [],
        toNoteColumn(slugs, [], frame),
        setter.template,
        sideOf(number),
      )
      const page: Page = {
        folio: toRoman(number),
        side: sideOf(number),
        kind,
        width: setter.template.page.width,
        height: setter.template.page.height,
        items: at === 'foot' ? toFoot(items, setter) : items,
      }
      const furniture: Furniture = { folio: kind === 'contents' ? 'foot' : 'none' }
      pages.push(furnish(page, withStamp(imprint, furniture), setter))
    }
  }
  add(galley.titlePage.map(sunk), 'title', 'head')
  add(galley.colophon, 'colophon', 'foot')
  for (const listing of contents) add(listing, 'contents', 'head')
  return pages
}

/** The first block of a title page keeps its white. */
const sunk = (slug: Slug, index: number): Slug =>
  index > 0
    ? slug
    : {
        ...slug,
        spaceBefore: 0 as Slug['spaceBefore'],
        height: (slug.height + slug.spaceBefore) as Slug['height'],
        marks: slug.marks.map((mark) => ({
          ...mark,
          y: (mark.y + slug.spaceBefore) as typeof mark.y,
        })),
      }

/** Moves what stands on a page down so that its last line is the last of the grid. */
function toFoot(
  items: readonly Placed[],
  { template: { page, styles } }: TextSetter,
): readonly Placed[] {
  const last = page.firstBaseline + (page.lines - 1) * styles.body.leading
  const lowest = Math.max(...items.filter((item) => item.type === 'line').map((item) => item.y))
  const down = Math.max(0, last - lowest)
  return items.map((item) => ({ ...item, y: (item.y + down) as typeof item.y }))
}

const withStamp = ({ stamp }: Imprint, furniture: Furniture): Furniture =>
  stamp === undefined ? furniture : { ...furniture, stamp }

/** A page with nothing on it, but the stamp of an edition that is not final; `before`: pages before it. */
function blank(before: number, setter: TextSetter, imprint: Imprint): Page {
  const number = before + 1
  return blankPage(toRoman(number), sideOf(number), setter, imprint)
}

const blankVerso = (folio: number, setter: TextSetter, imprint: Imprint): Page =>
  blankPage(String(folio), 'verso', setter, imprint)

function blankPage(folio: string, side: Side, setter: TextSetter, imprint: Imprint): Page {
  const { width, height } = setter.template.page
  const page: Page = { folio, side, kind: 'blank', width, height, items: [] }
  return furnish(page, withStamp(imprint, { folio: 'none' }), setter)
}

// ---- what is on which page

/** The folio of every anchor. */
function foliosOf(pages: readonly Page[]): ReadonlyMap<string, string> {
  const folios = new Map<string, string>()
  for (const page of pages) {
    for (const item of page.items) {
      if (item.type === 'anchor') folios.set(item.name, page.folio)
    }
  }
  return folios
}
