import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { groundOf } from '../ground.ts'
import type { Check } from '../rule.ts'
import { codeOf } from './characters.ts'
import { foreignOf, latinOf, type LookAlikeScript } from './look-alike-letters.ts'

/** A Latin letter beside one of the other scripts: only then is a word looked at. */
const seam = /[\u0370-\u058F](?:[A-Za-z\u00C0-\u024F]|(?<=[A-Za-z\u00C0-\u024F][\u0370-\u058F]))/
const word = /[\p{L}\p{M}]+/gu

type Script = 'Latin' | LookAlikeScript

/** A letter of a word, with the letter that it looks like. */
interface Stranger {
  readonly letter: string
  /** From the start of the word. */
  readonly at: number
  readonly script: Script
  readonly home: Script
  readonly twin: string
}

/**
 * Letters of one script in a word of another that look like letters of it. A part that a hyphen or a
 * digit parts off is a word of its own ("COVID-вакцина"), and letters that look like none of the
 * word's script are meant ("Δx", "kΩ").
 */
export const mixedScriptWord: Check = (chapter) => {
  const { file, written } = chapter
  const { alphabet, at } = groundOf(chapter)
  if (!/[\u0370-\u058F]/.test(alphabet) || !seam.test(written.text)) return []
  return written.prose.flatMap(({ text, position }): Diagnostic[] => {
    if (!seam.test(text)) return []
    return [...text.matchAll(word)].flatMap(({ 0: whole, index }): Diagnostic[] => {
      if (!seam.test(whole)) return []
      const strangers = strangersIn(whole)
      const [first] = strangers
      if (first === undefined || isEnding(text, index, whole, strangers)) return []
      const start = position.start.offset + index + first.at
      const letters = strangers.filter(
        ({ letter }, place) => strangers.findIndex((each) => each.letter === letter) === place,
      )
      const shown = letters.map(({ letter }) => `\`${letter}\` (${codeOf(letter)})`).join(', ')
      const twins = letters.map(({ twin }) => `\`${twin}\` (${codeOf(twin)})`).join(', ')
      return [
        diagnose('mixed-script-word', {
          file,
          position: at(start, start + first.letter.length),
          message:
            letters.length > 1
              ? `in \`${whole}\` the ${first.script} letters ${shown} look like ${first.home} ones`
              : `in \`${whole}\` the ${first.script} letter ${shown} looks like a ${first.home} one`,
          help: `write ${twins}`,
        }),
      ]
    })
  })
}

function scriptOf(letter: string): Script | undefined {
  if (/\p{Script=Latin}/u.test(letter)) return 'Latin'
  if (/\p{Script=Cyrillic}/u.test(letter)) return 'Cyrillic'
  if (/\p{Script=Greek}/u.test(letter)) return 'Greek'
  return /\p{Script=Armenian}/u.test(letter) ? 'Armenian' : undefined
}

/** The letters of a word that belong to another script than most of it, where all of them look like letters of that. */
function strangersIn(whole: string): Stranger[] {
  // A short and a long letter count alike; combining marks belong to the letter before.
  const letters = [...whole.matchAll(/\p{L}/gu)].map(({ 0: letter, index }) => ({
    letter,
    at: index,
    script: scriptOf(letter),
  }))
  const count = (script: Script): number => letters.filter((each) => each.script === script).length
  const scripts = (['Latin', 'Cyrillic', 'Greek', 'Armenian'] as const).filter(
    (script) => count(script) > 0,
  )
  const [a, b] = scripts
  if (a === undefined || b === undefined || scripts.length > 2) return []
  // As many of each: the one whose letters cannot be of the other is the word's own.
  const home = isAllLike(b, a) ? a : isAllLike(a, b) ? b : undefined
  if (home === undefined) return []
  const guest = home === a ? b : a
  const own = count(home)
  const foreign = count(guest)
  if (own < 2 || foreign > own) return []
  if (guest === 'Greek' || home === 'Greek') {
    if (own < 3) return []
    const place = letters.findIndex(({ script }) => script === guest)
    if (!letters.every(({ script }, index) => script !== guest || isSlip(index))) return []
    if (place === -1) return []
  }
  if (isAcronym()) return []
  return letters.flatMap(({ letter, at, script }): Stranger[] =>
    script === guest ? [{ letter, at, script, home, twin: twinOf(letter, home, guest) ?? '' }] : [],
  )

  function isAllLike(strange: Script, to: Script): boolean {
    return letters.every(
      ({ letter, script }) => script !== strange || twinOf(letter, to, strange) !== undefined,
    )
  }

  /**
   * Science writes Greek letters into Latin words ("TNFα", "IκB", "ρCp"): a Greek capital or omicron
   * is a slip anywhere, any other only between small letters.
   */
  function isSlip(index: number): boolean {
    const { letter = '' } = letters[index] ?? {}
    if (guest === 'Latin') return true
    if (/[ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο]/u.test(letter)) return true
    const isSmall = (place: number): boolean => /\p{Ll}/u.test(letters[place]?.letter ?? '')
    return isSmall(index - 1) && isSmall(index + 1)
  }

  /** "ITшник": two or more capitals before small letters of the other script are an abbreviation. */
  function isAcronym(): boolean {
    const end = letters.findIndex(({ script }) => script !== guest)
    return (
      end >= 2 &&
      end === foreign &&
      letters.slice(0, end).every(({ letter }) => /\p{Lu}/u.test(letter)) &&
      /\p{Ll}/u.test(letters[end]?.letter ?? '')
    )
  }
}

/** The letter of `home` that `letter` looks like. */
function twinOf(letter: string, home: Script, guest: Script): string | undefined {
  if (home === 'Latin') return latinOf.get(letter)
  const latin = guest === 'Latin' ? letter : latinOf.get(letter)
  return latin === undefined ? undefined : foreignOf[home].get(latin)
}

/** "Googleа" among Russian words: a name with the ending of the language around it. */
function isEnding(
  text: string,
  index: number,
  whole: string,
  strangers: readonly Stranger[],
): boolean {
  const [first] = strangers
  if (first === undefined || first.script === 'Latin') return false
  if (first.at + strangers.reduce((sum, { letter }) => sum + letter.length, 0) !== whole.length)
    return false
  const around =
    text.slice(Math.max(0, index - 30), index) +
    text.slice(index + whole.length, index + whole.length + 30)
  const own = around.match(new RegExp(`\\p{Script=${first.script}}`, 'gu'))?.length ?? 0
  const latin = around.match(/\p{Script=Latin}/gu)?.length ?? 0
  return own > latin
}
