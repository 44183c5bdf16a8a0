import { Document } from 'docx'
import { chaptersOf, type Book, type Chapter } from '../model/book.ts'
import type { FrontMatter } from '../model/front-matter.ts'
import type { Template } from '../template/template.ts'
import { blocks } from './blocks.ts'
import { bookmarked, identified } from './bookmark.ts'
import { BookmarkNames } from './bookmark-names.ts'
import { contents } from './contents.ts'
import { frontMatterBlocks } from './front-matter.ts'
import { inlines } from './inlines.ts'
import { noMarks } from './marks.ts'
import type { PageEstimator } from './estimate-pages.ts'
import { footnotes, frontCount, noteCounts, numberNotes } from './notes.ts'
import { ListNumbering } from './numbering.ts'
import {
  bottom,
  footnoteProperties,
  nextPage,
  oddPage,
  pageProperties,
  type NoteCount,
  type Section,
} from './page.ts'
import { paragraphOf } from './paragraph.ts'
import { placeIn } from './place-in.ts'
import { chapterFurniture, matterFurniture } from './running-heads.ts'
import type { Bitmaps, State, WordBlock } from './state.ts'
import { ShiftedStyles } from './shifted-styles.ts'
import { styleSheet } from './style-sheet/style-sheet.ts'

/** The book as `docx`'s document: front matter, contents where there are several chapters, and a section for each chapter. */
export function toDocument(
  book: Book,
  template: Template,
  frontMatter: FrontMatter,
  bitmaps: Bitmaps,
  pageNumbers: PageEstimator | undefined,
  identityOf: State['identityOf'],
): Document {
  const state = newState(book, template, bitmaps, identityOf)
  // In reading order, since lists and bookmarks are counted as they are met.
  const counts = noteCounts(book)
  const front = frontMatterSections(state, frontMatter, frontCount(counts))
  const chapters = chaptersOf(book).map((chapter, index) =>
    chapterSection(state, chapter, index, counts[index] ?? { start: 1, restart: false }),
  )
  const notes = footnotes(state)
  return new Document({
    sections: [...front, ...chapters],
    footnotes: notes,
    numbering: state.numbering.options(),
    // Last: only now is it known which styles are needed of those that not every book has.
    styles: styleSheet(template, state.language, {
      marks: state.usedMarks.values(),
      scales: state.usedScales,
      shifted: state.shifted.all(),
    }),
    evenAndOddHeaderAndFooters: true,
    theme: themeOf(template),
    ...(pageNumbers !== undefined && { pageNumbers }),
  })
}

function newState(
  book: Book,
  template: Template,
  bitmaps: Bitmaps,
  identityOf: State['identityOf'],
): State {
  const chapters = chaptersOf(book)
  const state: State = {
    book,
    template,
    bitmaps,
    bookmarks: new BookmarkNames(),
    identityOf,
    numbering: new ListNumbering(template.lists),
    notes: numberNotes(book),
    aliases: new Map(
      chapters.flatMap((chapter) =>
        chapter.notes.flatMap((note) => [
          [note.numberAnchor, note.anchor] as const,
          [note.reference, note.anchor] as const,
        ]),
      ),
    ),
    severalChapters: chapters.length > 1,
    oneLanguage: new Set(chapters.map((chapter) => chapter.language)).size <= 1,
    usedMarks: new Map(),
    usedScales: new Set(),
    shifted: new ShiftedStyles(),
    language: book.metadata.language,
    blocks: (place, nodes, opening) => blocks(state, place, nodes, opening),
    inlines: (setting, nodes) => inlines(state, setting, nodes),
    nextBookmark: 1,
    nextDrawing: 1,
  }
  return state
}

function frontMatterSections(
  state: State,
  frontMatter: FrontMatter,
  count: NoteCount | undefined,
): readonly Section[] {
  const { titlePage, colophon } = frontMatterBlocks(state, frontMatter)
  const pages = [
    { children: titlePage },
    { children: colophon, verticalAlign: bottom },
    { children: state.severalChapters ? contents(state) : [] },
  ]
  return pages
    .filter(({ children }) => children.length > 0)
    .map(({ children, ...align }, index) => ({
      properties: {
        type: nextPage,
        page: pageProperties(state.template),
        ...align,
        ...(index === 0 &&
          count !== undefined && { footnoteProperties: footnoteProperties(count) }),
      },
      ...(index === 0 && matterFurniture(state.template, state.book)),
      children,
    }))
}

function chapterSection(state: State, chapter: Chapter, index: number, count: NoteCount): Section {
  const { template, book } = state
  const place = placeIn(template, chapter, 'text')
  const title = state.inlines({ place, marks: noMarks }, chapter.title)
  const opening: WordBlock = paragraphOf(
    'Heading1',
    identified(state, { node: chapter }, bookmarked(state, chapter.id, title)),
  )
  const { firstFolio } = book.metadata
  const opensOdd = state.severalChapters && (index > 0 || firstFolio % 2 === 1)
  return {
    properties: {
      type: opensOdd ? oddPage : nextPage,
      titlePage: true,
      footnoteProperties: footnoteProperties(count),
      page: {
        ...pageProperties(template),
        ...(index === 0 && { pageNumbers: { start: firstFolio } }),
      },
    },
    ...chapterFurniture(template, book, chapter),
    children: [opening, ...state.blocks(place, chapter.children)],
  }
}

/** What new text drawn from Word's palettes looks like: the template's faces and accent. */
function themeOf(
  template: Template,
): NonNullable<ConstructorParameters<typeof Document>[0]['theme']> {
  const familyOf = (name: 'body' | 'chapterTitle'): string =>
    template.families[template.styles[name].family]?.name ?? template.styles[name].family
  const { accent, link } = template.colors
  return {
    name: template.name,
    fonts: { headings: familyOf('chapterTitle'), body: familyOf('body') },
    colors: {
      accent1: accent.slice(1),
      hyperlink: link.slice(1),
      followedHyperlink: link.slice(1),
    },
  }
}
