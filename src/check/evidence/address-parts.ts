import { domainToASCII } from 'node:url'

/** The parts of an address (RFC 3986, appendix B), as written. */
export interface AddressParts {
  /** In lower case, without colon. */
  readonly scheme: string
  readonly host: string
  /** Without colon; absence means none, empty one that lacks its digits. */
  readonly port?: string
  readonly path: string
  /** Without question mark; absence means none. */
  readonly query?: string
  readonly fragment?: string
}

/** Every rule about addresses asks for the parts of the same ones, chapter by chapter. */
const known = new Map<string, { readonly parts: AddressParts | undefined }>()
const mostKnown = 1000

/** Splits an address with an authority (`scheme://host…`); absence means that it has none. */
export function partsOf(url: string): AddressParts | undefined {
  const before = known.get(url)
  if (before !== undefined) return before.parts
  if (known.size === mostKnown) known.clear()
  const parts = split(url)
  known.set(url, { parts })
  return parts
}

function split(url: string): AddressParts | undefined {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)((?:\/[^?#]*)?)(?:\?([^#]*))?(?:#(.*))?$/is.exec(
    url,
  )
  if (match === null) return undefined
  const [, scheme = '', authority = '', path = '', query, fragment] = match
  const host = authority.slice(authority.lastIndexOf('@') + 1)
  const colon = host.startsWith('[') ? host.indexOf(':', host.indexOf(']')) : host.indexOf(':')
  return {
    scheme: scheme.toLowerCase(),
    host: colon === -1 ? host : host.slice(0, colon),
    ...(colon === -1 ? {} : { port: host.slice(colon + 1) }),
    path,
    ...(query === undefined ? {} : { query }),
    ...(fragment === undefined ? {} : { fragment }),
  }
}

/** A host as machines compare it: punycode, lower case, no final dot (UTS #46); as written where it is none. */
export const asciiHost = (host: string): string => {
  const plain = host.toLowerCase().replace(/\.$/u, '')
  return /^[a-z0-9.-]*$/u.test(plain) ? plain : domainToASCII(plain) || plain
}

/** The query's parameters as they are written, with what parts them. */
export const parametersOf = (query: string): string[] => query.split(/&(?:amp;)?|;/u)

/** Name of a parameter. */
export const nameOf = (parameter: string): string => parameter.split('=', 1)[0] ?? ''

/**
 * What two spellings of one address have in common: scheme, `www.`, case of the host, percent-encoding,
 * punycode, a final slash, HTML escapes and the default port make no other address. The fragment is
 * a place on the page. `drop` says which parameters do not count.
 */
export function sameAs(url: string, drop: (name: string) => boolean = () => false): string {
  const parts = partsOf(url.replaceAll(/&amp;/gi, '&'))
  if (parts === undefined) return decoded(url)
  const query =
    parts.query === undefined
      ? ''
      : parametersOf(parts.query)
          .filter((parameter) => parameter !== '' && !drop(nameOf(parameter)))
          .join('&')
  const host = asciiHost(parts.host)
    .replace(/^www\./u, '')
    .replace(/^dx\.doi\.org$/u, 'doi.org')
  const port = ['', '80', '443'].includes(parts.port ?? '') ? '' : `:${parts.port}`
  const path = decoded(parts.path)
    .replace(/(?<!\/)\/+$/u, '')
    .replace(/;jsessionid=[^/]*$/i, '')
  return `${host}${port}${path}${query === '' ? '' : `?${decoded(query)}`}`
}

/** Percent-encoded letters as letters, in one normal form (RFC 3986, 6.2.2.2); as written where the code is broken. */
function decoded(text: string): string {
  if (/^[!-$&-~]*$/.test(text)) return text
  try {
    return decodeURIComponent(text).normalize('NFC')
  } catch {
    return text.normalize('NFC')
  }
}
