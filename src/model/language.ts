/** A stretch of text in one language; absence means the chapter's. */
export interface LanguageRun {
  readonly value: string
  readonly language?: string
}

/** Languages that alone, or nearly, use a script; for others the tag says the script and no language (BCP 47, `und-Cyrl`). */
const scripts: readonly (readonly [code: string, letters: RegExp, language: string])[] = [
  ['Cyrl', /\p{Script=Cyrillic}/u, 'und-Cyrl'],
  ['Grek', /\p{Script=Greek}/u, 'el'],
  ['Armn', /\p{Script=Armenian}/u, 'hy'],
  ['Geor', /\p{Script=Georgian}/u, 'ka'],
  ['Hebr', /\p{Script=Hebrew}/u, 'he'],
  ['Arab', /\p{Script=Arabic}/u, 'und-Arab'],
  ['Hang', /\p{Script=Hangul}/u, 'ko'],
  ['Jpan', /[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  ['Hani', /\p{Script=Han}/u, 'und-Hani'],
  ['Thai', /\p{Script=Thai}/u, 'th'],
  ['Deva', /\p{Script=Devanagari}/u, 'und-Deva'],
  ['Latn', /\p{Script=Latin}/u, 'und-Latn'],
]

/** Script of a language's usual writing; all that are not here are Latin (IANA registry, Suppress-Script, and the languages of the region). */
const scriptOf: Readonly<Record<string, string>> = {
  ru: 'Cyrl',
  uk: 'Cyrl',
  be: 'Cyrl',
  bg: 'Cyrl',
  mk: 'Cyrl',
  sr: 'Cyrl',
  kk: 'Cyrl',
  ky: 'Cyrl',
  tg: 'Cyrl',
  mn: 'Cyrl',
  el: 'Grek',
  hy: 'Armn',
  ka: 'Geor',
  he: 'Hebr',
  ar: 'Arab',
  fa: 'Arab',
  ko: 'Hang',
  ja: 'Jpan',
  zh: 'Hani',
  th: 'Thai',
  hi: 'Deva',
}

/**
 * Parts a text where the script of its letters changes. Signs and digits between two letters of a
 * script belong to it, and so do marks that open or close around them; all others are the chapter's.
 * `chosen` are the book's own choices, by script code.
 */
export function splitByScript(
  value: string,
  chapterLanguage: string,
  chosen: Readonly<Record<string, string>>,
): LanguageRun[] {
  if (
    /^[\p{Script=Common}\p{Script=Inherited}\p{Script=Latin}]*$/u.test(value) &&
    homeOf(chapterLanguage) === 'Latn'
  )
    return [{ value }]
  const home = homeOf(chapterLanguage)
  const runs: { value: string; language: string | undefined }[] = []
  for (const word of value.match(/\s+|\S+/gu) ?? []) {
    const script = foreignScript(word, home)
    const language = script && (chosen[script[0]] ?? script[2])
    const last = runs.at(-1)
    const isSpace = word.trim() === ''
    if (last && (isSpace || last.language === language)) last.value += word
    else runs.push({ value: word, language })
  }
  return joinSpaces(runs).map((run) =>
    run.language === undefined
      ? { value: run.value }
      : { value: run.value, language: run.language },
  )
}

const homeOf = (language: string): string => scriptOf[language.split('-')[0] ?? ''] ?? 'Latn'

/** The script of a word that has letters of another script than home; a mixed word counts as foreign. */
function foreignScript(word: string, home: string): (typeof scripts)[number] | undefined {
  // Japanese mixes three scripts; its own pass is first by order of the table.
  return scripts.find(([code, letters]) => code !== home && letters.test(word))
}

/** A space that ends a foreign run belongs to the text around it. */
function joinSpaces(
  runs: readonly { value: string; language: string | undefined }[],
): { value: string; language: string | undefined }[] {
  const out: { value: string; language: string | undefined }[] = []
  for (const run of runs) {
    const trimmed = run.language === undefined ? run.value : run.value.trimEnd()
    const space = run.value.slice(trimmed.length)
    const last = out.at(-1)
    if (last && last.language === run.language) last.value += run.value
    else out.push({ value: trimmed, language: run.language })
    if (space !== '') out.push({ value: space, language: undefined })
  }
  // Neighbours of one language that only a space parted were one run already; the chapter's own are joined here.
  return out.reduce<{ value: string; language: string | undefined }[]>((joined, run) => {
    const last = joined.at(-1)
    if (last && last.language === run.language) last.value += run.value
    else if (run.value !== '') joined.push({ ...run })
    return joined
  }, [])
}
