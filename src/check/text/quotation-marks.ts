import { OBJECT } from '../../model/passage.ts'
import type { WrittenProse } from '../../model/written.ts'
import { after, before, closesEach } from './characters.ts'
import { innermost, type Unpaired } from './flow.ts'

/** A double quotation mark with the characters around it. */
interface QuotationMark {
  readonly mark: string
  /** Offset into the chapter's text. */
  readonly at: number
  readonly before: string
  readonly after: string
}

const doubles = /["“”„‟«»「」『』〝〞〟]/g

/** Marks that may close one: English “…”, German „…“, Polish „…”, Swedish ”…”, French «…», reversed »…«, Finnish »…». */
export const partners: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '‟': '”',
  '”': '”',
  '«': '»',
  '»': '«»',
  '"': '"',
  '「': '」',
  '『': '』',
  '〝': '〞〟',
  '‘': '’',
}

/** The marks of a block, but for those that quote nothing: ditto marks, and a stroke within a Hebrew word. */
export function marksIn({ text, position, place }: WrittenProse): QuotationMark[] {
  if (isPlain(text)) return []
  return [...text.matchAll(doubles)].flatMap(({ 0: mark, index }): QuotationMark[] => {
    const found = {
      mark,
      at: position.start.offset + index,
      before: before(text, index),
      after: after(text, index + 1),
    }
    return quotesNothing(found, place === 'cell') ? [] : [found]
  })
}

/** Nearly every block: no marks, or English ones, each closed before the next. */
const isPlain = (text: string): boolean => closesEach(text, doubles, '“', '”')

function quotesNothing(
  { mark, before: left, after: right }: QuotationMark,
  inCell: boolean,
): boolean {
  const isDitto = !/\S/.test(left) && !/\S/.test(right)
  if (isDitto && (inCell ? /["“”„]/ : /["”]/).test(mark)) return true
  // Gershayim, as they are typed.
  if (/["”]/.test(mark) && isHebrew(left) && isHebrew(right)) return true
  return isSpokenOf(mark, left, right)
}

const isHebrew = (character: string): boolean =>
  /\p{L}/u.test(character) && /\p{Script=Hebrew}/u.test(character)

/** A straight mark that is the subject of the sentence: “"”. */
export const isSpokenOf = (mark: string, left: string, right: string): boolean =>
  /["']/.test(mark) && /[“„‘«「]/.test(left) && /[”“’»」]/.test(right)

/** How the marks that say nothing of their direction are read. */
interface Reading {
  /** `both` is a text that quotes in two languages: what points inward must have the shape of it, too. */
  readonly guillemets: 'outward' | 'inward' | 'same' | 'both'
  /** A straight mark by its neighbours, else by turns. */
  readonly straight: 'shape' | 'turns'
  /** A straight mark may close a curly one, and the reverse: `straight-quote` tells of that. */
  readonly mixed: boolean
}

const readings: readonly Reading[] = [false, true].flatMap((mixed) =>
  (['shape', 'turns'] as const).flatMap((straight) =>
    (['outward', 'inward', 'same', 'both'] as const).map((guillemets) => ({
      guillemets,
      straight,
      mixed,
    })),
  ),
)

/** What has no partner by the reading that leaves fewest. */
export function readMarks(marks: readonly QuotationMark[]): readonly Unpaired[] {
  let best: readonly Unpaired[] | undefined
  for (const reading of readings) {
    const left = pair(marks, reading)
    if (left.length === 0) return left
    if (best === undefined || left.length < best.length) best = left
  }
  return best ?? []
}

function pair(marks: readonly QuotationMark[], reading: Reading): Unpaired[] {
  const open: QuotationMark[] = []
  const strays: QuotationMark[] = []
  for (const found of marks) {
    const place = innermost(open, ({ mark }) => closes(found, mark, reading))
    if (place !== -1 && !opensAnyway(found, open.at(-1), reading))
      strays.push(...open.splice(place).slice(1))
    // Inches, and seconds of time or arc.
    else if (/["“”]/.test(found.mark) && /[\p{N}′’']/u.test(found.before)) continue
    else if (canOpen(found, reading)) open.push(found)
    else strays.push(found)
  }
  return [...strays, ...open]
    .map(({ mark, at, ...around }) => ({ mark, at, opens: looksOpening({ mark, at, ...around }) }))
    .toSorted((a, b) => Number(a.opens) - Number(b.opens))
}

function closes({ mark }: QuotationMark, open: string, { guillemets, mixed }: Reading): boolean {
  if (mark === '«' || mark === '»') {
    if (guillemets === 'same') return open === mark
    if (guillemets === 'both') return /[«»]/.test(open) && open !== mark
    return guillemets === 'outward' ? open === '«' && mark === '»' : open === '»' && mark === '«'
  }
  if (mixed && mark === '"' && /[“”„]/.test(open)) return true
  if (mixed && open === '"' && /[“”]/.test(mark)) return true
  return (partners[open] ?? '').includes(mark)
}

/** A straight mark before a word within a quotation of straight marks opens another. */
const opensAnyway = (
  found: QuotationMark,
  last: QuotationMark | undefined,
  { straight }: Reading,
): boolean =>
  found.mark === '"' && straight === 'shape' && last?.mark === '"' && hasOpeningShape(found)

function canOpen(found: QuotationMark, { guillemets, straight }: Reading): boolean {
  switch (found.mark) {
    case '«':
      return guillemets === 'outward' || guillemets === 'both'
    case '»':
      return guillemets === 'both' ? hasOpeningShape(found) : guillemets !== 'outward'
    case '"':
      return straight === 'turns' || hasOpeningShape(found)
    case '”':
      return hasOpeningShape(found)
    default:
      return !/[」』〞〟]/.test(found.mark)
  }
}

/** Nothing, a blank or a mark that opens stands before it, and a word or a mark that opens after it. */
const hasOpeningShape = ({ before: left, after: right }: QuotationMark): boolean =>
  /^$|[\s([{—–/=‘'„“«:-]/.test(left) && /[^\s.,;:!?)\]}]/.test(right)

/** Which way a mark without partner points, for the message. */
function looksOpening(found: QuotationMark): boolean {
  const { mark, before: left, after: right } = found
  if (/[„‟「『〝]/.test(mark)) return true
  if (/[」』〞〟]/.test(mark)) return false
  const isWord = (character: string): boolean => /[\p{L}\p{N}\uFFFC]/u.test(character)
  if (/^$|[\s([{—–]/.test(left) && (isWord(right) || /[(['‘„“«…]/.test(right))) return true
  if ((isWord(left) || /[.,;:!?)\]…]/.test(left)) && !isWord(right)) return false
  if (/[«»]/.test(mark)) return mark === '«'
  return mark === '“' || (mark === '"' && left !== OBJECT && !/[^\s]/.test(left))
}
