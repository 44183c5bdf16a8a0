import { askedFor } from './address.ts'
import type { Answer, Ask, Failure } from './request.ts'
import type { Turns } from './turns.ts'

/** What became of an address. */
export type Outcome =
  | { readonly kind: 'sound' }
  /** Found, after a redirect that is meant for good: `to` is the new address. */
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'dead'; readonly why: number | 'name' }
  /** Not known: `why` is a status, a failure, or what was wrong with a redirect. */
  | { readonly kind: 'unknown'; readonly why: number | Failure | 'circle' | 'many' | 'astray' }

export interface LookUpOptions {
  readonly ask: Ask
  readonly turns: Turns
  /** Redirects that are followed. */
  readonly mostRedirects: number
  /** Milliseconds that a server may ask us to wait; one that asks for more is not asked again. */
  readonly longestWait: number
  /** Times that a server which is busy is asked again. */
  readonly mostRetries: number
}

/** Looks one address up, following redirects by hand. Redirects are requests too, and wait for their host's turn. */
export async function lookUp(address: string, options: LookUpOptions): Promise<Outcome> {
  const seen = new Set([address])
  /** Where redirects that are meant for good have led so far, until the first that is not. */
  let settledAt = address
  let isForGood = true
  for (let url = address; ;) {
    const answer = await answerFrom(url, options)
    if (typeof answer === 'string')
      return answer === 'name' ? { kind: 'dead', why: 'name' } : { kind: 'unknown', why: answer }
    const { status, location } = answer
    if (!isRedirect(status)) return outcomeOf(status, settledAt === address ? undefined : settledAt)
    const next = location === undefined ? undefined : followed(location, url)
    if (next === undefined) return { kind: 'unknown', why: 'astray' }
    if (seen.has(next)) return { kind: 'unknown', why: 'circle' }
    if (seen.size > options.mostRedirects) return { kind: 'unknown', why: 'many' }
    seen.add(next)
    isForGood &&= status === 301 || status === 308
    if (isForGood) settledAt = next
    url = next
  }
}

const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status)

function outcomeOf(status: number, moved: string | undefined): Outcome {
  if (status === 404 || status === 410) return { kind: 'dead', why: status }
  if (status < 200 || status > 299) return { kind: 'unknown', why: status }
  return moved === undefined ? { kind: 'sound' } : { kind: 'moved', to: moved }
}

function followed(location: string, from: string): string | undefined {
  return URL.canParse(location, from) ? askedFor(new URL(location, from).href) : undefined
}

/** The answer to HEAD, or to GET where HEAD is not answered well: many servers know pages by GET alone. */
async function answerFrom(url: string, options: LookUpOptions): Promise<Answer | Failure> {
  const head = await patiently(url, 'HEAD', options)
  const isEnough = typeof head === 'string' ? head !== 'closed' : head.status < 400 || isBusy(head)
  return isEnough ? head : patiently(url, 'GET', options)
}

/** 429 Too Many Requests, 503 Service Unavailable: what carries `Retry-After`. */
const isBusy = ({ status }: Answer): boolean => status === 429 || status === 503

/** Asks again where a server says when, and that is soon. */
async function patiently(
  url: string,
  method: 'HEAD' | 'GET',
  { ask, turns, longestWait, mostRetries }: LookUpOptions,
): Promise<Answer | Failure> {
  const { hostname } = new URL(url)
  for (let retries = 0; ; retries++) {
    const answer = await turns.take(hostname, async () => {
      const given = await ask(url, method)
      // Within the turn, so that nobody asks in between.
      const wait = typeof given === 'string' || !isBusy(given) ? undefined : given.retryAfter
      if (wait !== undefined && wait <= longestWait) turns.holdOff(hostname, wait)
      return given
    })
    if (typeof answer === 'string' || !isBusy(answer)) return answer
    const { retryAfter } = answer
    if (retryAfter === undefined || retryAfter > longestWait || retries >= mostRetries)
      return answer
  }
}
