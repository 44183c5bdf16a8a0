import type { Warned } from '../diagnostic/diagnostic.ts'
import type { Edition, EditionKind } from '../edition.ts'
import type { Book } from '../model/book.ts'
import type { FrontMatter } from '../model/front-matter.ts'
import type { Template } from '../template/template.ts'

/** One edition that is wanted. Plain data, so that it can be handed to another thread. */
export interface Order {
  readonly kind: EditionKind
  readonly book: Book
  readonly template: Template
  readonly matter: FrontMatter
  /** Print for the press; absence means for reading. */
  readonly press?: { readonly marks: boolean }
}

/** Makes one edition. Each maker is loaded when it is first asked for, and knows nothing of the others. */
export async function make({
  kind,
  book,
  template,
  matter,
  press,
}: Order): Promise<Warned<Edition | undefined>> {
  switch (kind) {
    case 'print':
      return (await import('../print/print.ts')).print(
        book,
        template,
        matter,
        press === undefined ? undefined : { press },
      )
    case 'word':
      return (await import('../word/word.ts')).word(book, template, matter)
    case 'epub':
      return (await import('../epub/epub.ts')).epub(book, template, matter)
  }
}
