import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Warned } from '../../../src/diagnostic/diagnostic.ts'
import type { Book } from '../../../src/model/book.ts'
import { toBook } from '../../../src/model/to-book.ts'
import { compose } from '../../../src/print/galley/compose.ts'
import type { SetLines } from '../../../src/print/galley/composer.ts'
import type { Galley } from '../../../src/print/galley/galley.ts'
import { readPictures } from '../../../src/print/galley/pictures.ts'
import { breakLines } from '../../../src/print/line/break-lines.ts'
import type { Page } from '../../../src/print/page/page.ts'
import { paginate, type Imprint } from '../../../src/print/page/paginate.ts'
import { openType } from '../../../src/print/type/open-type.ts'
import { readLone } from '../../../src/source/read.ts'
import { loadTemplate } from '../../../src/template/load.ts'
import type { Template } from '../../../src/template/template.ts'
import { wordsFor } from '../../../src/template/words.ts'
import { pt } from '../../../src/unit/length.ts'

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

/** The house style on a page of 12 short lines, so that tests count lines and not words. */
export function tinyTemplate(change: (template: Template) => Template = (same) => same): Template {
  const { value } = loadTemplate('report', [path('../../../templates')])
  if (value === undefined) throw new Error('the report template does not load')
  const { styles } = value
  return change({
    ...value,
    page: {
      width: pt(200),
      height: pt(250),
      inner: pt(24),
      outer: pt(16),
      firstBaseline: pt(40),
      lines: 12,
      headBaseline: pt(20),
      footBaseline: pt(235),
    },
    styles: {
      ...styles,
      chapterTitle: { ...styles.chapterTitle, spaceBefore: pt(13.5), spaceAfter: pt(13.5) },
    },
  })
}

/** A chapter of this text under a title as a Book; `files` stand beside it, by name. */
export function bookOf(text: string, files: Readonly<Record<string, string>> = {}): Book {
  const folder = mkdtempSync(join(tmpdir(), 'tiny-'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  const file = join(folder, 'chapter.md')
  writeFileSync(file, `---\ntitle: Tiny\n---\n\n${text}\n`)
  const { value } = readLone(file, { today: '2021-01-01' })
  rmSync(folder, { recursive: true })
  if (value === undefined) throw new Error('the text cannot be read')
  return toBook(value, {})
}

/** A chapter of the fixture folder as a Book. */
export function fixture(name: string): Book {
  const { value } = readLone(path(`./fixtures/${name}.md`), { today: '2021-01-01' })
  if (value === undefined) throw new Error(`the fixture ${name} cannot be read`)
  return toBook(value, {})
}

export async function galleyOf(
  book: Book,
  template: Template = tinyTemplate(),
): Promise<Warned<Galley> & { readonly setLines: SetLines }> {
  const faces = Object.values(template.families).flatMap((family) => Object.values(family.faces))
  const typesetter = await openType(faces, ['en-US', 'ru'])
  const setLines: SetLines = (runs, settings) => breakLines(typesetter, runs, settings)
  const pictures = await readPictures(book, template)
  const matter = { titlePage: [], colophon: [] }
  return { ...compose(book, template, matter, typesetter, setLines, pictures), setLines }
}

export async function pagesOf(
  book: Book,
  change: Partial<Imprint> = {},
  template: Template = tinyTemplate(),
): Promise<Warned<readonly Page[]>> {
  const { value, setLines } = await galleyOf(book, template)
  const imprint: Imprint = {
    title: book.metadata.title,
    shortTitle: book.metadata.title,
    chapterTitles: new Map(value.chapters.map(({ id }) => [id, id])),
    firstFolio: 1,
    words: wordsFor(template, 'en'),
    ...change,
  }
  return paginate(value, imprint, { template, setLines, language: 'en-US' })
}
