import type { Address } from './addresses.ts'
import type { Ground } from '../ground.ts'
import { partsOf } from './address-parts.ts'

/** Where an address is parted from its rest. Offsets into the chapter's text; `end` is exclusive. */
export interface BrokenAddress {
  readonly start: number
  readonly end: number
  readonly message: string
  readonly help: string
}

/** A blank or a line end in a paragraph, and what stands behind it up to the next one. */
const gapAndRest =
  /^([_.]?)((?:[^\S\n]{1,3}|[^\S\n]{0,3}\n[ \t>]{0,12}))([a-z\d][\w.~%&=?/-]{0,300})(?=([),;:\]}”"’'»]{0,4})(\s|$|\0))/iu

/** The ending of a file on the web, which no word has. */
const file = /\.(?:s?html?|php\d?|aspx?|jspx?|pdf|docx?|xlsx?|pptx?|xml|cfm|cgi)(?:[?#]\S*)?$/i
/** A DOI's prefix and suffix (ISO 26324), or its suffix alone. */
const doi = /^10\.\d{4,9}(?:\/\S+|\/?)$/
const doiSuffix = /^(?=[^\s\d]*\d)[^\s./_-]*[./_-]\S+$|^(?=[^\s\d]*\d)(?=[^\sa-z]*[a-z])\w{4,}$/i

/** The letters of such an ending that a blank has left before it or behind it. */
const fileCut = /\.[a-z]{1,4}$/i
const restOfFile = /^[a-z]{1,4}(?=[?#]|$)/
const wholeEnding = /^(?:s?html?|php|aspx?|jspx?|pdf)$/
/** A folder: no word of a text ends with a slash. */
const folder = /^(?!(?:and|or|he|she|und|oder|et|ou|y|o)\/)[a-z\d][a-z\d_-]{2,80}\/$/
/** When it was seen. */
const seen =
  /^\s{1,3}[([]?(?:last |most recently )?(?:accessed|archived|visited|retrieved|consulted)\b/i

/** Its addresses end with any letter, a hyphen too. */
const idHost = /(?:^|\.)(?:youtu\.be|youtube\.com)$/i

/**
 * A bare address that a blank or a line end parts from its rest: it ends as no address before a word
 * does, and what follows reads as the rest of one. Behind a slash prose may well follow, so that the
 * rest must be more than words.
 */
export function brokenAt(
  { form, written, start, end }: Address,
  ground: Ground,
): BrokenAddress | undefined {
  const { text } = ground
  const parts = partsOf(written)
  if (parts === undefined) return undefined
  const isDoi = /^(?:dx\.)?doi\.org$/i.test(parts.host)
  // Of brackets that are meant to hold all of it `url-with-space` speaks.
  if (form === 'bare' ? /[<(]/.test(text[start - 1] ?? '') && text[start - 2] === ']' : !isDoi)
    return undefined
  if (form === 'bare' && text[start - 1] === '<') return undefined
  if (form !== 'bare' && form !== 'angle') return undefined
  const from = form === 'angle' ? end + 1 : end
  const match = gapAndRest.exec(text.slice(from, from + 340))
  if (match === null) return undefined
  const [, mark = '', gap = '', raw = '', closing = ''] = match
  const rest = raw.replace(/(?<![.?])[.?]+$/u, '')
  const at = from + mark.length + gap.length
  const whole = written + mark
  const behind = text.slice(at + raw.length, at + raw.length + 80)
  const stops =
    raw !== rest ||
    closing !== '' ||
    /^\s*$|^[^\S\n]*\n[^\S\n]*\n/u.test(behind) ||
    seen.test(behind)
  // Another address, and what Markdown reads as something else.
  if (ground.masked[at] === '\0' || rest === '') return undefined
  const continues = isDoi
    ? isRestOfDoi(parts.path, rest)
    : /[-_=]$/.test(whole)
      ? !idHost.test(parts.host) && isRestOfWord(rest, stops)
      : parts.path.endsWith('/') && isRestOfPath(rest, stops && ground.inNote(start))
  if (!isRestOfFile(whole, rest) && (mark === '.' || !continues)) return undefined
  return {
    start: from + mark.length,
    end: from + mark.length + 1,
    message: `${gap.includes('\n') ? 'the end of a line' : 'a space'} parts an address from its rest, \`${short(rest)}\``,
    help: 'take it out, so that the address is whole',
  }
}

/** `page.h tml`, `report.pd f`, `page. html`. */
function isRestOfFile(whole: string, rest: string): boolean {
  if (whole.endsWith('.')) return wholeEnding.test(rest)
  const head = fileCut.exec(whole)?.[0]
  const tail = restOfFile.exec(rest)?.[0]
  return head !== undefined && tail !== undefined && !file.test(whole) && file.test(head + tail)
}

function isRestOfDoi(path: string, rest: string): boolean {
  if (/^\/?$/.test(path)) return doi.test(rest)
  if (/^\/10\.\d{4,9}\/$/.test(path)) return doiSuffix.test(rest) && !isDate(rest)
  return /[-_=./]$/.test(path) && doiSuffix.test(rest) && !isDate(rest)
}

/** Behind a hyphen, an underscore, an equals sign: small letters that are more than a word, or that end the sentence. */
const isRestOfWord = (rest: string, stops: boolean): boolean =>
  !/^\p{Lu}/u.test(rest) &&
  !isDate(rest) &&
  (stops
    ? rest.length > 3 && !/^(?:accessed|archived|visited|retrieved)$/.test(rest)
    : /[a-z\d]-[a-z\d]|\/\w|\d[a-z]|[a-z]\d/.test(rest) || file.test(rest))

/** Behind a slash: a file, a path, or words joined by hyphens that end the note. */
const isRestOfPath = (rest: string, endsNote: boolean): boolean =>
  !isDate(rest) &&
  (file.test(rest) ||
    folder.test(rest) ||
    /^[a-z\d]+(?:[-_.][a-z\d]+)+\/[\w./-]*$|^[a-z\d_-]+\/[a-z\d]+(?:[-_][a-z\d]+)+\/?$|^[a-z\d_-]+(?:\/[a-z\d_-]+){2,}\/?$/.test(
      rest,
    ) ||
    (endsNote && /^(?=[a-z\d-]*[a-z])[a-z\d]+(?:-[a-z\d]+)+\/?$/.test(rest)))

/** `2020-12-15`, `15/12/2020`, `and/or`, `12-15`, `1.2`: no part of an address. */
const isDate = (rest: string): boolean =>
  /^[\d./–-]+$/u.test(rest) || /^\p{L}{1,12}\/\p{L}{1,12}(?:\/\p{L}{1,12})?$/u.test(rest)

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text)
