import { diagnose } from '../diagnostic/diagnose.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { Book, Chapter } from '../model/book.ts'
import { isNumericLabel } from '../model/number.ts'

/**
 * The number with which the notes of a lone chapter start, where its labels leave no doubt. A contract
 * says it; else `model/number.ts` reads it off the first numeric label called. After a swap that one
 * may not be the least: where the labels fill a run, or count from 1, the least one starts it.
 * Undefined leaves the decision to the book's numbering; a finding says that it cannot be told.
 */
export function firstNumber(book: Book): { first?: number; refused?: Diagnostic } {
  const [chapter, ...others] = book.parts
  if (book.file !== undefined || chapter?.type !== 'chapter' || others.length > 0) return {}
  if (chapter.contract !== undefined) return {}
  const places = chapter.notes.findIndex(isNumbered)
  const labels = chapter.notes.filter(isNumbered).map(({ label }) => Number(label))
  const [called] = labels
  if (called === undefined) return {}
  const least = labels.reduce((a, b) => Math.min(a, b))
  if (least === called) return {}
  const most = labels.reduce((a, b) => Math.max(a, b))
  const isRun = most - least + 1 <= chapter.notes.length - places
  if (isRun || least === 1) return { first: Math.max(1, least - places) }
  return { refused: cannotTell(chapter, called, least) }
}

/** An inline note has its number as label, and no label of its own. */
export const isNumbered = ({
  label,
  position,
  referencePosition,
}: Chapter['notes'][number]): boolean =>
  isNumericLabel(label) && position.start.offset !== referencePosition.start.offset

const cannotTell = (chapter: Chapter, called: number, least: number): Diagnostic =>
  diagnose('renumber-refused', {
    file: chapter.file,
    ...(chapter.notes[0] === undefined ? {} : { position: chapter.notes[0].referencePosition }),
    message: `the notes may start with ${called}, which is called first, or with ${least}, which is the least`,
    help: `say it with \`--first ${least}\`, or write \`footnotes: ${least}-${least + chapter.notes.length - 1}\` in the metadata`,
  })
