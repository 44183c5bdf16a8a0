import { archive } from './archives.ts'
import { titlesIn, withoutTitles, type NoteSource } from './note-sources.ts'

/** "Ibid." at the head of a note, also behind a signal; `Id.` as law reviews write it. */
const ibid =
  /^(?:(?:see|see also|but see|cf\.|accord|vgl\.|siehe|voir|см\.)\s+)?[*_]{0,2}(?:ibid(?:em)?|ibíd(?:em)?|ebd|ebenda|ebda|там же|id(?=\.[*_]{0,2}(?:\s|,|;|$)))(?![a-z\u00c0-\u024f\u0400-\u04ff-])\.?/i

/** Where a note begins with "ibid."; offsets into its text. `ID` is no `Id.`. */
export function ibidIn({ masked }: NoteSource): { start: number; end: number } | undefined {
  const match = ibid.exec(masked.slice(0, 60))?.[0]
  if (match === undefined || /ID\.?$/u.test(match)) return undefined
  const end = match.length
  const word = /[*_]{0,2}(?:(?<!\p{L})\p{L}+|там же)\.?$/iu.exec(match)?.[0] ?? match
  return { start: end - word.length, end }
}

/** Points to another note or part: the source stands there. */
const pointer =
  /@(?:fn|sec|fig|tbl|[\w-]+\/fn)-|(?<![a-z\u00c0-\u024f\u0400-\u04ff])(?:supra|infra|ibid|ibidem|idem|op\. ?cit|loc\. ?cit|above|below|see (?:foot)?note|(?:foot)?notes? \d|nn?\.? ?\d|fn\.? ?\d|там же|ebd|ebenda)(?![a-z\u00c0-\u024f\u0400-\u04ff])/i

/** Whether something in a note could be looked up: an address, a title, a figure, a pointer, a case ("Smith v Jones"). */
export const hasSource = ({ masked, hasAddress }: NoteSource): boolean =>
  hasAddress ||
  /\d/u.test(masked) ||
  pointer.test(masked) ||
  / v\.? \p{Lu}/u.test(masked) ||
  titlesIn(masked).length > 0

/** Addresses and no words but those that join them; an archived copy is announced by one. */
const bareAddresses =
  /^\s*(?:see(?: also)?:?\s+|cf\.\s+)?\0{2,}(?:(?:\s*[,;]\s*|\s+)(?:and\s+|und\s+|et\s+|see also\s+)?\0{2,}){1,9}[\s.]*$/iu

/**
 * How many sources a note names: parted by semicolons outside of titles and brackets, each with a title
 * and a year or an address; or addresses with a text of their own, or of two sites with none. An
 * archived copy is no second source. `written` is the note's text with its addresses.
 */
export function countSources({ masked }: NoteSource, written: string): number {
  if (bareAddresses.test(masked)) return countHosts(written)
  const outside = withoutTitles(masked).replace(/\([^()]{0,300}\)/gu, (whole) =>
    whole.replaceAll(';', ' '),
  )
  let count = 0
  let from = 0
  for (const { index } of [...outside.matchAll(/;|$/gu)]) {
    count += sourcesOfPart(masked.slice(from, index))
    from = index + 1
  }
  return count
}

function sourcesOfPart(part: string): number {
  const pieces = part.split(/\0{2,}/u)
  const leads = pieces.slice(0, -1)
  const own = leads.filter(isSource).length
  if (own > 0) return own
  const isDated = /(?<!\d)(?:1[5-9]|20)\d{2}(?!\d)/u.test(part)
  return isDated && (titlesIn(part).length > 0 || / v\.? \p{Lu}/u.test(part)) ? 1 : 0
}

/** Sites of addresses that stand alone; an archive or a lasting identifier may lead to the page beside it. */
function countHosts(written: string): number {
  const addresses = written.match(/(?:https?:\/\/|www\.)[^\s<>()]+/giu) ?? []
  if (addresses.some((url) => archive.test(url) || /doi\.org\/|handle\.net\//iu.test(url))) return 1
  const hosts = addresses.map((url) => /^(?:https?:\/\/)?(?:www\.)?([^/?#]+)/iu.exec(url)?.[1])
  return new Set(hosts).size
}

/** A title or a name, and not only "archived at", "and" or "PDF". */
const isSource = (lead: string): boolean =>
  titlesIn(lead).some(({ text }) => text.length > 6) ||
  (lead.match(/(?<!\p{L})\p{Lu}[\p{L}-]*\p{Ll}{2}/gu)?.length ?? 0) > 1
