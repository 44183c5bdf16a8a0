/**
 * Where words may be divided.
 *
 * In: a word, and the language of the text around it. Out: places of breaks. Never: a guess for a
 * word of a script or language that has no patterns.
 */
import { houseExceptions } from './exceptions.ts'
import { openLiang, type Liang } from './liang.ts'
import { patternsOf, patternTag, type Patterns } from './patterns.ts'
import { isOneScript, scriptOf, type Script } from './script.ts'

/** Gives the indices in `word` of the characters that may open a line, ascending; none for a word that stays whole. */
export type Hyphenate = (word: string, language: string) => readonly number[]

/** Fewest letters before and after a break: 2 and 3, as TeX sets English (`\lefthyphenmin`, `\righthyphenmin`); `hyphen` would leave securi-ty. */
const LEFT = 2
const RIGHT = 3

/** Shorter words gain nothing. */
const SHORTEST = 5

/** Letters that Kazakh has and Russian has not. No maintained Kazakh patterns are known, and Russian ones would divide wrongly. */
const kazakh = /[әғқңөұүһі]/u

const plain = /^[A-Za-z]+$/
const letters = /[\p{Letter}\p{Mark}]+/gu
const unfit = /[\p{Number}\p{Symbol}@_/\\#]|\p{Letter}[.:]\p{Letter}/u
/** Of Latin and Cyrillic, with their marks. */
const vowel = /[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýœаеёиоуыэюяіїє]/u
const upperCase = /\p{Uppercase_Letter}/u

/**
 * Reads the patterns of `languages` (BCP 47; others are left alone) and returns the function that
 * divides words by them. `exceptions` are words with hyphens where they may be divided
 * (`Ka-zakh-stan`), before which the house's and the patterns' own give way.
 */
export async function openHyphenation(
  languages: readonly string[],
  exceptions: readonly string[] = [],
): Promise<Hyphenate> {
  const patterns = new Map<string, Patterns>()
  const ofScript = new Map<Script, string>()
  const asked = [...new Set(languages.map(patternTag))].flatMap((tag) => {
    const language = tag === undefined ? undefined : patternsOf(tag)
    return tag === undefined || language === undefined ? [] : [{ tag, language }]
  })
  const read = await Promise.all(asked.map(({ language }) => language.read()))
  asked.forEach(({ tag, language }, index) => {
    const found = read[index]
    if (found !== undefined) patterns.set(tag, found)
    // The first language of a script serves its words within text of another script.
    if (!ofScript.has(language.script)) ofScript.set(language.script, tag)
  })
  const whole = new Map<string, readonly number[]>()
  const stems = new Map<string, readonly number[]>()
  for (const exception of [...houseExceptions, ...exceptions]) {
    const [key, places] = exceptionEntry(exception)
    if (exception.endsWith('*')) stems.set(key, places)
    else whole.set(key, places)
  }

  /** The patterns for a word: of the text's language where it is of the word's script. */
  const tagFor = (script: Script, language: string): string | undefined => {
    const tag = patternTag(language)
    if (tag !== undefined && patternsOf(tag)?.script === script) {
      return patterns.has(tag) ? tag : undefined
    }
    // A language without patterns keeps its own script whole: Kazakh words without a Kazakh letter.
    if (tag === undefined && scriptOfLanguage(language) === script) return undefined
    return ofScript.get(script)
  }

  const opened = new Map<Patterns, Liang>()
  const byPatterns = (word: string, found: Patterns): readonly number[] => {
    let liang = opened.get(found)
    if (liang === undefined) opened.set(found, (liang = openLiang(found)))
    return liang(word)
  }

  const divide = (part: string, language: string): readonly number[] => {
    if (part.length < SHORTEST || upperCase.test(part.slice(1)) || !isOneScript(part)) return []
    const word = part.toLowerCase()
    // Lower case of a few letters is longer (İ): places would not fit.
    if (word.length !== part.length) return []
    const tag = tagFor(scriptOf(word), language)
    if (tag !== 'uk' && kazakh.test(word)) return []
    const excepted = whole.get(word) ?? stemPlaces(word, stems)
    if (excepted !== undefined) return inner(excepted, word)
    const found = tag === undefined ? undefined : patterns.get(tag)
    if (found === undefined) return []
    const own = found[2]
    return inner(
      own !== undefined && Object.hasOwn(own, word) ? own[word]! : byPatterns(word, found),
      word,
    )
  }

  // By part within language: a word comes with many marks, and in the faces of text and of notes.
  const known = new Map<string, Map<string, readonly number[]>>()
  const divideOnce = (part: string, language: string): readonly number[] => {
    let parts = known.get(language)
    if (parts === undefined) known.set(language, (parts = new Map<string, readonly number[]>()))
    let places = parts.get(part)
    if (places === undefined) parts.set(part, (places = divide(part, language)))
    return places
  }

  return (word, language) => {
    if (word.length < SHORTEST) return none
    // Most words of these books: all of the word is one part.
    if (plain.test(word)) return divideOnce(word, language)
    if (unfit.test(word)) return none
    const places: number[] = []
    for (const match of word.matchAll(letters)) {
      for (const place of divideOnce(match[0], language)) places.push(match.index + place)
    }
    return places
  }
}

const none: readonly number[] = []

/** `Ka-zakh-stan*` as `kazakhstan` and [2, 6]. */
function exceptionEntry(exception: string): readonly [string, readonly number[]] {
  const parts = exception.replace('*', '').toLowerCase().split('-')
  let length = 0
  const places = parts.slice(0, -1).map((part) => (length += part.length))
  return [parts.join(''), places]
}

/** Breaks of the longest stem that opens `word`. */
function stemPlaces(
  word: string,
  stems: ReadonlyMap<string, readonly number[]>,
): readonly number[] | undefined {
  for (let length = word.length; length >= SHORTEST - 1; length--) {
    const places = stems.get(word.slice(0, length))
    if (places !== undefined) return places
  }
  return undefined
}

/** Leaves room at both ends, and no consonant alone between two places: patterns that give de-mo-c-ra-tic know neither. */
const inner = (places: readonly number[], word: string): readonly number[] =>
  places.filter((place, index) => {
    if (place < LEFT || place > word.length - RIGHT) return false
    const standsAlone = (letter: number): boolean => !vowel.test(word.charAt(letter))
    if (places[index + 1] === place + 1 && standsAlone(place)) return false
    return !(places[index - 1] === place - 1 && standsAlone(place - 1))
  })

/** The script of languages that these books quote and that have no patterns here. */
function scriptOfLanguage(language: string): Script {
  const tag = language.toLowerCase()
  if (tag.includes('-latn')) return 'Latn'
  if (tag.includes('-cyrl')) return 'Cyrl'
  const primary = tag.split('-', 1)[0] ?? ''
  return ['kk', 'ky', 'tg', 'mn', 'sr', 'mk', 'be', 'tt', 'ba'].includes(primary) ? 'Cyrl' : 'Latn'
}
