import { diagnose } from '../diagnostic/diagnose.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { chaptersOf, type Book } from '../model/book.ts'
import { inlinesOf } from '../model/text.ts'

/** Characters that no XML may hold (XML 1.0, 2.2): controls, half a surrogate pair, U+FFFE and U+FFFF. */
const FORBIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

/** A finding for each text that Word could not open. The check of the source refuses them long before. */
export function forbiddenCharacters(book: Book): readonly Diagnostic[] {
  return chaptersOf(book).flatMap((chapter) => {
    const blocks = [...chapter.children, ...chapter.notes.flatMap((note) => note.children)]
    return [...inlinesOf(blocks)]
      .filter((node) => 'value' in node && FORBIDDEN.test(node.value))
      .map((node) =>
        diagnose('control-character', {
          file: chapter.file,
          position: node.position,
          message: 'a character stands here that no Word file can hold',
          help: 'delete it',
        }),
      )
  })
}
