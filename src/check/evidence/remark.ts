import { titlesIn, type NoteSource } from './note-sources.ts'

/** A year, a share or a count that a sentence names in passing. */
const inPassing =
  /(?<!\p{L})(?:in|since|until|by|from|during|after|before)\s(?:(?:early|late|mid)\s)?(?:\p{Lu}\p{Ll}{2,8}\s)?(?:1[5-9]|20)\d{2}s?(?![\p{N}\p{L}/-])|(?<![\p{N}\p{L}.,-])\d{1,3}(?:[.,]\d{1,3}){0,3}\s?(?:%|per ?cent(?!\p{L})|million(?!\p{L})|billion(?!\p{L}))/gu

const verb =
  /(?<!\p{L})(?:is|are|was|were|has|have|had|did|does|do|could|would|declined|refused|remains?|remained|became|began|means?)(?!\p{L})/u

/** Names of what can be looked up. */
const named =
  /(?<!\p{L})(?:Act|Law|Code|Bill|Decree|Order|Resolution|Regulation|Directive|Convention|Treaty|Charter|Constitution|Report|Survey|Census|Review|Journal|Times|Post|News|Press|Gazette|Agency)s?(?!\p{L})|@/u
/** Words by which a sentence cites or points. */
const cites =
  /(?<!\p{L})(?:according|says?|said|reports?|reported|states?|stated|writes?|wrote|cite[sd]?|quote[sd]?|interviews?|interviewed|letters?|e-?mails?|speech|statements?|supra|infra|ibid|ibidem|idem|id|op|loc|above|below|see|cf|notes?|nn?|fn|pp?|vol|no|art)(?!\p{L})/iu

/**
 * A note that is a sentence and names nothing to look up, though a year or a share stands in it: "The
 * ministry was founded in 2019." English.
 */
export function isRemark({ masked, hasAddress }: NoteSource): boolean {
  if (hasAddress || masked.length > 600 || !/^[\p{Lu}][^()[\]]+[.!]\s*$/u.test(masked)) return false
  if (
    !verb.test(masked) ||
    named.test(masked) ||
    cites.test(masked) ||
    / v\.? \p{Lu}/u.test(masked)
  )
    return false
  return titlesIn(masked).length === 0 && !/\d|\p{Pi}|["*_]/u.test(masked.replace(inPassing, ' '))
}
