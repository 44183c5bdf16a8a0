import type { Book } from '../model/book.ts'
import type { FrontMatter } from '../model/front-matter.ts'
import type { Template } from '../template/template.ts'
import { identify } from '../origin/origin-of.ts'
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
import { withOrigin } from './parts/origin.ts'
import type { Bitmaps } from './state.ts'

/** How a Word file is made. */
export interface WordSettings {
  /** For readers, not for an editor: no tracking, and nothing of the manuscript in it. Absence means for an editor. */
  readonly isPublic?: boolean
}

/** The bytes of the Word file: `docx` writes its parts, those that it cannot are put in their place, and all are packed anew. */
export async function writeDocument(
  book: Book,
  template: Template,
  frontMatter: FrontMatter,
  bitmaps: Bitmaps,
  { isPublic = false }: WordSettings = {},
): Promise<Uint8Array> {
  const { metadata } = book
  const { origin, identityOf } = identify(book, template)
  const document = toDocument(
    book,
    template,
    frontMatter,
    bitmaps,
    await pageEstimator(book, template),
    isPublic ? () => undefined : identityOf,
  )
  const parts = new Map(await compile(document))
  const count = noteCounts(book)[0] ?? { start: 1, restart: false }
  parts.set('docProps/core.xml', coreProperties(metadata))
  parts.set(
    'word/settings.xml',
    documentSettings({ language: metadata.language, count, isTracked: !isPublic }),
  )
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
  return pack(isPublic ? parts : withOrigin(parts, origin), metadata.date)
}
