/** A stretch of text that is an address, or is none. */
export interface Stretch {
  readonly type: 'text' | 'address'
  /** Of an address: without angle brackets. */
  readonly text: string
}

const ADDRESS =
  /<((?:https?|ftp):\/\/[^\s<>]+)>|(?<![\p{L}\p{N}])(?:https?|ftp):\/\/[^\s<>\uFDD0]+/gu

/** Parts a text into addresses and what stands between them. */
export function readAddresses(text: string): readonly Stretch[] {
  const stretches: Stretch[] = []
  let from = 0
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[1] ?? bareAddress(match[0])
    const to = match.index + (match[1] === undefined ? address.length : match[0].length)
    if (!/:\/\/[\p{L}\p{N}[]/u.test(address)) continue
    stretches.push({ type: 'text', text: text.slice(from, match.index) })
    stretches.push({ type: 'address', text: address })
    from = to
  }
  stretches.push({ type: 'text', text: text.slice(from) })
  return stretches.filter((stretch) => stretch.text !== '')
}

/** An address without the punctuation of the sentence around it (as GFM 6.9, extended autolinks). */
function bareAddress(text: string): string {
  let unopened = text.split(')').length - text.split('(').length
  let end = text.length
  for (; end > 0; end -= 1) {
    const last = text[end - 1] ?? ''
    if (last === ')' ? unopened <= 0 : !/[.,;:!?'"*_~”’»\]⁰¹²³⁴-⁹]/u.test(last)) break
    if (last === ')') unopened -= 1
  }
  return text.slice(0, end)
}

/** The name of a parameter that belongs to one visit, not to the page visited. */
export const sessionToken = (address: string): string | undefined =>
  /[?&;]((?:p_auth|(?:[\w-]*_)?(?:session_?id|sid|sess|token)|phpsessid|jsessionid|cftoken)=[^&#]*)/i.exec(
    address,
  )?.[1]
