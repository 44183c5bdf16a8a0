import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { Book, Chapter } from '../model/book.ts'
import type { Setting } from './setting.ts'

/**
 * A rule: what it finds in one chapter of a book. Pure; in order of place or not, `check` sorts. A
 * rule that asks how the book is set finds nothing where no template is known.
 */
export type Check = (chapter: Chapter, book: Book, setting?: Setting) => readonly Diagnostic[]
