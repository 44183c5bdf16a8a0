import type { Position } from '../diagnostic/diagnostic.ts'
import { pointAt } from '../diagnostic/place.ts'
import { hasCredentials } from '../model/address.ts'
import type { Chapter } from '../model/book.ts'

/** An address of a book as it is asked for, and everywhere it is written. */
export interface Address {
  /** Normalised (WHATWG URL), without its fragment: servers are not told that part (RFC 9110, 4.2.5). */
  readonly url: string
  readonly places: readonly AddressPlace[]
}

export interface AddressPlace {
  readonly file: string
  readonly position: Position
  /** As written, fragment included. */
  readonly written: string
}

/** The web addresses of chapters, each once, in reading order. Those with a name or a password in them are left alone. */
export function addressesOf(chapters: readonly Chapter[]): readonly Address[] {
  const byUrl = new Map<string, AddressPlace[]>()
  for (const { file, written } of chapters) {
    const links = [...written.links, ...written.linkDefinitions.filter(({ used }) => used)]
    for (const { url, position } of links) {
      const asked = askedFor(url)
      if (asked === undefined) continue
      const place = { file, position: within(position, written.scan), written: url }
      const known = byUrl.get(asked)
      if (known === undefined) byUrl.set(asked, [place])
      else known.push(place)
    }
  }
  return [...byUrl].map(([url, places]) => ({ url, places }))
}

/** The address that a server is asked for; undefined where it is none of the web's. */
export function askedFor(written: string): string | undefined {
  if (!/^https?:\/\//iu.test(written) || hasCredentials(written) || !URL.canParse(written))
    return undefined
  const url = new URL(written)
  url.hash = ''
  return url.href
}

/** The address alone, where it stands inside its link. */
function within(position: Position, scan: Chapter['written']['scan']): Position {
  const { start, end } = position
  let low = 0
  let high = scan.regions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((scan.regions[middle]?.start ?? Infinity) < start.offset) low = middle + 1
    else high = middle
  }
  // The last: a link's text may hold code, and its address follows it.
  let found: Position | undefined
  for (let at = low; (scan.regions[at]?.end ?? Infinity) <= end.offset; at++) {
    const region = scan.regions[at]
    if (region?.kind === 'url')
      found = {
        start: pointAt(scan.lineStarts, region.start),
        end: pointAt(scan.lineStarts, region.end),
      }
  }
  return found ?? position
}
