/**
 * In: a Book, a template, title page and colophon, an open typesetter, the pictures.
 * Out: the Galley: every block and note as slugs of set type.
 * Never: knows a page, or in which order notes and text will share one.
 */
import type { Diagnostic, Warned } from '../../diagnostic/diagnostic.ts'
import { chaptersOf, type Book, type Chapter } from '../../model/book.ts'
import { referredIn } from '../../model/inlines.ts'
import { sourcesOf } from '../../model/sources.ts'
import type { FrontMatter } from '../../model/front-matter.ts'
import type { Template } from '../../template/template.ts'
import { wordsFor } from '../../template/words.ts'
import { pt } from '../../unit/length.ts'
import { composeBlocks } from './blocks.ts'
import { chapterTitle } from './blocks/heading.ts'
import type { Composer, SetLines } from './composer.ts'
import type { Galley, GalleyChapter } from './galley.ts'
import type { Typesetter } from '../type/open-type.ts'
import { groundHeads } from './ground-heads.ts'
import { composeMatter } from './matter.ts'
import { watchGlyphs } from './missing-glyphs.ts'
import { composeNote, measureOf, noteIndentOf } from './notes.ts'
import type { SizedPicture } from './pictures.ts'
import { heightOf } from './slugs.ts'
import { composeIndex } from './sources-index.ts'

export function compose(
  book: Book,
  template: Template,
  frontMatter: FrontMatter,
  typesetter: Typesetter,
  setLines: SetLines,
  pictures: ReadonlyMap<Uint8Array, SizedPicture>,
): Warned<Galley> {
  const diagnostics: Diagnostic[] = []
  const drawn = new Map<string, Uint8Array>()
  const referred = referredIn(book)
  const noteIndent = noteIndentOf(template, book)
  const report = (finding: Diagnostic): void => void diagnostics.push(finding)
  const composerFor = (language: string, chapter?: Chapter): Composer => {
    const notes = new Map(chapter?.notes.map((note) => [note.anchor, note]))
    const composer: Composer = {
      template,
      language,
      words: wordsFor(template, language),
      grid: template.styles.body.leading,
      noteIndent,
      column: pt(template.page.lines * template.styles.body.leading),
      setLines: watchGlyphs(setLines, typesetter, template, chapter?.file, report, drawn),
      blocks: (children, place) => composeBlocks(composer, children, place),
      pictureOf: (image) => {
        const bytes = chapter?.images[image]?.bytes
        return bytes === undefined ? undefined : pictures.get(bytes)
      },
      isReferred: (anchor) => anchor !== undefined && referred.has(anchor),
      heightOfNote: (anchor) => {
        const note = notes.get(anchor)
        return note === undefined
          ? 0
          : heightOf(composeNote({ ...composer, report: () => undefined }, note).slugs)
      },
      report,
      ...(chapter !== undefined && { chapter: chapter.id, file: chapter.file }),
    }
    return composer
  }
  const matter = composerFor(book.metadata.language)
  const value: Galley = {
    titlePage: composeMatter(matter, frontMatter.titlePage, 'titlePageText'),
    colophon: composeMatter(matter, frontMatter.colophon, 'colophonText'),
    chapters: chaptersOf(book).map((chapter) =>
      composeChapter(composerFor(chapter.language, chapter), chapter),
    ),
    index: book.metadata.sourcesIndex ? composeIndex(matter, sourcesOf(book)) : [],
  }
  return { value, diagnostics }
}

function composeChapter(composer: Composer, chapter: Chapter): GalleyChapter {
  const place = {
    left: pt(0),
    measure: measureOf(composer),
    style: 'body',
    path: [],
    listDepth: 0,
  } as const
  const position = chapter.title[0]?.position ?? chapter.children[0]?.position
  const title =
    position === undefined ? [] : chapterTitle(composer, chapter.title, chapter.id, position, place)
  return {
    id: chapter.id,
    file: chapter.file,
    language: chapter.language,
    slugs: groundHeads([...title, ...composer.blocks(chapter.children, place)]),
    notes: chapter.notes.map((note) => composeNote(composer, note)),
  }
}
