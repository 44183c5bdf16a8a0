/** Characters of a URI as RFC 3986, appendix A, lists them. */
const uri = /^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/u

const live = new Set(['http:', 'https:', 'mailto:'])

/**
 * The address that a link may lead to, or nothing: whatever else a manuscript holds (`javascript:`,
 * `file:`, a UNC path, a word) is shown as text. A DOI leads to its resolver. An address with other
 * characters than a URI's is written as the URL standard spells it.
 */
export function liveAddress(written: string): string | undefined {
  const address = written.replace(/^doi:/iu, 'https://doi.org/')
  // The URL parser forgives control characters and backslashes; what needs that is not an address.
  if (/[\u0000-\u001f\u007f\\]/u.test(address)) return undefined
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url === undefined || !live.has(url.protocol)) return undefined
  if (url.protocol !== 'mailto:' && !/^https?:\/\//iu.test(address)) return undefined
  return uri.test(address) ? address : url.href
}
