import type { Damage, Finder } from '../damage.ts'
import { inRange, isEscaped, numberOf, type Ground } from '../ground.ts'
import { isExponent, isMeasure, looksGlued } from './number-context.ts'
import { numeralsOf } from '../numerals.ts'
import { once } from '../once.ts'
import { calledByNumber, wantsCall } from './wanted.ts'

/** A number that could be a call, and how surely it is one by its form. */
interface Candidate {
  readonly number: number
  readonly start: number
  readonly end: number
  /** Raised by its form; a bare number needs a note that lacks a call. */
  readonly raised: boolean
}

/**
 * A note's number as text: `⁵⁶⁸`, `<sup>568</sup>`, `^568^`, `$^{568}$`, or `policing.568`. Powers,
 * units, years, names and decimals are left alone (`number-context.ts`); inside notes all is.
 */
export const footnoteTypedByHand: Finder = (ground) => {
  return [...texts(ground), ...raised(ground), ...bare(ground)].filter(
    ({ start }) => !ground.inNote(start),
  )
}

/** `⁵⁶⁸ Trend News …` or `568. Trend News …` at the head of a line, where the call has no text. */
function texts(ground: Ground): Damage[] {
  if (![...ground.spelledByKey.keys()].some((key) => !ground.definitions.has(key))) return []
  const head = /^[ \t>]*((?:(\d{1,7})[.)]|([⁰¹²³⁴-⁹]{1,7})|<sup>(\d{1,7})<\/sup>))[ \t]+\S/gmu
  const heads = [...ground.text.matchAll(head)]
  const counted = heads.map(({ 2: digits }) => Number(digits ?? Number.NaN))
  return heads.flatMap((match, index): Damage[] => {
    const [whole, spelled = '', ...groups] = match
    const digits = (groups.find((group) => group !== undefined) ?? '').normalize('NFKC')
    // An item of a list that counts on, where the notes of the items beside it have their texts.
    const number = counted[index] ?? Number.NaN
    const isItem = [index - 1, index + 1].some(
      (other) =>
        counted[other] === number + other - index &&
        !ground.lacksText(String(counted[other])) &&
        isOneList(ground.text, match.index, heads[other]?.index ?? 0),
    )
    if (isItem) return []
    const start = match.index + whole.indexOf(spelled)
    const label = ground.lacksText(digits) ? digits : namedLacking(ground, Number(digits))
    if (label === undefined || ground.masked[start] === '\0') return []
    return [
      {
        rule: 'footnote-typed-by-hand',
        start,
        end: start + spelled.length,
        message: `the text of note ${digits} begins with \`${spelled}\`, typed as text`,
        note: 'it would be printed in the running text, and its call would find no note',
        help: `write \`[^${label}]:\``,
        fix: [{ start, end: start + spelled.length, text: `[^${label}]:` }],
        heals: [{ what: 'definition', label, offset: start }],
      },
    ]
  })
}

/** Whether nothing but items stands between the heads of two. */
const isOneList = (text: string, a: number, b: number): boolean =>
  Math.abs(a - b) < 1000 &&
  !/\n\[\^|\n[^\S\n]*\n[^\s\d>]/u.test(text.slice(Math.min(a, b), Math.max(a, b)))

/** The only note with a name that is called and has no text, where the number is one of the chapter's. */
function namedLacking(ground: Ground, number: number): string | undefined {
  if (number < 10 || ground.isDefined(String(number)) || !inRange(ground, number)) return undefined
  return onlyNameLacking(ground)
}

const onlyNameLacking = once((ground) => {
  const labels = ground.spelled.flatMap(({ label }) =>
    numberOf(label) === undefined && ground.lacksText(label) ? [label] : [],
  )
  return new Set(labels).size === 1 ? labels[0] : undefined
})

function raised(ground: Ground): Damage[] {
  return raisedCandidates(ground).flatMap((candidate) => {
    const { number, start } = candidate
    const wanted = wantsCall(ground, number, start)
    // A raised figure with no note behind it: after a word or a mark, but not after a unit or a power.
    if (!wanted && isExponent(ground.masked, candidate, ground.range)) return []
    return [damage(ground, candidate)]
  })
}

function raisedCandidates({ text, masked, alphabet, chapter }: Ground): Candidate[] {
  const found: Candidate[] = []
  const add = (source: string, pattern: RegExp): void => {
    for (const match of source.matchAll(pattern)) {
      const digits = match.slice(1).find((group) => group !== undefined) ?? ''
      const number = Number(digits.normalize('NFKC'))
      if (number === 0) continue
      found.push({ number, start: match.index, end: match.index + match[0].length, raised: true })
    }
  }
  if (/[⁰¹²³⁴-⁹]/.test(alphabet)) add(masked, /(?<![⁺⁻ᐟ/])([⁰¹²³⁴-⁹]{1,7})(?![⁰¹²³⁴-⁹⁺⁻ⁿᐟ⁄])/gu)
  for (const { start, end, digits } of namedFigures(masked))
    found.push({ number: Number(digits), start, end, raised: true })
  add(masked, /(?<!\\)\^(\d{1,7})\^/g)
  if (masked.includes('$')) add(masked, /\$\^(?:\{(\d{1,7})\}|(\d{1,7}))\$/g)
  if (masked.includes('\\'))
    add(masked, /\\(?:textsuperscript|footnotemark)(?:\{(\d{1,7})\}|\[(\d{1,7})\])/g)
  // As a word processor pastes it: a link from the call to the note.
  const pasted =
    /\[(?:\\?\[)?(\d{1,7})(?:\\?\])?\]\(#_?(?:ftn|edn|fn|footnote|endnote|note)[\w:-]{0,20}\)/g
  for (const match of text.includes('](#') ? text.matchAll(pasted) : [])
    if (masked[match.index] !== '\0')
      found.push({
        number: Number(match[1]),
        start: match.index,
        end: match.index + match[0].length,
        raised: true,
      })
  const tags = chapter.written.scan.regions.filter(({ kind }) => kind === 'html')
  if (tags.length === 0) return found
  const open = new Set(tags.map(({ start }) => start))
  const sup = /<sup\b[^<>]{0,60}>\s{0,4}[[(]?(\d{1,7})[\])]?\s{0,4}<\/sup>/gi
  for (const match of text.matchAll(sup))
    if (open.has(match.index))
      found.push({
        number: Number(match[1]),
        start: match.index,
        end: match.index + match[0].length,
        raised: true,
      })
  return found
}

/** `&sup1;`, `&#185;`, `&#x2074;`: raised figures by their name or number (CommonMark 2.5), several in a row as one. */
function namedFigures(text: string): { start: number; end: number; digits: string }[] {
  if (!text.includes('&')) return []
  const figure =
    '(?:sup[1-3]|#0{0,2}(?:17[89]|185|83(?:04|0[89]|1[0-3]))|#[xX]0{0,3}(?:[bB][239]|207[04-9]))'
  return [...text.matchAll(new RegExp(`(?:&${figure};){1,7}`, 'g'))].flatMap((match) => {
    const { index, 0: whole } = match
    if (isEscaped(text, index)) return []
    const digits = whole
      .split(';')
      .slice(0, -1)
      .map((name) => digitNamed(name.slice(1)))
      .join('')
    return Number(digits) === 0 ? [] : [{ start: index, end: index + whole.length, digits }]
  })
}

function digitNamed(name: string): string {
  if (name.startsWith('sup')) return name.slice(3)
  const point = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1))
  return String.fromCodePoint(point).normalize('NFKC')
}

/** A word, or a mark that ends one, before a number; what goes on with it, behind. */
const wordBefore = /[\p{L}.,;:!?”’"'»)\]…*_]$/u
const goesOn = /^[\p{L}\p{N}^_]/u

/** `568`, `^568` or `(568)` behind a word or a mark. */
function bareCandidates(ground: Ground): Candidate[] {
  const { masked } = ground
  return numeralsOf(ground).flatMap(({ start: from, end: to }): Candidate[] => {
    if (to - from > 7) return []
    const lead = masked[from - 1] ?? ' '
    // Most numbers stand behind a blank, or behind the caret of a call.
    if (lead === ' ' || lead === '\n' || (lead === '^' && masked[from - 2] === '[')) return []
    const isEnclosed = lead === '(' && masked[to] === ')'
    const start = isEnclosed || lead === '^' ? from - 1 : from
    const end = isEnclosed ? to + 1 : to
    if (!wordBefore.test(masked.slice(Math.max(0, start - 2), start))) return []
    if (goesOn.test(masked.slice(end, end + 2))) return []
    return [{ number: Number(masked.slice(from, to)), start, end, raised: false }]
  })
}

function bare(ground: Ground): Damage[] {
  return bareCandidates(ground).flatMap((candidate): Damage[] => {
    const { number, start } = candidate
    // Few are a number that could be called here.
    if (!wantsCall(ground, number, start) && !endsSentence(ground, candidate)) return []
    if (!looksGlued(ground.masked, candidate) || isMeasure(ground.masked, candidate.end)) return []
    // In the name of a character, `&sup1;`.
    if (/&[a-z]{1,8}$/i.test(ground.masked.slice(Math.max(0, start - 9), start))) return []
    // Inside the brackets of a call, `[^fn:568]`.
    if (/\[\^[^\s\]]*$/.test(ground.masked.slice(Math.max(0, start - 80), start))) return []
    return [damage(ground, candidate)]
  })
}

/**
 * `the crowd was large.2 The bench`: glued to the end of a sentence, before the next, where notes of
 * about that number are called. Not `No.5 The`, nor verses, which begin far from the chapter's numbers.
 */
function endsSentence(
  { masked, range }: Ground,
  { number, start, end, raised }: Candidate,
): boolean {
  if (raised || range === undefined || number < range.first || number > range.last + 3) return false
  return (
    // A quotation that is closed ends a sentence, however short its last word is.
    /(?:\p{Ll}{4,40}(?:[.!?][”"’)]?|[”’][.!?]?)|\p{Ll}{2,40}(?:[.!?,][”"’»]|[”’»][.!?]))$/u.test(
      masked.slice(Math.max(0, start - 44), start),
    ) && /^(?:\s[“‘"']?\p{Lu}\p{L}|\s[AI] \p{Ll}|\s*\n\s*\n|\s*$)/u.test(masked.slice(end, end + 8))
  )
}

function damage(ground: Ground, { number, start, end }: Candidate): Damage {
  const label = calledByNumber(ground, number, start)
  const isDefined = ground.isDefined(label)
  const spelled = ground.text.slice(start, end)
  return {
    rule: 'footnote-typed-by-hand',
    start,
    end,
    message: `the number of a note is typed as text: \`${spelled}\``,
    help: isDefined
      ? `write \`[^${label}]\``
      : `write \`[^${label}]\`, and the text of the note as \`[^${label}]: …\``,
    ...(isDefined && label === String(number)
      ? { fix: [{ start, end, text: `[^${label}]` }] }
      : {}),
    heals: [
      { what: 'call', label, offset: start },
      ...(isDefined ? [] : [{ what: 'definition' as const, label, offset: start }]),
    ],
  }
}
