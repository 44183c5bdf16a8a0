import type { Ground } from '../ground.ts'

/** A number in a text: UTF-16 offsets, `end` exclusive. */
interface Place {
  readonly number: number
  readonly start: number
  readonly end: number
}

/** Units that carry a power in any prose; single letters always do. */
const units = new Set(
  (
    'mm cm dm dam hm km nm µm μm pm ft yd mi in inch inches sq px kg mg sec min hr hz mhz ghz wh kwh ' +
    'mw gw tw pa kpa mpa mol cd км м см мм дм га sin cos tan log ln exp chi co no so nh po cr var'
  ).split(' '),
)

/** `m²`, `10⁶`, `x²`, `CO²`, `(a + b)²`, `²³⁵U`: a raised figure that is no note. */
export function isExponent(
  text: string,
  { number, start, end }: Place,
  range: Ground['range'],
): boolean {
  const before = text.slice(Math.max(0, start - 32), start)
  // An isotope, or a figure that stands for itself.
  if (/^[\p{L}]/u.test(text.slice(end, end + 2))) return true
  const year = /(?:^|[^\d.,])(1\d{3}|20\d{2})$/.test(before)
  const inside = range !== undefined && number >= range.first && number <= range.last
  if (/\d$/.test(before)) return !(year && inside && number > 9)
  const word = /(?<![\p{L}µμ])([\p{L}µμ]+)$/u.exec(before)?.[1]
  if (word !== undefined) {
    if (word.length === 1 || units.has(word.toLowerCase())) return true
    // `πr²`, `mc²`, `平方メートル²`: squares and cubes of short symbols, and of units written in full.
    if (number <= 3 && (word.length <= 3 || /[\p{scx=Han}\p{scx=Katakana}]$/u.test(word)))
      return true
    // Chemical formulas and short symbols with a small power.
    return word.length <= 3 && number <= 9 && !inside
  }
  // `*r*²`: a variable in italics.
  if (/(?:^|[^\p{L}])([*_]{1,3})\p{L}{1,2}\1$/u.test(before)) return true
  if (/[)\]}]$/.test(before)) return number <= 9 && /[-+*/=×·][^()]{0,32}\)$/.test(before)
  // Alone between spaces it is a figure or a fraction, unless it is one of the chapter's numbers.
  if (/(?:^|\s)$/.test(before)) return !(inside && number > 9)
  return !/[.,;:!?”’"'»…*_]$/.test(before)
}

/** Abbreviations after which a number belongs to the word: `No.5`, `p.12`, `Art.7`. */
const numbered = new Set(
  (
    'no nos nr vol vols p pp pg fig figs art arts sec sect ch chap ed eds v ver vers para par cl cf n nn c ' +
    'col ln tab eq app st dr mr ms jan feb mar apr jun jul aug sep sept oct nov dec ser iss issue pt bd s ' +
    'rev rel rule reg dir cap § abs ziff str ул д гл стр с т рис табл п ст'
  ).split(' '),
)

/** A bare number is glued to a word or to the mark that ends one, and to nothing after it. */
export function looksGlued(text: string, { start, end }: Place): boolean {
  const before = text.slice(Math.max(0, start - 40), start)
  const after = text.slice(end, end + 2)
  if (/^(?:[%°€$£/\\=~+*×#@&<>|{(]|[-–.,:]\d)/.test(after)) return false
  const mark = /(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/u.exec(before)?.[0] ?? ''
  const word =
    /(?<![\p{L}\p{N}])([\p{L}\p{N}]*)$/u.exec(before.slice(0, before.length - mark.length))?.[1] ??
    ''
  if (mark === '') return word.length >= 3 && /\p{Ll}{2}$/u.test(word) && !/\d/.test(word)
  if (/\s/.test(mark) || mark.length > 4 || word === '') return false
  if (/\d$/.test(word) && !/^(?:1\d|20)\d\d$/.test(word)) return false
  if (/^\.$/.test(mark) && numbered.has(word.toLowerCase())) return false
  // `word.*5*` and the like: emphasis that opens is not the end of a word.
  return !/^[*_]+$/.test(mark) || word.length > 2
}

/** What follows makes the number a quantity: `568 million`, `568 %`. */
export const isMeasure = (text: string, end: number): boolean =>
  /^ (?:%|percent|per cent|million|billion|thousand|years?|days?|km|kg|m|euros?|dollars?|US\$)\b/i.test(
    text.slice(end, end + 12),
  )
