import { referenceTypedByHand } from '../check/structure/reference-typed-by-hand.ts'
import { diagnose } from '../diagnostic/diagnose.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { chaptersOf, type Book, type Chapter } from '../model/book.ts'
import { isNumbered } from './first-number.ts'
import type { Origins } from './renames.ts'

/**
 * "see note 570" typed as text, where note 570 has another number now. It is found as the check finds
 * it, in the book as it was numbered before; it is told and not changed, since the 570 may be another
 * work's.
 */
export function leftBehind(book: Book, origins: Origins): readonly Diagnostic[] {
  const was = (chapter: Chapter, label: string): string =>
    origins.get(chapter.id)?.get(label) ?? label
  const before: Book = {
    ...book,
    parts: book.parts.map((part) =>
      part.type === 'elsewhere'
        ? part
        : {
            ...part,
            notes: part.notes.map((note) =>
              isNumbered(note) ? { ...note, number: was(part, note.label) } : note,
            ),
          },
    ),
  }
  return chaptersOf(before).flatMap((chapter) =>
    referenceTypedByHand(chapter, before).flatMap((found): Diagnostic[] => {
      if (found.position === undefined) return []
      const { start, end } = found.position
      const typed = chapter.written.text.slice(start.offset, end.offset)
      const old = /^(?:foot)?(?:note|fn)\D*(\d+)$/iu.exec(typed)?.[1]
      if (old === undefined) return []
      const now = numbersNow(old, chapter, before)
      if (now.length === 0 || now.every(({ label }) => label === old)) return []
      const numbers = now.map(({ label }) => label).join(' or ')
      return [
        diagnose('reference-left-behind', {
          file: chapter.file,
          position: found.position,
          message: `\`${typed.replace(/\s/gu, ' ')}\` is typed as text, and that note is ${numbers} now`,
          help: `write \`${now.map(({ live }) => live).join('` or `')}\`, which follows its note, or the number by hand`,
        }),
      ]
    }),
  )
}

/** The notes that had a number: in the chapter itself, else in the others. */
function numbersNow(old: string, own: Chapter, book: Book): { label: string; live: string }[] {
  const inOne = (chapter: Chapter): { label: string; live: string }[] =>
    chapter.notes
      .filter((note) => isNumbered(note) && note.number === old)
      .map(({ label }) => ({
        label,
        live: chapter === own ? `@fn-${label}` : `@${chapter.id}/fn-${label}`,
      }))
  const here = inOne(own)
  return here.length > 0 ? here : chaptersOf(book).flatMap(inOne).slice(0, 1)
}
