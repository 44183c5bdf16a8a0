// In: books, and what is known from before. Out: findings, and what is known now.
// Never: asked for by a build. The one place of this program that speaks to the network.
import type { Diagnostic, Warned } from '../diagnostic/diagnostic.ts'
import { chaptersOf, type Book } from '../model/book.ts'
import { addressesOf } from './address.ts'
import type { LinkCache } from './cache.ts'
import { lookUp, type Outcome } from './look-up.ts'
import { askWith } from './request.ts'
import { say } from './say.ts'
import { takeTurns } from './turns.ts'

/** How politely and how patiently addresses are looked up. Times in milliseconds. */
export interface LinkOptions {
  readonly userAgent: string
  /** ISO date, for what is remembered. */
  readonly today: string
  /** Whether hosts of a private network, and this machine, may be asked. */
  readonly allowPrivate: boolean
  /** For one request. */
  readonly timeout: number
  /** For all of them; what is left then is not looked up. */
  readonly wholeTime: number
  /** Requests under way at once; to one host never more than one. */
  readonly atOnce: number
  /** Between two requests to one host. */
  readonly pause: number
  /** As long as a server may ask us to wait (`Retry-After`). */
  readonly longestWait: number
  readonly mostRetries: number
  readonly mostRedirects: number
}

export const linkDefaults = {
  allowPrivate: false,
  timeout: 20_000,
  wholeTime: 15 * 60_000,
  atOnce: 8,
  pause: 500,
  longestWait: 30_000,
  mostRetries: 2,
  mostRedirects: 10,
} as const satisfies Partial<LinkOptions>

/** Looks up every web address of books that is not known from before. `progress` is called as each comes in. */
export async function checkLinks(
  books: readonly Book[],
  known: LinkCache,
  options: LinkOptions,
  progress: (done: number, all: number) => void = () => {},
): Promise<Warned<LinkCache>> {
  const addresses = addressesOf(books.flatMap(chaptersOf))
  const unasked = addresses.filter(({ url }) => !known.has(url))
  const found = await lookUpAll(
    unasked.map(({ url }) => url),
    options,
    progress,
  )
  const now = new Map(known)
  for (const [url, outcome] of found)
    if (!isSilent(outcome)) now.set(url, { outcome, on: options.today })

  const dates = new Map(
    books.flatMap((book) =>
      chaptersOf(book).map(({ file }) => [file, book.metadata.date] as const),
    ),
  )
  const diagnostics = addresses.flatMap(({ url, places }): Diagnostic[] => {
    const outcome = found.get(url) ?? now.get(url)?.outcome
    if (outcome === undefined) return []
    return places
      .map((place) => say(outcome, place, dates.get(place.file) ?? options.today))
      .filter((each) => each !== undefined)
  })
  return { value: now, diagnostics }
}

async function lookUpAll(
  urls: readonly string[],
  options: LinkOptions,
  progress: (done: number, all: number) => void,
): Promise<ReadonlyMap<string, Outcome>> {
  const finished = new AbortController()
  const signal = AbortSignal.any([finished.signal, AbortSignal.timeout(options.wholeTime)])
  const ask = askWith({ ...options, signal })
  const turns = takeTurns({ ...options, signal })
  let done = 0
  try {
    const outcomes = await Promise.all(
      urls.map(async (url) => {
        const outcome = await lookUp(url, { ...options, ask, turns })
        progress(++done, urls.length)
        return [url, outcome] as const
      }),
    )
    return new Map(isOffline(outcomes) ? outcomes.map(doubted) : outcomes)
  } finally {
    // Pauses that nobody waits for any more.
    finished.abort()
  }
}

/** Nobody answered, or nobody was asked. Not remembered: it may be otherwise in a minute. */
const isSilent = (outcome: Outcome): boolean =>
  outcome.kind === 'unknown' &&
  ['time', 'network', 'private', 'stopped'].some((why) => why === outcome.why)

/** No server at all has answered: then it is not the addresses that are at fault. */
const isOffline = (outcomes: readonly (readonly [string, Outcome])[]): boolean =>
  outcomes.every(
    ([, outcome]) => isSilent(outcome) || (outcome.kind === 'dead' && outcome.why === 'name'),
  )

const doubted = ([url, outcome]: readonly [string, Outcome]): readonly [string, Outcome] =>
  outcome.kind === 'dead' ? [url, { kind: 'unknown', why: 'network' }] : [url, outcome]
