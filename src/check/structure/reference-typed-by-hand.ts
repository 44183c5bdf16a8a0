import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Book, Chapter } from '../../model/book.ts'
import { chaptersOf } from '../../model/book.ts'
import { groundOf, type Ground } from '../ground.ts'
import { numeralsOf } from '../numerals.ts'
import { numberingOf } from '../numbering.ts'
import { pairingOf } from '../pairing.ts'
import type { Check } from '../rule.ts'
import { typedSection } from './typed-section.ts'

/** What is referred to, before a number: by what stands there, fourteen letters at most. */
const kind =
  /(?<![\p{L}\p{N}-])(footnotes?|notes?|fn\.|n\.|figures?|figs?\.|tables?|tab\.|sections?)[ \n]$/iu
// What each of them ends in: looked at first, since most numbers stand behind other words.
const endsKind: ReadonlySet<string> = new Set('esn.ESN')
/** What makes a number part of a larger one, or a share. */
const goesOn = /^(?:[\p{L}\p{N}%]|[.,:/–-]\d)/iu

interface Typed {
  readonly word: string
  readonly number: number
  readonly start: number
  readonly end: number
}

/** A word and a number of at most seven digits. */
function typedIn(ground: Ground): Typed[] {
  const { masked } = ground
  return numeralsOf(ground).flatMap(({ start: from, end }): Typed[] => {
    const blank = masked[from - 1]
    if ((blank !== ' ' && blank !== '\n') || end - from > 7) return []
    if (!endsKind.has(masked[from - 2] ?? '')) return []
    const before = kind.exec(masked.slice(Math.max(0, from - 14), from))
    if (before === null || goesOn.test(masked.slice(end, end + 2))) return []
    const [whole, word = ''] = before
    const number = Number(masked.slice(from, end))
    return [{ word, number, start: from - whole.length, end }]
  })
}

/**
 * "see note 570", "Figure 2": typed, where the book has such a note, figure or table. "Section 3"
 * mostly cites a law: `typed-section.ts`. What is another work's ("Table 2 of the report") is left alone.
 */
export const referenceTypedByHand: Check = (chapter, book) => {
  const ground = groundOf(chapter)
  const { masked, at } = ground
  return typedIn(ground).flatMap(({ word, number, start, end }): Diagnostic[] => {
    const before = masked.slice(Math.max(0, start - 40), start)
    const after = masked.slice(end, end + 40)
    const isOfNote = /^(?:f?n\.|(?:foot)?note$)/iu.test(word) && placedBehind.test(after)
    if (isAnothers(before, after, isOfNote) || isOwn(chapter, start, number)) return []
    const around = {
      chapter,
      book,
      before,
      after,
      wide: masked.slice(Math.max(0, start - 240), start),
    }
    const live = liveForm(word.toLowerCase(), number, around)
    const isLost = live === undefined && leadsNowhere(word, number, around)
    if (live === undefined && !isLost) return []
    return [
      diagnose('reference-typed-by-hand', {
        file: chapter.file,
        position: at(start, end),
        message: `\`${masked.slice(start, end).replace(/\s/gu, ' ')}\` is typed as text${isLost ? ', and there is no such note' : ''}`,
        help: isLost
          ? 'write `@fn-label`, with the label of the note that is meant'
          : live === unsettled
            ? `write \`${live}\` with the label of the note that is meant: it prints the word and the number, whatever becomes of that when the other findings are mended`
            : `write \`${live}\`: it prints the word and the number, and stays right when they change`,
      }),
    ]
  })
}

/** In the text of the note itself: "note 5 of the edition" in note 5 means another one. */
const isOwn = ({ written, notes }: Chapter, offset: number, number: number): boolean => {
  const label = notes.find((note) => note.number === String(number))?.label
  const { definitions } = written
  return definitions.some(
    ({ label: own, position: { start, end } }) =>
      own === label && start.offset <= offset && offset < end.offset,
  )
}

/** "note 12 above": a note of this text. */
const placedBehind = /^,?\s(?:above|below|supra|infra)(?![\p{L}-])/iu

/** "Figure 2 of the report", "Smith, Table 3": of another work; "Smith, note 3 above" is a note of this one that names Smith's. */
const isAnothers = (beside: string, after: string, isPlaced: boolean): boolean => {
  const before = beside.replace(othersBefore, '')
  return (
    /^[\s,]{0,2}(?:of|in|to) (?:the|this|that|his|her|its|their|a|an|Annex|Appendix|\p{Lu})/u.test(
      after,
    ) ||
    /\b(?:its|their|his|her|’s|'s)\s+$/u.test(before) ||
    (!isPlaced &&
      (/(?<![\p{L}])(?!See|Compare|Also|And|But|For|In|Cf)\p{Lu}[\p{L}’'.-]*,\s+$/u.test(before) ||
        /(?:Act|Law|Code|Directive|Regulation|Report|Treaty|Convention|\*|_|”|\)),?\s+$/u.test(
          before,
        )))
  )
}

/** "Smith, fig. 4 and": what stands before the last of several things of one work. */
const othersBefore =
  /(?:(?:figs?|tabs?|nn?|pp?)\.|figures?|tables?|notes?|pages?|chapters?)\s\d{1,4},?\s(?:and|or|with)\s$/iu

interface Around {
  readonly chapter: Chapter
  readonly book: Book
  readonly before: string
  readonly after: string
  /** What stands before, further back. */
  readonly wide: string
}

function liveForm(
  word: string,
  number: number,
  { chapter, book, before, after, wide }: Around,
): string | undefined {
  const points =
    /\b(?:see|see also|cf\.|in|at|from|under|supra|infra|as|with|and|of|compare|to)\s+$/i.test(
      before,
    )
  const placed = placedBehind.test(after)
  const enclosed = /[([–—]\s?$/.test(before)
  // `45 n. 12` cites another book's note; `supra n. 12` and `n. 12 above` this one's.
  if (word === 'n.' && !placed && !/\b(?:supra|infra|above|below),?\s+$/i.test(before))
    return undefined
  if (/^(?:foot)?note|^f?n\.$/.test(word)) {
    // "we note 5 points": a verb.
    if (word === 'note' && !points && !placed && !enclosed && !/^\s?[.,;:)\]]|^$/.test(after))
      return undefined
    return noteForm(number, chapter, book)
  }
  if (word.startsWith('fig')) return floatForm(chapter.written.figures, number)
  if (word.startsWith('tab')) return floatForm(chapter.written.tables, number)
  return typedSection(number, chapter, { before: wide, after })
}

/**
 * "note 12 above", where the book has no note of that number, or a lone chapter has none and "above" is
 * no other chapter: behind its last number, or among its own.
 */
function leadsNowhere(
  word: string,
  number: number,
  { chapter, book, before, after }: Around,
): boolean {
  if (!/^(?:(?:foot)?notes?|f?n\.)$/i.test(word) || chapter.notes.length === 0) return false
  const isAbove = /^,?\s(?:above|supra)(?![\p{L}-])/iu.test(after)
  const isBelow = /^,?\s(?:below|infra)(?![\p{L}-])/iu.test(after)
  // "supra note 12" in a lone chapter may be that of another, or of a text that is reprinted.
  const isNamed = book.file !== undefined && /\b(?:supra|infra),?\s+$/i.test(before)
  if ((!isAbove && !isBelow && !isNamed) || /[“"«„][^”"»“]{0,40}$/u.test(before)) return false
  const promised = book.parts.some(
    (part) => part.type === 'elsewhere' && part.notes.first <= number && number <= part.notes.last,
  )
  if (promised) return false
  if (book.file !== undefined) return true
  const numbers = chapter.notes.map((note) => Number.parseInt(note.number, 10))
  const [first = 1, last = 1] = [numbers[0], numbers.at(-1)]
  return isAbove ? number >= first : number <= last
}

/** Where numbers are going to move, nobody can tell which note a typed one means. */
const unsettled = '@fn-label'

function noteForm(number: number, chapter: Chapter, book: Book): string | undefined {
  // A label that is the number promises it, whatever is wrong elsewhere.
  if (groundOf(chapter).isDefined(String(number))) return `@fn-${number}`
  const form = formByNumber(number, chapter, book)
  return form === undefined || chaptersOf(book).every(isSettled) ? form : unsettled
}

const isSettled = (chapter: Chapter): boolean => {
  const { outOfOrder, gaps, wrong } = numberingOf(chapter)
  return pairingOf(chapter).isSound && outOfOrder.length + gaps.length + wrong.length === 0
}

function formByNumber(number: number, chapter: Chapter, book: Book): string | undefined {
  const own = chapter.notes.find((note) => note.number === String(number))
  if (own !== undefined) return `@fn-${own.label}`
  const other = chaptersOf(book).find(({ notes }) =>
    notes.some((note) => note.number === String(number)),
  )
  const note = other?.notes.find((each) => each.number === String(number))
  return other && note && `@${other.id}/fn-${note.label}`
}

/** Figures and tables are counted where they have a caption. */
function floatForm(
  things: readonly { readonly identifier?: string; readonly hasCaption: boolean }[],
  number: number,
): string | undefined {
  const thing = things.filter(({ hasCaption }) => hasCaption)[number - 1]
  const kind = 'rows' in (thing ?? {}) ? 'tbl-x' : 'fig-x'
  return thing && `@${thing.identifier ?? kind}`
}
