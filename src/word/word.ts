import type { Diagnostic, Warned } from '../diagnostic/diagnostic.ts'
import type { Edition } from '../edition.ts'
import type { Book } from '../model/book.ts'
import type { FrontMatter } from '../model/front-matter.ts'
import type { Template } from '../template/template.ts'
import { drawBitmaps } from './bitmaps.ts'
import { forbiddenCharacters } from './forbidden.ts'
import type { WordSettings } from './write-document.ts'

/** Loads what making takes, while the manuscript is being read. */
export async function warmUp(): Promise<void> {
  await import('./write-document.ts')
}

/**
 * In: a Book that the checks found sound, its template, its title page and colophon.
 * Out: the Word edition; undefined where the book holds what no Word file can.
 * Never: numbers a note, reads a clock, formats a run by hand.
 */
export async function word(
  book: Book,
  template: Template,
  frontMatter: FrontMatter,
  settings: WordSettings = {},
): Promise<Warned<Edition | undefined>> {
  const diagnostics: readonly Diagnostic[] = forbiddenCharacters(book)
  if (diagnostics.length > 0) return { value: undefined, diagnostics }
  // `docx` is loaded only here, while the figures are being drawn.
  const [{ writeDocument }, bitmaps] = await Promise.all([
    import('./write-document.ts'),
    drawBitmaps(book, template),
  ])
  const bytes = await writeDocument(book, template, frontMatter, bitmaps, settings)
  return { value: { kind: 'word', name: book.name, bytes }, diagnostics }
}
