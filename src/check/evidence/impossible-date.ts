import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { diagnose } from '../../diagnostic/diagnose.ts'
import { groundOf } from '../ground.ts'
import type { Check } from '../rule.ts'
import { datesOf, exists, type WrittenDate } from './dates.ts'
import { daysIn } from './months.ts'

/**
 * "31 June", "Feb. 29, 2019", `2020-13-04`. Numbers of volumes, pages and files before a month are no
 * days, and a text may speak of days that there are not.
 */
export const impossibleDate: Check = (chapter) => {
  const { masked, at } = groundOf(chapter)
  return datesOf(chapter).flatMap((date): Diagnostic[] => {
    if (exists(date) || !isMeant(date, masked)) return []
    const { start, end, year, month, day = 0 } = date
    const days = daysIn(month, year)
    return [
      diagnose('impossible-date', {
        file: chapter.file,
        position: at(start, end),
        message: `\`${masked.slice(start, end).replace(/\s+/gu, ' ')}\` is no date`,
        ...(month < 1 || month > 12
          ? { note: `there is no month ${month}` }
          : day > days
            ? { note: `that month has ${days} days` }
            : {}),
        help: 'look it up in the source',
      }),
    ]
  })
}

function isMeant({ form, start, end, year, month, day = 0 }: WrittenDate, text: string): boolean {
  const before = text.slice(Math.max(0, start - 40), start)
  const after = text.slice(end, end + 12)
  // "No. 45 May 2020", "vol. 33 March", "pp. 31 June", "Case 2020-13-04".
  if (
    /(?:\b(?:no|nos|nr|vol|vols|iss|issue|number|volume|case|file|ref|pp?|art|doc|id|top|bd|heft|t|n)\b\.?|№|#|§)[:\s]{0,2}$/i.test(
      before,
    )
  )
    return false
  if (
    /\b(?:no|not|never|imaginary|fictitious|non-?existent|impossible|invalid)\b[^.]{0,30}$/i.test(
      before,
    )
  )
    return false
  // Sweden had it.
  if (year === 1712 && month === 2 && day === 30) return false
  if (form === 'iso') return (year ?? 0) >= 1500 && (year ?? 0) <= 2199
  // `2019/02/31`; "decision 2019/13/45" is no date.
  if (form === 'parted')
    return year !== undefined && year >= 1900 && year <= 2199 && month <= 12 && day > 0 && day <= 31
  if (form === 'figures') return (year ?? 0) >= 1500 && (year ?? 0) <= 2199 && day > 0 && day <= 31
  if (year !== undefined) return year >= 1000 && year <= 2199 && (form === 'month-day' || day <= 39)
  if (day === 0 || day > 31) return false
  // "In June 31 people": a day only before a mark, or with its ending.
  if (form === 'month-day')
    return (
      /(?:st|nd|rd|th)$/u.test(text.slice(start, end)) || /^(?:[,;)\]]|\.(?:\s|$))/u.test(after)
    )
  // "31 May" is a title or a name only in quotation marks.
  return !/[“"‘«]$/u.test(before)
}
