import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import type { WrittenProse } from '../../model/written.ts'
import { groundOf } from '../ground.ts'
import type { Check } from '../rule.ts'
import { after, before } from './characters.ts'
import { looseBraces } from '../structure/figure-braces.ts'
import { Spans } from '../spans.ts'
import { isSpokenOf } from './quotation-marks.ts'
import { texQuotes, type TexQuote } from './tex-quotes.ts'

/** A chapter has curly marks where it has at least as many as these. */
const fewestCurly = 4
/** And so many to one straight mark: three quotations to one, four apostrophes to one. */
const toOne = { '"': 3, "'": 4 } as const

interface Straight {
  readonly at: number
  readonly left: string
  readonly right: string
  /** The mark that closes what this one opens, in the same block. */
  readonly close?: Straight
}

interface Reading {
  /** Not in the braces of an image. */
  readonly isProse: (found: Straight) => boolean
  /** Ends a plural in the genitive. */
  readonly isPlural: (found: Straight) => boolean
}

/**
 * Straight marks in a chapter that has curly ones nearly throughout. Quotation marks and apostrophes
 * are counted apart: many a text has curly quotations and straight apostrophes, and means it.
 */
export const straightQuote: Check = (chapter) => {
  const { text, prose } = chapter.written
  const { alphabet, at } = groundOf(chapter)
  if (!/[“”’‘]/.test(alphabet) || !/["']/.test(text)) return []
  const braces = new Spans(
    looseBraces(chapter).map(({ start, braces: { length } }) => ({
      start,
      end: start + length + 1,
    })),
  )
  const reading: Reading = {
    isProse: ({ at: offset }) => !braces.holds(offset),
    // `miners' pay`; the soft sign in `Rus' and` looks the same behind a shorter word.
    isPlural: ({ at: offset }) =>
      /\p{Ll}{3}s'\s$/u.test(text.slice(Math.max(0, offset - 4), offset + 2)),
  }
  return [
    ...strangers(prose, '"', reading).map((found) => finding(found, '"')),
    ...strangers(prose, "'", reading).map((found) => finding(found, "'")),
    ...texQuotes(chapter).map((found) => texFinding(found)),
  ]

  function texFinding({ start, end, fix }: TexQuote): Diagnostic {
    return diagnose('straight-quote', {
      file: chapter.file,
      position: at(start, end),
      message: 'a quotation in the marks of TeX stands among curly ones',
      help: 'write `“` and `”`',
      ...(fix === undefined ? {} : { fix }),
    })
  }

  function finding(found: Straight, mark: '"' | "'"): Diagnostic {
    const marks = found.close === undefined ? [found] : [found, found.close]
    const fix = marks.flatMap((each) => {
      const double = doubleFor(each, text)
      const paired = found.close === undefined ? undefined : double && singles[double]
      const curly = mark === '"' ? double : (paired ?? singleFor(each))
      return curly === undefined ? [] : [{ start: each.at, end: each.at + 1, text: curly }]
    })
    const isSure = fix.length === marks.length
    return diagnose('straight-quote', {
      file: chapter.file,
      position: at(found.at, found.at + 1),
      message:
        found.close !== undefined
          ? 'a pair of straight quotation marks stands among curly ones'
          : mark === "'"
            ? 'a straight apostrophe stands among curly ones'
            : 'a straight quotation mark stands among curly ones',
      help: isSure
        ? `write ${fix.map((each) => `\`${each.text}\``).join(' and ')}`
        : `write the curly ${marks.length > 1 ? 'marks that are' : 'mark that is'} meant`,
      ...(isSure ? { fix } : {}),
    })
  }
}

/** The straight marks of a chapter where they are few among curly ones, else none; two that quote are one. */
function strangers(
  prose: readonly WrittenProse[],
  mark: '"' | "'",
  { isProse, isPlural }: Reading,
): Straight[] {
  const found: Straight[] = []
  const curly = mark === '"' ? /[“”„]/g : /[‘’]/g
  let doubles = 0
  let straight = 0
  let count = 0
  for (const block of prose) {
    const { text, position, languages } = block
    const offset = position.start.offset
    const isForeign = (at: number): boolean =>
      languages.some(({ start, end }) => start <= at && at < end)
    if (languages.length === 0) {
      count += text.match(curly)?.length ?? 0
      if (mark === "'") doubles += text.match(/[“”]/g)?.length ?? 0
    }
    let open = false
    let opening: Straight | undefined
    for (let index = text.indexOf(mark); index !== -1; index = text.indexOf(mark, index + 1)) {
      const left = before(text, index)
      const right = after(text, index + 1)
      const isMeasure = /\p{N}/u.test(left) && !open && /[^\p{L}]|[NSEWO]|^$/u.test(right)
      // Inches, feet, minutes; ditto; two in a row are one double mark.
      if (isMeasure || (!/\S/.test(left) && !/\S/.test(right))) continue
      if (left === mark || right === mark || isSpokenOf(mark, left, right)) continue
      // A passage in another language, or in a script that has marks of its own.
      if (isForeign(offset + index) || otherScript.test(left + right)) continue
      const here = { at: offset + index, left, right }
      if (!isProse(here)) continue
      open = !open
      straight++
      // An apostrophe within a word quotes nothing.
      if (mark === "'" && isInner(here)) {
        found.push(here)
        continue
      }
      const place = opening === undefined ? -1 : found.lastIndexOf(opening)
      if (opening !== undefined && closes(here) && place !== -1) {
        found[place] = { ...opening, close: here }
        opening = undefined
        continue
      }
      opening = opens(here) ? here : undefined
      found.push(here)
    }
  }
  if (count >= fewestCurly && count >= toOne[mark] * straight) return found
  return mark === "'"
    ? quoting(found, count, doubles).filter((each) => each.close !== undefined || isPlural(each))
    : []
}

/**
 * Straight marks that quote with single ones, and that end a plural, where no word holds a straight
 * apostrophe: beside them the curly double marks count too. A plural needs a curly apostrophe of its own.
 */
function quoting(found: readonly Straight[], singles: number, doubles: number): Straight[] {
  const count = singles + doubles
  if (count < fewestCurly || count < toOne['"'] * found.length || found.some(isInner)) return []
  return found.filter((each) => each.close !== undefined || singles > 0)
}

const isInner = ({ left, right }: Straight): boolean => isLetter(left) && isLetter(right)

const opens = ({ left, right }: Straight): boolean => opensAfter.test(left) && /\S/.test(right)
const closes = ({ left, right }: Straight): boolean => /\S/.test(left) && !isLetter(right)

const otherScript = /(?!\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek})\p{L}/u
const opensAfter = /^$|[\s([{—–]/
const isLetter = (character: string): boolean => /\p{L}/u.test(character)

/** “ or ” where the chapter writes English marks and the shape leaves no doubt. */
function doubleFor({ left, right }: Straight, text: string): string | undefined {
  // German and Swedish marks look the other way.
  if (/[„»«]/.test(text) || !text.includes('“') || !text.includes('”')) return undefined
  if (opensAfter.test(left) && /[\p{L}\p{N}]/u.test(right)) return '“'
  if (/[\p{L}.,;!?…]/u.test(left) && /^$|[\s.,;:!?)\]}—–]/.test(right)) return '”'
  return undefined
}

const singles: Readonly<Record<string, string>> = { '“': '‘', '”': '’' }

/** ’ between two letters, or before the figures of a year. */
function singleFor({ left, right }: Straight): string | undefined {
  return isLetter(left) && isLetter(right) ? '’' : undefined
}
