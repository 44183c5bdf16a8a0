const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

const name = '(Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)'
const whole = '(January|February|March|April|August|September|October|November|December)'
const month = `(?:${whole}|${name}\\.?)`
const day = '(\\d{1,2})(?:st|nd|rd|th)?'
const year = '((?:1[5-9]|20)\\d\\d)'

/** "2020-12-04", "Dec. 4, 2020", "4 December 2020", "December 2020". */
const spelled = new RegExp(
  [
    `(?<iso>${year}-(\\d\\d)-(\\d\\d))`,
    `(?<monthFirst>${month}\\s${day},?\\s${year})`,
    `(?<dayFirst>${day}\\s(?:of\\s)?${month},?\\s${year})`,
    `(?<monthAlone>${month},?\\s${year})`,
  ]
    .map((form) => `(?<![\\p{L}\\p{N}-])${form}(?![\\p{L}\\p{N}]|-\\d)`)
    .join('|'),
  'gu',
)

/**
 * The dates that a text spells out, in order, as ISO 8601: a day as `2020-12-04`, a month as `2020-12`.
 * English names of months, and ISO dates. A year alone is no date, and 4/12/2020 may be either of two
 * days; a day that no calendar has is left out.
 */
export function datesIn(text: string): string[] {
  const found = new Set<string>()
  for (const match of text.matchAll(spelled)) {
    const date = toIso(match[0])
    if (date !== undefined) found.add(date)
  }
  return [...found]
}

function toIso(text: string): string | undefined {
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(text)
  if (iso !== null) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const of = Number(/\d{4}$/u.exec(text)?.[0])
  const word = /[A-Z][a-z]+/u.exec(text)?.[0].toLowerCase().slice(0, 3) ?? ''
  const number = months.findIndex((each) => each.startsWith(word)) + 1
  const numeral = /\b\d{1,2}(?!\d)/u.exec(text)?.[0]
  if (number === 0) return undefined
  return numeral === undefined
    ? `${of}-${String(number).padStart(2, '0')}`
    : existing(of, number, Number(numeral))
}

/** A day that the calendar has. */
function existing(of: number, monthOf: number, dayOf: number): string | undefined {
  const iso = `${of}-${String(monthOf).padStart(2, '0')}-${String(dayOf).padStart(2, '0')}`
  return new Date(`${iso}T00:00:00Z`).toJSON()?.slice(0, 10) === iso ? iso : undefined
}
