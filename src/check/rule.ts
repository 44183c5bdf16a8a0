import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { Book, Chapter } from '../model/book.ts'

/** A rule: what it finds in one chapter of a book. Pure; in order of place or not, `check` sorts. */
export type Check = (chapter: Chapter, book: Book) => readonly Diagnostic[]
