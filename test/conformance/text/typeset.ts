import { isError } from '../../../src/diagnostic/diagnostic.ts'
import { frontMatterOf } from '../../../src/matter.ts'
import { chaptersOf, type Book } from '../../../src/model/book.ts'
import { compose } from '../../../src/print/galley/compose.ts'
import type { SetLines } from '../../../src/print/galley/composer.ts'
import { readPictures } from '../../../src/print/galley/pictures.ts'
import { breakLines } from '../../../src/print/line/break-lines.ts'
import type { Page } from '../../../src/print/page/page.ts'
import { paginate } from '../../../src/print/page/paginate.ts'
import { paint } from '../../../src/print/paint/paint.ts'
import { tagPages } from '../../../src/print/tag/tag-pages.ts'
import { openType } from '../../../src/print/type/open-type.ts'
import { readAndCheck } from '../../../src/read-and-check.ts'
import { punctuate } from '../../../src/template/punctuation.ts'
import type { Template } from '../../../src/template/template.ts'
import { wordsFor } from '../../../src/template/words.ts'

/** A book, its pages as they were laid out, and the file that was made of them. */
export interface Typeset {
  readonly book: Book
  readonly template: Template
  readonly pages: readonly Page[]
  readonly bytes: Uint8Array
}

/** Sets a chapter or a book as `build` does, and keeps the pages beside the PDF. */
export async function typeset(path: string, name: string): Promise<Typeset> {
  const { value } = readAndCheck({ path, template: name }, { today: '2021-01-01' }, 'making')
  if (value?.template === undefined) throw new Error(`${path} cannot be read`)
  const { template } = value
  const book = punctuate(value.book, template)
  const { metadata } = book
  const faces = Object.values(template.families).flatMap((family) => Object.values(family.faces))
  const languages = [metadata.language, ...chaptersOf(book).map(({ language }) => language)]
  const exceptions = metadata.hyphenation.exceptions
  const typesetter = await openType(
    faces,
    [...languages, ...Object.values(metadata.languages)],
    exceptions,
  )
  const setLines: SetLines = (runs, settings) => breakLines(typesetter, runs, settings)
  const pictures = await readPictures(book, template)
  const matter = frontMatterOf(book, template, 'none')
  const galley = compose(book, template, matter, typesetter, setLines, pictures)
  if (galley.diagnostics.some(isError)) throw new Error(`${path} cannot be drawn`)
  const imprint = {
    title: metadata.title,
    shortTitle: metadata.shortTitle ?? metadata.title,
    chapterTitles: new Map(chaptersOf(book).map(({ id, shortTitle }) => [id, shortTitle])),
    firstFolio: metadata.firstFolio,
    words: wordsFor(template, metadata.language),
    ...(metadata.status !== 'final' && {
      stamp: wordsFor(template, metadata.language)[metadata.status],
    }),
  }
  const setter = { template, setLines, language: metadata.language }
  const { value: pages } = paginate(galley.value, imprint, setter)
  const tagged = tagPages(pages, book, template)
  const purpose = { archive: 'PDF/A-2a' } as const
  const bytes = paint(tagged, template, metadata, metadata.title, typesetter.outline, purpose)
  return { book, template, pages, bytes }
}
