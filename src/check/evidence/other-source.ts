import { partsOf } from './address-parts.ts'
import { sharedBy, type CitationForm } from './citation-form.ts'
import type { Citation } from './citations.ts'

/** More titles are a list. */
const most = 8

/** English words that no title of another language has. */
const english = new Set('the of and in on for to with from a an by is how what why'.split(' '))

/**
 * The citations of one address that name another source than the rest do: two sources, one of them
 * cited once, with titles that have nothing in common. A page that leads to many sources, a volume
 * with its parts, a title and its translation are left alone.
 */
export function othersAmong(citations: readonly Citation[]): readonly {
  readonly citation: Citation
  readonly model: Citation
}[] {
  const first = citations[0]
  if (first === undefined || citations.length < 2 || !leadsToOne(first.url)) return []
  const titled = citations.filter(({ form }) => isTitled(form()))
  const model = titled[0]
  if (model === undefined) return []
  const others = titled.filter((citation) => isOther(model, citation))
  const odd = others[0]
  if (odd === undefined) return []
  // Of three sources none is the wrong one: the address is that of a list.
  const same = titled.filter((citation) => !others.includes(citation))
  if (others.some((citation) => isOther(odd, citation))) return []
  if (others.length === 1) return [{ citation: odd, model }]
  return same.length === 1 ? [{ citation: model, model: odd }] : []
}

/** The address of a page, not that of a list or a portal: deeper than one word. */
function leadsToOne(url: string): boolean {
  const { path = '', query } = partsOf(url) ?? {}
  return query !== undefined || /[^/]\/[^/]|[-_.\d]/u.test(path)
}

const isTitled = ({ words, titles: [title = []] }: CitationForm): boolean =>
  words !== undefined && title.join('').length >= 8 && title.length >= 2

function isOther(a: Citation, b: Citation): boolean {
  const [one, two] = [a.form(), b.form()]
  if (one.key === two.key) return false
  const [first = [], second = []] = [one.titles[0], two.titles[0]]
  if (a.note === b.note || placeIn(a.url) !== placeIn(b.url)) return false
  const titles = two.titles.slice(0, most)
  if (one.titles.slice(0, most).some((title) => titles.some((other) => isLike(title, other))))
    return false
  if (scriptOf(first) !== scriptOf(second)) return false
  if (isEnglish(first) && isEnglish(second)) return true
  // Another author or another date: no translation of the same.
  const around = (form: CitationForm): readonly string[] => {
    const inTitles = new Set(form.titles.flat())
    return (form.words ?? []).filter((word) => !inTitles.has(word))
  }
  const [left, right] = [around(one), around(two)]
  return (
    left.length > 1 &&
    right.length > 1 &&
    sharedBy(left, right) * 2 < Math.min(left.length, right.length)
  )
}

/** A word in common that is more than grammar, or a year. */
const isLike = (a: readonly string[], b: readonly string[]): boolean =>
  sharedBy(
    a.filter((word) => word.length > 3),
    b.filter((word) => word.length > 3),
  ) > 0

const placeIn = (url: string): string => partsOf(url)?.fragment ?? ''

const isEnglish = (words: readonly string[]): boolean => words.some((word) => english.has(word))

const scriptOf = (words: readonly string[]): string => {
  const letters = words.join('')
  if (/\p{Script=Latin}/u.test(letters)) return 'Latin'
  return /\p{Script=Cyrillic}/u.test(letters) ? 'Cyrillic' : 'other'
}
