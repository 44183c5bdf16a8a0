import type { Chapter } from '../../model/book.ts'
import { groundOf, type Ground } from '../ground.ts'
import { numeralsOf } from '../numerals.ts'
import { daysIn, monthNumbers } from './months.ts'

/** A date as a text writes it. Offsets into the text; `end` is exclusive. */
export interface WrittenDate {
  readonly start: number
  readonly end: number
  readonly year?: number
  /** From 1. */
  readonly month: number
  /** Absence means the month as a whole. */
  readonly day?: number
  readonly form: 'month-day' | 'day-month' | 'month' | 'iso' | 'figures' | 'parted'
}

// The month before a number, and behind it.
const monthBefore = /([a-zà-ÿа-я]{3,10})\.?,?\s{1,4}(?:del? )?$/i
const monthBehind = /^(?:st|nd|rd|th|er|\.|º)?\s{0,4}(?:of |de )?([a-zà-ÿа-я]{3,10})/i
// "30 February", "31. Juni", "31 de junio", "1er mai": what stands before the month.
const dayBefore =
  /(?:^|[^a-zà-ÿа-я\d_/@#&=^.,:-]|[^\d][.,:]|[^a-zà-ÿа-я\d][-])(\d{1,2})(?:st|nd|rd|th|er|\.|º)?\s{0,4}(?:of |de )?$/i
// "Feb. 30, 2020", "June 31st": what stands behind it.
const dayBehind = /^\.?\s{1,4}(\d{1,2})(?:st|nd|rd|th)?(?:,?\s{1,4}(\d{4}))?(?![\wà-ÿа-я])/i
const yearBehind = /^\.?,?\s{1,4}(?:del? )?(\d{4})(?![\wà-ÿа-я])/i
const iso = /(?<![\wà-ÿа-я/^@#&=.-])(\d{4})([-/.])(\d{2})\2(\d{2})(?![\wà-ÿа-я/-]|\.\d)/gi
const figures = /(?<![\wà-ÿа-я/^@#&=.-])(\d{2})([./])(\d{2})\2(\d{4})(?![\wà-ÿа-я/-])/gi

const known = new WeakMap<Chapter, readonly WrittenDate[]>()

/** Every date of a chapter's prose and notes, in no order; a month and year only where no day stands with them. */
export function datesOf(chapter: Chapter): readonly WrittenDate[] {
  const before = known.get(chapter)
  if (before !== undefined) return before
  const made = datesIn(groundOf(chapter))
  known.set(chapter, made)
  return made
}

/** What may part a number from a month that is named before it, or behind it. */
const blank = /\s/
const opensMonth = /[\sa-zà-ÿа-я.º]/i

function datesIn(ground: Ground): WrittenDate[] {
  const { masked: text } = ground
  const found: WrittenDate[] = []
  const seen = new Set<number>()
  const addMonth = (name: string, index: number): void => {
    const month = monthNumbers.get(name)
    if (month === undefined || seen.has(index)) return
    seen.add(index)
    if (/[\wà-ÿа-я@#/^]/i.test(text[index - 1] ?? '')) return
    const date = aroundMonth(text, index, index + name.length)
    if (date !== undefined) found.push({ ...date, month })
  }
  let hasIso = false
  let hasFigures = false
  // Numbers are fewer than words.
  for (const { start: index, end } of numeralsOf(ground)) {
    const length = end - index
    if (length > 4) continue
    const next = text[end] ?? ''
    if (length === 4 && (next === '-' || next === '/' || next === '.')) hasIso = true
    if (length === 2 && (next === '.' || next === '/')) hasFigures = true
    const from = Math.max(0, index - 20)
    const before = blank.test(text[index - 1] ?? '')
      ? monthBefore.exec(text.slice(from, index))
      : null
    if (before !== null) addMonth(before[1] ?? '', from + before.index)
    if (length > 2 || !opensMonth.test(next)) continue
    const behind = monthBehind.exec(text.slice(end, end + 24))
    const name = behind?.[1] ?? ''
    if (behind !== null) addMonth(name, end + behind[0].length - name.length)
  }
  for (const { 0: whole, 1: year, 2: mark, 3: month, 4: day, index } of hasIso
    ? text.matchAll(iso)
    : [])
    found.push({
      ...{ year: Number(year), month: Number(month), day: Number(day) },
      ...{ start: index, end: index + whole.length, form: mark === '-' ? 'iso' : 'parted' },
    })
  for (const { 0: whole, 1: first, 3: second, 4: year, index } of hasFigures
    ? text.matchAll(figures)
    : []) {
    // Day before month, as most of the world writes; the other way round where only that can be.
    const turned = Number(second) > 12 && Number(first) <= 12
    found.push({
      ...{ year: Number(year), month: Number(turned ? first : second) },
      ...{ day: Number(turned ? second : first) },
      ...{ start: index, end: index + whole.length, form: 'figures' },
    })
  }
  return found
}

/** The date whose month is named from `start` to `end`; a month with neither day nor year is none. */
function aroundMonth(
  text: string,
  start: number,
  end: number,
): Omit<WrittenDate, 'month'> | undefined {
  const before = text.slice(Math.max(0, start - 16), start)
  const behind = text.slice(end, end + 24)
  const day = dayBefore.exec(before)
  const year = yearBehind.exec(behind)
  const dayFirst = day?.[1]
  if (dayFirst !== undefined)
    return {
      day: Number(dayFirst),
      ...(year === null ? {} : { year: Number(year[1]) }),
      start: start - before.length + before.lastIndexOf(dayFirst),
      end: end + (year?.[0].length ?? 0),
      form: 'day-month',
    }
  const monthFirst = dayBehind.exec(behind)
  if (monthFirst !== null)
    return {
      day: Number(monthFirst[1]),
      ...(monthFirst[2] === undefined ? {} : { year: Number(monthFirst[2]) }),
      start,
      end: end + monthFirst[0].length,
      form: 'month-day',
    }
  return year === null
    ? undefined
    : { year: Number(year[1]), start, end: end + year[0].length, form: 'month' }
}

/** A day that the calendar has; a month alone is one. */
export const exists = ({ day, month: number, year }: WrittenDate): boolean =>
  number >= 1 && number <= 12 && (day === undefined || (day >= 1 && day <= daysIn(number, year)))
