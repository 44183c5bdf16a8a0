/**
 * Where text without spaces may be divided without adding a hyphen, and at which spaces a line may
 * end: UAX #14 (line breaking), tailored for books.
 *
 * We depart from it: no break before a dash (B2), none between a hyphen and a figure on either side
 * (COVID-19), none after every slash (SY), some at a cost that UAX #14 has no word for.
 */
import {
  COUNTED_COST,
  EM_DASH_COST,
  EN_DASH_COST,
  HELD_SPACE_COST,
  LEANING_WORD_COST,
  RANGE_COST,
  SLASH_COST,
  WRITTEN_HYPHEN_COST,
} from './costs.ts'

/** A break inside a word that adds nothing. */
export interface WordBreak {
  /** Index of the first character of the next line. */
  readonly at: number
  readonly cost: number
  /** True where the line ends in a hyphen that is written. */
  readonly isHyphen: boolean
}

const inWord = /[\p{Letter}\p{Number}][-\u2010/]\p{Letter}|[\u2013\u2014]|\u200B/u
const wordCharacter = /[\p{Letter}\p{Number}]/u
const letter = /\p{Letter}/u
const figure = /\p{Number}/u
/** May open the line after a dash. */
const opening = /[\p{Letter}\p{Number}“‘«„(\[$€£₸№§]/u

/** The places in `word` (text without spaces, no address) where a line may end, ascending. */
export function breakWord(word: string): readonly WordBreak[] {
  if (!inWord.test(word)) return []
  const found: WordBreak[] = []
  for (let at = 1; at < word.length; at++) {
    const cost = costAt(word, at)
    if (cost === undefined) continue
    const before = word.charAt(at - 1)
    found.push({ at, cost, isHyphen: before === '-' || before === '\u2010' })
  }
  return found
}

function costAt(word: string, at: number): number | undefined {
  const before = word.charAt(at - 1)
  const after = word.charAt(at)
  const beforeMark = word.charAt(at - 2)
  switch (before) {
    case '\u200B':
      return 0
    case '-':
    case '\u2010':
      // At least two letters on each side: e-mail stays whole, and so does a leading minus.
      return isWide(word, at) && letter.test(after) && wordCharacter.test(beforeMark)
        ? WRITTEN_HYPHEN_COST
        : undefined
    case '/':
      return isWide(word, at) && letter.test(after) && letter.test(beforeMark)
        ? SLASH_COST
        : undefined
    case '\u2014':
      return at > 1 && opening.test(after) ? EM_DASH_COST : undefined
    case '\u2013':
      if (at < 2 || !opening.test(after)) return undefined
      return figure.test(beforeMark) && figure.test(after) ? RANGE_COST : EN_DASH_COST
    default:
      return undefined
  }
}

/** True where two characters of a word stand before the mark at `at - 1` and after it. */
const isWide = (word: string, at: number): boolean =>
  wordCharacter.test(word.charAt(at - 3)) && wordCharacter.test(word.charAt(at + 1))

/** Abbreviations that lean on the figure or name after them; lower case, with their stop. */
const leaning = new Set([
  ...[
    'p.',
    'pp.',
    'no.',
    'nos.',
    'vol.',
    'ch.',
    'chap.',
    'fig.',
    'art.',
    'sec.',
    'para.',
    'n.',
    'nn.',
    'ed.',
  ],
  ...['dr.', 'mr.', 'mrs.', 'ms.', 'prof.', 'gen.', 'st.', 'ca.', 'c.', 'vs.', 'v.'],
  ...['с.', 'стр.', 'т.', 'гл.', 'ст.', 'п.', 'рис.', 'табл.', 'г.', 'ул.', 'им.', 'д.', 'см.'],
])
/** Month and day stay together where that costs little: May 11, Dec. 4. */
const months = new Set([
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
])
const shortMonth = /^(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$/
const counting = /^[(“"[]?[$€£₸]?\d[\d.,]*$/
const counted =
  /^(?:million|billion|trillion|percent|thousand|Million(?:en)?|Milliard(?:en)?)(?!\p{L})/u
const leaningMarks = new Set(['№', '§', '§§', '№№', '©', '#'])
const russianLetter = /^[авикосуяАВИКОСУЯ]$/
const russianEnd = /^(?:г|гг|в|вв|н|э|е|д|п|к|р|руб|тыс|млн|млрд|тг)\.?[,;:)»]*$/

/**
 * The cost of ending a line at the space between two stretches of text: 0 for most, Infinity where
 * it would strand a mark.
 */
export function spaceCost(before: string, after: string): number {
  const last = before.charCodeAt(before.length - 1)
  const first = after.charCodeAt(0)
  // Neither end is anything but a plain letter, and the word is no single letter: nearly all spaces.
  if (before.length > 1 && isLetter(last) && (isLetter(first) || isFigure(first))) {
    return isFigure(first) && months.has(before) ? COUNTED_COST : 0
  }
  const mark = after.charAt(0)
  // UAX #14 has no rule for spaced dashes: a line opens with the word after one, not with the dash.
  if (mark === '\u2013' || mark === '\u2014') return Infinity
  if (/^[»”’)\].,;:?!…]/.test(after) || /[«“‘„(\[]$/.test(before)) return Infinity
  if (counted.test(after) && counting.test(before)) return COUNTED_COST
  if (leaningMarks.has(before)) return HELD_SPACE_COST
  if (/^[$€£₸]$/.test(before)) return HELD_SPACE_COST
  if (/\d$/.test(before) && (russianEnd.test(after) || /^(?:%|°|₸|€)/.test(after)))
    return HELD_SPACE_COST
  if (last === 0x2e) {
    const core = before.replace(/^[(“«\[‘]+/, '')
    if (isFigure(first) && shortMonth.test(core)) return COUNTED_COST
    // An initial and what follows it: J. Smith, А. П. Чехов; т. е., и т. д.
    if (/^(?:\p{Lu}\.)+$/u.test(core) && /^\p{Lu}/u.test(after)) return HELD_SPACE_COST
    if (/^\p{Script=Cyrillic}\.$/u.test(core) && /^\p{Script=Cyrillic}\./u.test(after))
      return HELD_SPACE_COST
    if (leaning.has(core.toLowerCase()) && /^[\p{Lu}\p{Number}]/u.test(after))
      return HELD_SPACE_COST
  }
  if (russianLetter.test(before)) return LEANING_WORD_COST
  return 0
}

/** A Latin or Russian letter. */
const isLetter = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x410 && code <= 0x44f)

const isFigure = (code: number): boolean => code >= 0x30 && code <= 0x39
