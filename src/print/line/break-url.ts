/**
 * Where an address may be divided over lines, never with a hyphen.
 *
 * *Chicago Manual of Style*, 17th ed., 14.18: after `://`, a slash or a colon; before a tilde, full
 * stop, comma, hyphen, underline, question mark, number or percent sign; before or after an equals
 * sign or ampersand. A line so never ends on a hyphen or stop that a reader might take for the
 * sentence's.
 */
export interface Opportunity {
  /** Index of the first character of the next line. */
  readonly at: number
  readonly cost: number
  /** True where only the emergency pass may break. */
  readonly isEmergency: boolean
}

const AFTER_SLASH = 0
const BEFORE_MARK = 10
const ABOUT_EQUALS = 20
const BEFORE_STOP = 30
const AFTER_COLON = 40
const AFTER_SCHEME = 120
const NEAR_END = 200
const WITHIN_RUN = 400

/** So near an end a break leaves a stump. */
const END = 3
/** Letters and digits in a row that may be cut anywhere when nothing else helps. */
const LONG_RUN = 18

const looksLikeAddress =
  /^[(<[“«]?(?:[a-z][a-z0-9+.-]*:\/\/|www\.|mailto:|doi:\S|[a-z0-9-]+(?:\.[a-z0-9-]+)+\/|[^\s@]+@[^\s@]+\.)/i

/** True where a stretch of text without spaces is an address of the web or of mail. */
export const isAddress = (text: string): boolean =>
  (text.includes('.') || text.includes(':')) && looksLikeAddress.test(text)

/** A closing bracket or stop of the sentence stays with the address, whose last slash it may follow. */
const closingMarks = /(?<![.,:;?!)\]>”»])[.,:;?!)\]>”»]+$/

/** The places in `url` where a line may end, ascending. */
export function breakUrl(url: string): readonly Opportunity[] {
  const scheme = url.indexOf('://')
  // Nothing breaks within the scheme; without one, the first character may still be a bracket.
  const first = scheme < 0 ? 1 : scheme + 3
  const found: Opportunity[] = []
  const long = longRuns(url)
  const closing = url.length - (closingMarks.exec(url)?.[0].length ?? 0)
  for (let at = first; at < url.length; at++) {
    if (isWithinEscape(url, at)) continue
    const cost = at < closing ? costAt(url, at, scheme) : undefined
    const nearEnd =
      at - first <= END && at !== scheme + 3 ? NEAR_END : url.length - at <= END ? NEAR_END : 0
    if (cost !== undefined) found.push({ at, cost: cost + nearEnd, isEmergency: false })
    else if (long[at] === 1) found.push({ at, cost: WITHIN_RUN, isEmergency: true })
  }
  return found
}

/** The cost of Chicago's rules at `at`; undefined where they allow no break. */
function costAt(url: string, at: number, scheme: number): number | undefined {
  const before = url.charAt(at - 1)
  const after = url.charAt(at)
  // Never a line that ends on what reads as punctuation or hyphen, nor one that starts with a closing mark.
  if (/[-.,~_?#%\u2010]/.test(before) || /[)\]>”»;!]/.test(after)) return undefined
  if (scheme >= 0 && at === scheme + 3) return AFTER_SCHEME
  if (before === '/' && after !== '/') return AFTER_SLASH
  if (before === ':' && after !== '/') return AFTER_COLON
  if (before === '=' || before === '&' || after === '=' || after === '&') return ABOUT_EQUALS
  if (after === '.' || after === '-' || after === ',') return BEFORE_STOP
  if (/[~_?#%@]/.test(after)) return BEFORE_MARK
  return undefined
}

/** True between `%` and the last of its two hexadecimal digits. */
const isWithinEscape = (url: string, at: number): boolean =>
  url.charAt(at - 1) === '%' || (url.charAt(at - 2) === '%' && /[0-9a-f]/i.test(url.charAt(at)))

/** 1 at each index that is inside a run of at least LONG_RUN letters and digits, not near its ends. */
function longRuns(url: string): Uint8Array {
  const inside = new Uint8Array(url.length + 1)
  for (const run of url.matchAll(/[\p{Letter}\p{Number}]+/gu)) {
    if (run[0].length < LONG_RUN) continue
    inside.fill(1, run.index + END, run.index + run[0].length - END + 1)
  }
  return inside
}
