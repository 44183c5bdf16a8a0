import type { Chapter } from '../../model/book.ts'
import { groundOf } from '../ground.ts'
import { isMistypedScheme } from './scheme.ts'

/** Plain text that was meant as an address. Offsets into the chapter's text; `end` is exclusive. */
export interface MeantAddress {
  readonly start: number
  readonly end: number
  readonly message: string
  readonly help: string
}

const host =
  '(?:[a-z\\d\\u00a1-\\uffff][a-z\\d\\u00a1-\\uffff-]{0,62}\\.){1,6}[a-z\\u00a1-\\uffff][a-z\\d\\u00a1-\\uffff-]{1,62}'

/** What stands before and behind the marks of a scheme. */
const schemeBefore = /(?:^|[^a-z\d\u00c0-\u024f\u0400-\u04ff@/.+-])([a-z]{3,7})(\s?[:;.]{0,3}\s?)$/i
const hostBehind = new RegExp(`^[^\\S\\n]{0,2}(?=\0|${host})`, 'i')

/** `<www.x.org/page>`, `<x.org/page>`: brackets make an address of what has a scheme only (CommonMark 6.5). */
const bracketed = new RegExp(
  `<((?:www\\.${host}|${host}(?=/))(?:/[^\\s<>\0]{0,400})?)(>|(?=[\\s\0]|$))`,
  'gi',
)

/** Addresses that Markdown does not see, because their beginning is mistyped. */
export function addressesMeant(chapter: Chapter): MeantAddress[] {
  const { masked, text } = groundOf(chapter)
  const found: MeantAddress[] = []
  // Slashes are rare in prose; `http:www.x.org` has none.
  for (const match of masked.matchAll(/[/\\]{1,3}|[:;](?=www\.)/gi)) {
    const marks = match[0].replace(/[:;]/u, '')
    const at = match.index + match[0].length - marks.length
    const before = schemeBefore.exec(masked.slice(Math.max(0, at - 16), at))
    const [, scheme = '', colon = ''] = before ?? []
    const isWeb = /^https?$/i.test(scheme)
    if (before === null || (!isWeb && !isMistypedScheme(scheme))) continue
    const space = hostBehind.exec(masked.slice(at + marks.length, at + marks.length + 300))?.[0]
    if (space === undefined) continue
    const start = at - colon.length - scheme.length
    const rest = at + marks.length + space.length
    const whole = masked.slice(start, rest)
    const slashes = marks
    if (masked[rest] === '\0') {
      // `https:// <https://x.org>`: the scheme stands alone before an address.
      if (!isWeb || slashes !== '//' || !colon.includes(':')) continue
      if (!/^(?:www\.|https?:)/i.test(text.slice(rest, rest + 10))) continue
    }
    const www = /^www\./i.test(text.slice(rest, rest + 4))
    const spaced = space !== '' || /\s/u.test(colon)
    // "http or x.org", "HTTP: example.com": words. Only slashes, or a colon glued to `www.`, make an address.
    if (
      slashes.length < (www || colon.trim() !== '' ? 1 : 2) &&
      !(www && colon.trim() !== '' && !spaced)
    )
      continue
    if (isWeb && colon === ':' && slashes === '//' && !spaced) continue
    const length = /^[^\s<>\0]{0,200}/u.exec(masked.slice(rest, rest + 200))?.[0].length ?? 0
    found.push({
      start,
      end: rest + length,
      message: spaced
        ? `a space stands inside \`${whole}\`, which was meant as the beginning of an address`
        : `an address begins with \`${whole}\``,
      help: `write \`${/s$/i.test(scheme) ? 'https' : 'http'}://\``,
    })
  }
  for (const match of masked.includes('<') ? masked.matchAll(bracketed) : []) {
    const [whole, address = '', close = ''] = match
    if (close === '' && !/^www\./i.test(address)) continue
    // `<x.org/page>` without a scheme may be anything; a known ending makes it an address.
    if (
      !/^www\./i.test(address) &&
      !/\.(?:com|org|net|edu|gov|int|info|eu|uk|de|fr|ru|kz)\//i.test(address)
    )
      continue
    found.push({
      start: match.index,
      end: match.index + whole.length,
      message: `\`${whole}\` has no scheme, so that its brackets print and it is no link`,
      help: `write \`<https://${address}>\`, after seeing that it opens`,
    })
  }
  return found
}
