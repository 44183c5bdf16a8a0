/** ISO 15924 codes of the scripts that the setter tells apart; `Zyyy` is common to all (digits, marks). */
export type Script = 'Latn' | 'Cyrl' | 'Grek' | 'Zyyy' | 'Zzzz'

const scripts: readonly (readonly [Script, RegExp])[] = [
  ['Latn', /\p{Script=Latin}/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Grek', /\p{Script=Greek}/u],
]
const letter = /\p{Letter}/gu

/** The script of the first letter in `text`: `Zzzz` for one that is not told apart, `Zyyy` where there is no letter. */
export function scriptOf(text: string): Script {
  // Most words of these books: plain ASCII that starts with a letter.
  const code = text.charCodeAt(0) | 0x20
  if (code >= 0x61 && code <= 0x7a) return 'Latn'
  letter.lastIndex = 0
  const first = letter.exec(text)?.[0]
  if (first === undefined) return 'Zyyy'
  return scripts.find(([, pattern]) => pattern.test(first))?.[0] ?? 'Zzzz'
}

/** True where all letters of `text` are of one script. */
export function isOneScript(text: string): boolean {
  const script = scriptOf(text)
  for (const character of text.match(letter) ?? []) {
    if (scriptOf(character) !== script) return false
  }
  return true
}
