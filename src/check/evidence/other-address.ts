import { partsOf } from './address-parts.ts'
import { archive } from './archives.ts'
import type { Citation } from './citations.ts'
import { shorteners } from './shorteners.ts'

interface Difference {
  readonly citation: Citation
  readonly model: Citation
}

/** Before it is read more closely: the letters of the first title. */
const firstTitle = /\u0001([^\u0001\u0002]{8,300})\u0002|“([^“”]{8,300})”|«([^«»]{8,300})»/u

/**
 * The same author, title and date with two addresses: one of them is mistyped, or pasted from another
 * note. An archived copy, a lasting identifier beside a publisher's page, another language or form of
 * the same page, and parts of one work are no such thing.
 */
export function otherAddresses(all: readonly Citation[]): readonly Difference[] {
  const byTitle = new Map<string, Citation[]>()
  for (const citation of all) {
    const match = firstTitle.exec(citation.lead)
    const title = match?.slice(1).find((group) => group !== undefined)
    if (title === undefined) continue
    const key = title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
    const group = byTitle.get(key)
    if (group === undefined) byTitle.set(key, [citation])
    else group.push(citation)
  }
  const found: Difference[] = []
  for (const citations of byTitle.values()) {
    const [first] = citations
    if (first === undefined || citations.every(({ address }) => address === first.address)) continue
    found.push(...differencesIn(citations))
  }
  return found
}

/** Held to the address that is cited most, of two the first. */
function differencesIn(citations: readonly Citation[]): Difference[] {
  const counts = new Map<string, number>()
  for (const { address } of citations) counts.set(address, (counts.get(address) ?? 0) + 1)
  // Three addresses with one title are the pages of a series or of a data set.
  if (counts.size > 2) return []
  const [first, second] = [...counts]
  const usual = (second?.[1] ?? 0) > (first?.[1] ?? 0) ? second?.[0] : first?.[0]
  const model = citations.find(({ address }) => address === usual)
  if (model === undefined) return []
  return citations.flatMap((citation) =>
    citation.address !== usual && isSameSource(citation, model) ? [{ citation, model }] : [],
  )
}

function isSameSource(a: Citation, b: Citation): boolean {
  const [one, two] = [a.form(), b.form()]
  if (a.note === b.note || one.words === undefined || one.key !== two.key) return false
  if (one.places !== two.places) return false
  const title = one.titles[0] ?? []
  const own = one.words.slice(0)
  const isDated = own.some((word) => /^(?:1[5-9]|20)\d\d$/.test(word))
  // A day tells an article from a series of that name.
  const hasDay = own.filter((word) => /^\d{1,4}$/.test(word)).length > 1
  if (title.length < 3 || !isDated || (!hasDay && title.length < 5)) return false
  // Author and date stand beside the title.
  return own.length >= title.length + 2 && !areForms(a.url, b.url)
}

/** Whether two addresses may both be right. */
function areForms(a: string, b: string): boolean {
  if (isStandIn(a) || isStandIn(b)) return true
  const [one, two] = [pathOf(a), pathOf(b)]
  if (one === undefined || two === undefined) return true
  if (one.plain === two.plain || one.whole.startsWith(two.whole) || two.whole.startsWith(one.whole))
    return true
  return one.unpaged === two.unpaged
}

/** An archive, a lasting identifier, a shortener: it stands for an address that may be the other one. */
function isStandIn(url: string): boolean {
  const host =
    partsOf(url)
      ?.host.toLowerCase()
      .replace(/^www\./u, '') ?? ''
  return (
    archive.test(url) ||
    shorteners.has(host) ||
    /(?:^|\.)(?:doi\.org|handle\.net|purl\.org|w3id\.org|n2t\.net|jstor\.org|ssrn\.com|arxiv\.org|nbn-resolving\.org|youtu\.be|archive\.org)$/u.test(
      host,
    )
  )
}

/** Names of languages and of forms of a page. */
const formName =
  /^(?:[a-z]{2}(?:[-_][a-z]{2})?|eng|rus|kaz|fra|fre|deu|ger|spa|s?html?|pdf|amp|print|full|fulltext|abstract|download|epub|text|mobile|index|default|view|article|articles)$/
/** Parts of one work. */
const part =
  /(?:^|[-_/=?&])(?:p|page|pages|part|chapter|ch|section|annex|start|offset|seite|vol|no)?[-_=]?\d{1,3}(?=$|[-_/&.])/gu

function pathOf(
  url: string,
): { readonly whole: string; readonly plain: string; readonly unpaged: string } | undefined {
  const parts = partsOf(url.toLowerCase())
  if (parts === undefined) return undefined
  const host = parts.host.replace(/^(?:www\d?|m|mobile|amp|[a-z]{2})\.(?=[^.]+\.)/u, '')
  const query = parts.query === undefined ? '' : `?${parts.query}`
  const whole = `${host}${parts.path.replace(/(?<!\/)\/+$/u, '')}${query}`
  const plain = [host, ...parts.path.split(/[/.]/u), ...(parts.query ?? '').split(/[=&]/u)]
    .filter((name) => name !== '' && !formName.test(name))
    .join('/')
  return { whole, plain, unpaged: plain.replace(part, '') }
}
