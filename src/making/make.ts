import type { Warned } from '../diagnostic/diagnostic.ts'
import type { Edition, PageMap, ProvenKind } from '../edition.ts'
import type { Book } from '../model/book.ts'
import type { FrontMatter } from '../model/front-matter.ts'
import type { Template } from '../template/template.ts'

/** One edition that is wanted. Plain data, so that it can be handed to another thread. */
export interface Order {
  readonly kind: Exclude<ProvenKind, 'print'>
  readonly book: Book
  readonly template: Template
  readonly matter: FrontMatter
  /** The pages of the print edition, where this one marks them. */
  readonly pages?: PageMap
  /** Word for readers, who send nothing back; absence means for editors. */
  readonly isPublic?: boolean
}

/** Makes one edition. Each maker is loaded when it is first asked for, and knows nothing of the others. */
export async function make({
  kind,
  book,
  template,
  matter,
  pages,
  isPublic = false,
}: Order): Promise<Warned<Edition | undefined>> {
  switch (kind) {
    case 'word':
      return (await import('../word/word.ts')).word(book, template, matter, { isPublic })
    case 'epub':
      return (await import('../epub/epub.ts')).epub(book, template, matter, pages)
    case 'web':
      return (await import('../web/web.ts')).web(book, template, matter, pages)
  }
}
