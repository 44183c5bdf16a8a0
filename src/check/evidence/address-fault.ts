import type { Fix } from '../../diagnostic/diagnostic.ts'
import { partsOf } from './address-parts.ts'
import { isMistypedScheme } from './scheme.ts'

/** What is wrong with an address. Offsets into it; `end` is exclusive. */
export interface Fault {
  readonly start: number
  readonly end: number
  readonly message: string
  readonly help: string
  readonly fix?: readonly Fix[]
}

const retype = 'write the address as a browser shows it'

/** The first thing that is wrong with an address as it is written (RFC 3986); absence means nothing. */
export function faultOf(written: string): Fault | undefined {
  return schemeFault(written) ?? endFault(written) ?? hostFault(written) ?? percentFault(written)
}

/** 3.1 and 3.2: `scheme://`, once. */
function schemeFault(written: string): Fault | undefined {
  // Nearly all begin well.
  if (/^https?:\/\/(?![h/\\])/i.test(written)) return undefined
  // An addressee or an address of another kind is no web address.
  const start = /^([a-z][a-z0-9+.-]{0,30})(:{1,3})([/\\]{0,4})/i.exec(written)
  if (start === null) return undefined
  const [whole, scheme = '', colons = '', slashes = ''] = start
  const web = /^https?$/i.test(scheme)
  const at = { start: 0, end: whole.length }
  if (!web && !isMistypedScheme(scheme)) return undefined
  if (!web && slashes === '' && !/^www\./i.test(written.slice(whole.length))) return undefined
  const right = /^h?h?t*p*s/i.test(scheme) && /s/i.test(scheme) ? 'https' : 'http'
  if (!web || colons !== ':' || slashes !== '//')
    return {
      ...at,
      message: `an address begins with \`${whole}\``,
      help: web ? `write \`${scheme.toLowerCase()}://\`` : `write \`${right}://\``,
      ...(web && slashes !== '///' ? { fix: [{ ...at, text: `${scheme}://` }] } : {}),
    }
  const rest = written.slice(whole.length)
  const again = /^(?:https?:{0,2}\/{1,2}(?=[\p{L}\p{N}])|https?:(?=www\.))/iu.exec(rest)?.[0]
  if (again === undefined) return undefined
  return {
    start: 0,
    end: whole.length + again.length,
    message: 'an address has two schemes',
    help: 'write one of them',
  }
}

/** A mark that a text leaves at the end of an address, seen by the six letters of `.docx.` at most. */
const markLeft =
  /(?:[,;"'“”‘’«»>\]})，。；：、！？」』》）…]|(?<=[/)\]”"’'»>])\.|\.{3}|(?<=\.(?:html?|pdf|php|aspx?|docx?))[.:])$/i

/** All of them, one by one from the end: at each place no more than one can end. */
function leftAtEnd(written: string): string {
  let from = written.length
  while (written.length - from < 200) {
    const mark = markLeft.exec(written.slice(Math.max(0, from - 6), from))?.[0]
    if (mark === undefined) break
    from -= mark.length
  }
  return written.slice(from)
}

/** What a text leaves at the end of an address: marks, brackets and quotation marks that are not part of it. */
function endFault(written: string): Fault | undefined {
  // Nearly all end well.
  if (/[a-z\d/_=~#&?+%-]$/i.test(written)) return undefined
  const marks = leftAtEnd(written)
  const tail = marks.slice(ownAtHead(written, marks))
  if (tail === '') return undefined
  const start = written.length - tail.length
  if (/…|\.\.\./u.test(tail)) {
    // "https://…" stands for any address; so do the hosts of RFC 2606.
    if (start < 10 || /\bexample\.(?:com|org|net)\b/i.test(written)) return undefined
    return {
      start,
      end: written.length,
      message: 'an address is cut off',
      help: 'write the whole address',
    }
  }
  return {
    start,
    end: written.length,
    message: `an address ends with \`${tail}\``,
    help: 'write the mark behind the address, or take it out',
  }
}

/** How many closing brackets at the head of a tail have their opening ones, and are part of the address: `/wiki/Mercury_(planet)`. */
function ownAtHead(written: string, tail: string): number {
  const from = written.length - tail.length
  let own = 0
  for (const close of tail) {
    const open = { ')': '(', ']': '[', '}': '{' }[close]
    const until = written.slice(0, from + own + 1)
    if (open === undefined || until.split(open).length < until.split(close).length) return own
    own++
  }
  return own
}

/** Nearly every host: short, in plain letters, and with no mark beside another one. */
const isPlainHost = (host: string): boolean =>
  host.length < 64 &&
  host.includes('.') &&
  /^[a-z\d][a-z\d.-]*[a-z]$/i.test(host) &&
  !/[.-]{2}/.test(host)

/** `wwww.`, `ww.`, `www.www.` before a name and its ending; `ww.com` and `ww.org.uk` are names of their own. */
const wwwMistyped =
  /^(?:w{4,6}\.|ww\.(?!(?:com?|org|net|edu|gov|ac)\.)|www\.(?=www\.[^.]+\.))(?=[^.]+\.[^.]+)/i

/** 3.2.2 and RFC 1123, 2.1: labels of letters, digits and hyphens, two at least. */
function hostFault(written: string): Fault | undefined {
  const parts = partsOf(written)
  if (parts === undefined || !/^https?$/u.test(parts.scheme)) return undefined
  const { host, port } = parts
  if (port === undefined && isPlainHost(host) && !wwwMistyped.test(host)) return undefined
  const start = written.indexOf(host, parts.scheme.length + 3)
  const at = { start, end: start + host.length }
  const fault = (message: string): Fault => ({ ...at, message, help: retype })
  const rest = written.slice(parts.scheme.length + 3)
  if (!/[\p{L}\p{N}]/u.test(host))
    // "https://" alone speaks of the scheme, "https://…" stands for any address.
    return /[\p{L}\p{N}]/u.test(rest) && !host.startsWith('…')
      ? { start: 0, end: written.length, message: 'an address has no host', help: retype }
      : undefined
  if (host.startsWith('[') || host === 'localhost' || /[<>{}$%]/u.test(host)) return undefined
  const labels = host.replace(/\.$/u, '').split('.')
  if (labels.includes('')) return fault('the host of an address has two dots in a row')
  const odd = /[^\p{L}\p{M}\p{N}\p{Cf}_.\u00b7\u30fb。．｡-]/u.exec(host)?.[0]
  if (odd !== undefined) return fault(`the host of an address holds \`${odd}\``)
  const stutter = wwwMistyped.exec(host)?.[0]
  if (stutter !== undefined) return fault(`the host of an address begins with \`${stutter}\``)
  if (labels.some((label) => /^-|-$/u.test(label) || label.length > 63))
    return fault('the host of an address has a part that no host can have')
  const isNumber = labels.length === 4 && labels.every((label) => /^\d{1,3}$/u.test(label))
  if (labels.length < 2 && !/[。．｡]/u.test(host) && port === undefined)
    return fault('the host of an address has no dot')
  if (/^\d+$/u.test(labels.at(-1) ?? '') && !isNumber && labels.length > 1)
    return fault('the host of an address ends with a number')
  if (port !== undefined && (!/^\d{0,5}$/u.test(port) || Number(port) > 65535))
    return fault(`an address has the port \`${port}\``)
  return undefined
}

/** 2.1: a percent sign and two hexadecimal digits. */
function percentFault(written: string): Fault | undefined {
  if (!written.includes('%') || !/^https?:/i.test(written)) return undefined
  const percent = /%(?![0-9a-f]{2})/i.exec(written)
  if (percent === null) return undefined
  const { index } = percent
  return {
    start: index,
    end: Math.min(written.length, index + 3),
    message: `an address holds \`${written.slice(index, index + 3)}\`, which is no encoded letter`,
    help: 'write `%25` for a percent sign, or copy the address anew',
  }
}
