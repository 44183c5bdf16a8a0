import type { Damage, Finder } from '../damage.ts'
import { labelsIn } from './joined-footnotes.ts'
import { headsLine, isEscaped, type Ground } from '../ground.ts'

const spaced = /\[([\p{Zs}\t]{0,8})\^([^[\]\n\0]{1,80})\]/gu

interface Place {
  readonly whole: string
  readonly inner: string
  readonly label: string
  readonly isText: boolean
  readonly start: number
  readonly end: number
}

/**
 * `[ ^568]`, `[^ 568 ]`, `[^5 68]`: with any white space a label is none (GFM footnotes). Where the
 * call and the text of a note are written alike they are told together.
 */
export const spaceInFootnote: Finder = (ground) => {
  const places = placesOf(ground)
  const partner = partnersIn(places)
  const partners = new Set(partner.values())
  return places.flatMap((place): Damage[] => {
    if (partners.has(place)) return []
    const other = partner.get(place)
    const both = other === undefined ? [place] : [place, other]
    const { whole, inner, label, start, end } = place
    const mended = both.map(({ isText }) => `[^${label}]${isText ? ':' : ''}`)
    const isKnown = ground.isDefined(label) || ground.lacksText(label)
    const isNote = label.split('-').length > 4 && !isKnown && other === undefined
    const isCertain = isKnown !== (other !== undefined)
    return [
      {
        rule: 'space-in-footnote',
        start,
        end,
        message: `a space stands inside the brackets of \`${whole}\``,
        help: isNote
          ? `write \`^[${inner.trim()}]\` for a note in its place, or \`[^label]\` for a call`
          : `write ${mended.map((each) => `\`${each}\``).join(' and ')}`,
        ...(isCertain
          ? {
              fix: both.map((each, index) => ({
                start: each.start,
                end: each.end,
                text: mended[index] ?? '',
              })),
            }
          : {}),
        ...(other === undefined
          ? {}
          : {
              also: [
                {
                  start: other.start,
                  end: other.end,
                  is: other.isText ? 'and before its text' : 'and in its call',
                },
              ],
            }),
        heals: both.map((each) => ({
          what: each.isText ? 'definition' : 'call',
          label,
          offset: each.start,
        })),
      },
    ]
  })
}

function placesOf(ground: Ground): Place[] {
  return [...ground.masked.matchAll(spaced)].flatMap(
    ({ index, 0: whole, 1: lead = '', 2: inner = '' }) => {
      if (lead === '' && !/[\p{Zs}\t]/u.test(inner)) return []
      // A no-break space is allowed in a label, and well where call and text have it: `footnote-label`.
      if (lead === '' && !/[ \t]/.test(inner) && ground.isDefined(inner)) return []
      if (isEscaped(ground.masked, index) || labelsIn(ground, inner) !== undefined) return []
      const label = meant(ground, inner)
      if (label === undefined) return []
      const isText = ground.text[index + whole.length] === ':' && headsLine(ground.text, index)
      const end = index + whole.length + (isText ? 1 : 0)
      return [{ whole, inner, label, isText, start: index, end }]
    },
  )
}

/** The text of each call, or the call of each text that comes first, where both have the same space. */
function partnersIn(places: readonly Place[]): ReadonlyMap<Place, Place> {
  const first = new Map<string, Place>()
  const partners = new Map<Place, Place>()
  for (const place of places) {
    const before = first.get(place.inner)
    if (before === undefined) first.set(place.inner, place)
    else if (before.isText !== place.isText && !partners.has(before)) partners.set(before, place)
  }
  return partners
}

/** The label that was meant: without its spaces, or with dashes in their place where such a note exists. */
function meant(ground: Ground, inner: string): string | undefined {
  const words = inner.split(/[\p{Zs}\t]+/u).filter((word) => word !== '')
  // A class of characters, `[^ ]` or `[^ a-z]`, is no call.
  if (!/^[\p{L}\p{N}]/u.test(words[0] ?? '') || /[a-z]-[a-z]\b/.test(words[0] ?? ''))
    return undefined
  const candidates = [words.join(''), words.join('-'), words.join('_')]
  const known = candidates.find((label) => ground.isDefined(label) || ground.lacksText(label))
  // `[^568 and more text]` is a call that is not closed.
  const [first = ''] = words
  const isCall = ground.isDefined(first) || ground.lacksText(first)
  if (known === undefined && words.length > 1 && isCall) return undefined
  return known ?? (words.every((word) => /^\d+$/.test(word)) ? words.join('') : words.join('-'))
}
