import type { Book } from '../model/book.ts'
import type { FrontMatter } from '../model/front-matter.ts'
import type { Template } from '../template/template.ts'
import { compile } from './compile.ts'
import { pageEstimator } from './estimate-pages.ts'
import { toDocument } from './document.ts'
import { pack } from './normalise.ts'
import { noteCounts, numberNotes } from './notes.ts'
import { coreProperties } from './parts/core-properties.ts'
import { mendFields } from './parts/fields.ts'
import { fontTable } from './parts/font-table.ts'
import { mendFootnotes } from './parts/footnotes.ts'
import { documentSettings } from './parts/settings.ts'
import type { Bitmaps } from './state.ts'

/** The bytes of the Word file: `docx` writes its parts, those that it cannot are put in their place, and all are packed anew. */
export async function writeDocument(
  book: Book,
  template: Template,
  frontMatter: FrontMatter,
  bitmaps: Bitmaps,
): Promise<Uint8Array> {
  const { metadata } = book
  const document = toDocument(
    book,
    template,
    frontMatter,
    bitmaps,
    await pageEstimator(book, template),
  )
  const parts = new Map(await compile(document))
  const count = noteCounts(book)[0] ?? { start: 1, restart: false }
  parts.set('docProps/core.xml', coreProperties(metadata))
  parts.set('word/settings.xml', documentSettings({ language: metadata.language, count }))
  parts.set('word/fontTable.xml', fontTable(template))
  const footnotes = parts.get('word/footnotes.xml')
  if (typeof footnotes === 'string') {
    const notes = numberNotes(book).values()
    parts.set(
      'word/footnotes.xml',
      mendFootnotes(footnotes, notes, template.notes.separatorWeight > 0),
    )
  }
  for (const [path, content] of parts) {
    if (typeof content === 'string' && path.startsWith('word/'))
      parts.set(path, mendFields(content))
  }
  return pack(parts, metadata.date)
}
