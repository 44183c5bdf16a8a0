import type { Chapter } from '../../model/book.ts'
import type { WrittenHeading } from '../../model/written.ts'

/** What stands around a reference. */
interface Around {
  /** Up to 240 characters, of other paragraphs too. */
  readonly before: string
  /** Up to 40 characters. */
  readonly after: string
}

/** A law, or a work of others, of which the sentence speaks. */
const law =
  /(?<!\p{L})(?:acts?|laws?|codes?|bills?|statutes?|directives?|regulations?|constitution(?:al)?|ordinance|decree|treaty|convention|charter|court|judge|legislation|offence|penalty|annex|agreement|contract|licence|license|subsections?|paras?|paragraphs?|articles?)(?!\p{L})/iu
const pointsBefore =
  /(?:(?<!\p{L})(?:see|see also|cf\.|compare|as)|\b(?:discussed|described|explained|shown|argued|mentioned|outlined|examined|explored|presented|reviewed|introduced|traced)(?: further| more fully)? (?:in|by))\s+$/iu
const speaks =
  /^\s(?:(?:also|then|below|above) )?(?:explains?|describes?|discuss(?:es)?|shows?|argues?|examines?|explores?|traces?|turns|looks|outlines|reviews|introduces|presents|returns|concludes)(?!\p{L})/iu
const placed = /^,?\s(?:above|below)(?![\p{L}-])/iu

/**
 * The live form of "Section 3" where it means a part of this chapter: a word points to one, a heading
 * of that number could be meant, and nothing around speaks of a law. Headings that bear neither a
 * number nor an identifier are referred to by number only with "above" and "below".
 */
export function typedSection(
  number: number,
  chapter: Chapter,
  { before, after }: Around,
): string | undefined {
  // "section 3(2)", "Section 3 of", "Section 3 and 4 of the Act".
  if (/^\s?[(§]\s?\w|^\s(?:of|in|to)(?!\p{L})|^\s(?:and|or)\s\d/u.test(after)) return undefined
  const isPlaced = placed.test(after)
  if (isPlaced && isQuoted.test(before)) return undefined
  if (!isPlaced && !pointsBefore.test(before) && !speaks.test(after)) return undefined
  // "The Act of 2013. Section 3 shows": `above` and `below` leave no doubt, the rest does.
  const own = before.slice(before.lastIndexOf('\n\n') + 1)
  if (law.test(isPlaced ? after : own + after)) return undefined
  const { headings } = chapter.written
  const heading = headingOf(number, headings) ?? (isPlaced ? at(number, headings) : undefined)
  return heading && `@${heading.identifier ?? 'sec-x'}`
}

/** A quotation begins shortly before and has not ended. */
const isQuoted = /[“«„][^”»“]{0,80}$/u

/** By its place among those of the second level, where none has a number of its own. */
const at = (number: number, headings: readonly WrittenHeading[]): WrittenHeading | undefined =>
  headings.some(({ text }) => /^\d/u.test(text))
    ? undefined
    : headings.filter(({ level }) => level === 2)[number - 1]

const known = new WeakMap<readonly WrittenHeading[], ReadonlyMap<number, WrittenHeading>>()

/** By the number that a heading bears, else by its place among those of the second level. */
function headingOf(
  number: number,
  headings: readonly WrittenHeading[],
): WrittenHeading | undefined {
  const found = known.get(headings) ?? byNumber(headings)
  known.set(headings, found)
  return found.get(number)
}

function byNumber(headings: readonly WrittenHeading[]): ReadonlyMap<number, WrittenHeading> {
  const typed = headings.flatMap((heading) => {
    const digits = /^(\d{1,3})[.):]?\s/u.exec(heading.text)?.[1]
    return digits === undefined ? [] : [[Number(digits), heading] as const]
  })
  // The first of each number counts.
  if (typed.length > 0) return new Map(typed.reverse())
  return new Map(
    headings
      .filter(({ level }) => level === 2)
      .flatMap((heading, index) =>
        heading.identifier === undefined ? [] : [[index + 1, heading] as const],
      ),
  )
}
