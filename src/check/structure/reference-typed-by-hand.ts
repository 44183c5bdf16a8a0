import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Book, Chapter } from '../../model/book.ts'
import { chaptersOf } from '../../model/book.ts'
import { groundOf } from '../ground.ts'
import type { Check } from '../rule.ts'

const reference =
  /(?<![\p{L}\p{N}-])(footnotes?|notes?|fn\.|n\.|figures?|figs?\.|tables?|tab\.|sections?)[  \n](\d{1,7})(?![\p{L}\p{N}%]|[.,:/–-]\d)/giu

/**
 * "see note 570", "Figure 2": typed, where the book has such a note, figure or table. "Section 3"
 * mostly cites a law, and headings mostly carry no number, so it counts only with "see", "above" or
 * "below". What is another work's ("Table 2 of the report") is left alone.
 */
export const referenceTypedByHand: Check = (chapter, book) => {
  const { masked, at } = groundOf(chapter)
  return [...masked.matchAll(reference)].flatMap((match): Diagnostic[] => {
    const [whole, word = '', digits = ''] = match
    const start = match.index
    const before = masked.slice(Math.max(0, start - 40), start)
    const after = masked.slice(start + whole.length, start + whole.length + 40)
    if (isAnothers(before, after) || isOwn(chapter, start, Number(digits))) return []
    const live = liveForm(word.toLowerCase(), Number(digits), { chapter, book, before, after })
    if (live === undefined) return []
    return [
      diagnose('reference-typed-by-hand', {
        file: chapter.file,
        position: at(start, start + whole.length),
        message: `\`${whole.replace(/\s/gu, ' ')}\` is typed as text`,
        help: `write \`${live}\`: it prints the word and the number, and stays right when they change`,
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

/** "Figure 2 of the report", "Smith, Table 3": of another work. */
const isAnothers = (before: string, after: string): boolean =>
  /^[\s,]{0,2}(?:of|in|to) (?:the|this|that|his|her|its|their|a|an|Annex|Appendix|\p{Lu})/u.test(
    after,
  ) ||
  /\b(?:its|their|his|her|’s|'s)\s+$/u.test(before) ||
  /(?<![\p{L}])(?!See|Compare|Also|And|But|For|In|Cf)\p{Lu}[\p{L}’'.-]*,\s+$/u.test(before) ||
  /(?:Act|Law|Code|Directive|Regulation|Report|Treaty|Convention|\*|_|”|\)),?\s+$/u.test(before)

interface Around {
  readonly chapter: Chapter
  readonly book: Book
  readonly before: string
  readonly after: string
}

function liveForm(
  word: string,
  number: number,
  { chapter, book, before, after }: Around,
): string | undefined {
  const points =
    /\b(?:see|see also|cf\.|in|at|from|under|supra|infra|as|with|and|of|compare|to)\s+$/i.test(
      before,
    )
  const placed = /^,?\s(?:above|below|supra|infra)\b/i.test(after)
  const enclosed = /[([–—]\s?$/.test(before)
  // `45 n. 12` cites another book's note; `supra n. 12` this one's.
  if (word === 'n.' && !/\b(?:supra|infra|above|below),?\s+$/i.test(before)) return undefined
  if (/^(?:foot)?note|^f?n\.$/.test(word)) {
    // "we note 5 points": a verb.
    if (word === 'note' && !points && !placed && !enclosed && !/^\s?[.,;:)\]]|^$/.test(after))
      return undefined
    return noteForm(number, chapter, book)
  }
  if (word.startsWith('fig')) return floatForm(chapter.written.figures, number)
  if (word.startsWith('tab')) return floatForm(chapter.written.tables, number)
  if (!/\bsee(?: also)?\s+$/i.test(before) && !placed) return undefined
  const heading = chapter.written.headings.filter(({ level }) => level === 2)[number - 1]
  return heading && `@${heading.identifier ?? 'sec-x'}`
}

function noteForm(number: number, chapter: Chapter, book: Book): string | undefined {
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
