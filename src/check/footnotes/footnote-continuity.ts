import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Book, Chapter, Part } from '../../model/book.ts'
import { contractPosition } from './contract.ts'
import { groundOf } from '../ground.ts'
import { numberingOf, positionOf } from '../numbering.ts'
import { pairingOf } from '../pairing.ts'
import type { Check } from '../rule.ts'

/**
 * Where a chapter's numbers start, against where the part before it ended, parts that are elsewhere
 * included. A chapter without contract and numeric labels starts wherever the book stands.
 */
export const footnoteContinuity: Check = (chapter, book) => {
  if (book.file === undefined) return []
  const at = book.parts.indexOf(chapter)
  return [
    ...chapterStart(chapter, book, at),
    // Parts that are elsewhere belong to the first chapter's turn, so that each is judged once.
    ...(book.parts.find(({ type }) => type === 'chapter') === chapter ? elsewhereStarts(book) : []),
  ]
}

function chapterStart(chapter: Chapter, book: Book, at: number): Diagnostic[] {
  const own = numberingOf(chapter).start ?? chapter.contract?.first
  const expected = expectedAt(book, at)
  if (own === undefined || expected === undefined || own === expected.number) return []
  if (pairingOf(chapter).sequence.length === 0 && chapter.contract === undefined) return []
  const { anchor } = numberingOf(chapter)
  const isPerChapter = book.metadata.footnotes.numbering === 'per-chapter'
  return [
    diagnose('footnote-continuity', {
      file: chapter.file,
      position:
        contractPosition(chapter) ??
        (anchor === undefined ? groundOf(chapter).at(0, 0) : positionOf(chapter, anchor)),
      message: isPerChapter
        ? `the notes of this chapter start with ${own}, but those of every chapter start with ${expected.number}`
        : `the notes of this chapter start with ${own}, but ${expected.number} is next`,
      help: `run \`imprimatur renumber\` on the book, which starts with ${expected.number}`,
      ...(expected.why === undefined ? {} : { note: expected.why }),
    }),
  ]
}

function elsewhereStarts(book: Book): Diagnostic[] {
  if (book.metadata.footnotes.numbering === 'per-chapter') return []
  return book.parts.flatMap((part, at) => {
    if (part.type !== 'elsewhere') return []
    const expected = expectedAt(book, at)
    if (expected === undefined || part.notes.first === expected.number) return []
    return [
      diagnose('footnote-continuity', {
        ...(book.file === undefined ? {} : { file: book.file }),
        position: part.position,
        message: `“${part.title}” starts with note ${part.notes.first}, but ${expected.number} is next`,
        help: `correct the range of notes of “${part.title}”, or of what stands before it`,
        ...(expected.why === undefined ? {} : { note: expected.why }),
      }),
    ]
  })
}

interface Expected {
  readonly number: number
  readonly why?: string
}

/** Absence means that the part before it is damaged so that its end is not known. */
function expectedAt(book: Book, at: number): Expected | undefined {
  const { first, numbering } = book.metadata.footnotes
  if (numbering === 'per-chapter') return { number: first }
  let count = 0
  for (let index = at - 1; index >= 0; index--) {
    const part = book.parts[index]
    if (part === undefined) break
    const end = endOf(part)
    if (end === undefined) return undefined
    if (end.last !== undefined)
      return {
        number: end.last + count + 1,
        why: `${end.what} ends with note ${end.last}, and notes run through the whole book`,
      }
    // Neither contract nor numeric label: it runs on from what stands before it.
    count += end.count
  }
  return { number: first + count }
}

function endOf(part: Part): { last?: number; count: number; what: string } | undefined {
  if (part.type === 'elsewhere') return { last: part.notes.last, count: 0, what: `“${part.title}”` }
  const { end, count } = numberingOf(part)
  const { isCut, unused } = pairingOf(part)
  const what = `\`${part.file}\``
  if (part.contract !== undefined && (isCut || unused.length > 0))
    return { last: part.contract.last, count, what }
  if (isCut) return undefined
  if (end !== undefined) return { last: end, count, what }
  return part.contract === undefined
    ? { count, what }
    : { last: part.contract.first + count - 1, count, what }
}
