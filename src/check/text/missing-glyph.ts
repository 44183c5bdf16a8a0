import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { chaptersOf, type Book, type Chapter } from '../../model/book.ts'
import { groundOf } from '../ground.ts'
import type { Check } from '../rule.ts'
import type { Setting } from '../setting.ts'
import { codeOf } from './characters.ts'
import { setTextsOf } from './set-text.ts'

/** Characters that need no glyph: controls, spaces, joiners, and hyphens that are set as one. */
const undrawn = /[\p{Control}\p{Format}\p{Separator}\p{Variation_Selector}\u2010\u2011]/u
/** No face of type is without these. */
const isCommon = (code: number): boolean => code < 0x7f

/** Characters and places that are shown; more are told by their number. */
const mostShown = 12

/** The characters of one script that cannot be drawn, in order, with the stretches in which they stand. */
interface Missing {
  readonly characters: Set<string>
  readonly places: { start: number; end: number }[]
}

/** Characters that the face in which they would be set cannot draw: one finding a script and chapter. Known only where the template is. */
export const missingGlyph: Check = (chapter, book, setting) => {
  if (setting === undefined) return []
  return [...missingIn(chapter, setting), ...missingInTitles(chapter, book, setting)]
}

function missingIn(chapter: Chapter, setting: Setting): Diagnostic[] {
  const { file, written } = chapter
  const { at } = groundOf(chapter)
  const byScript = new Map<string, Missing>()
  for (const { text, position, part, manner } of setTextsOf(chapter)) {
    if (!/[^\0-~]/.test(text)) continue
    let from = position.start.offset
    for (const [character] of text.matchAll(/[^\0-~]/gu)) {
      const code = character.codePointAt(0) ?? 0
      if (undrawn.test(character) || setting.draws(part, manner, code)) continue
      const found = written.text.indexOf(character, from)
      // Written as a character reference it stands nowhere itself.
      const isThere = found !== -1 && found < position.end.offset
      const start = isThere ? found : position.start.offset
      const end = isThere ? found + character.length : position.end.offset
      if (isThere) from = end
      const script = scriptOf(character)
      const missing = byScript.get(script) ?? { characters: new Set(), places: [] }
      byScript.set(script, missing)
      missing.characters.add(character)
      const last = missing.places.at(-1)
      // Letters that a mark, a joiner or a blank parts are one stretch.
      if (last !== undefined && start >= last.start && start - last.end <= 1) last.end = end
      else missing.places.push({ start, end })
    }
  }
  return [...byScript].map(([script, { characters, places }]) => {
    const [first = { start: 0, end: 0 }, ...others] = places
    return diagnose('missing-glyph', {
      file,
      position: at(first.start, first.end),
      message: messageOf(characters, setting),
      help: helpFor(script, setting),
      related: others.slice(0, mostShown).map(({ start, end }) => ({
        file,
        position: at(start, end),
        message: 'here too',
      })),
    })
  })
}

/** The titles of the book itself, which stand in no chapter; told once, with its first chapter. */
function missingInTitles(chapter: Chapter, book: Book, setting: Setting): Diagnostic[] {
  if (book.file === undefined || chaptersOf(book)[0] !== chapter) return []
  const { title, subtitle = '', authors } = book.metadata
  const manner = { emphasis: false, strong: false, code: false }
  const characters = new Set(
    [...[title, subtitle, ...authors].join('')].filter((character) => {
      const code = character.codePointAt(0) ?? 0
      return (
        !isCommon(code) && !undrawn.test(character) && !setting.draws('bookTitle', manner, code)
      )
    }),
  )
  const [first] = characters
  if (first === undefined) return []
  return [
    diagnose('missing-glyph', {
      file: book.file,
      message: messageOf(characters, setting),
      help: helpFor(scriptOf(first), setting),
    }),
  ]
}

function messageOf(characters: ReadonlySet<string>, { template }: Setting): string {
  const list = [...characters]
  const shown = list
    .slice(0, mostShown)
    .map(
      (character) =>
        `${/\p{M}|\p{Co}/u.test(character) ? '' : `\`${character}\` `}${codeOf(character)}`,
    )
  const more = list.length - shown.length
  return `the template \`${template}\` has no glyph here for ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

const helpFor = (script: string, { template }: Setting): string =>
  script === 'private use'
    ? 'write the character that is meant; what it stands for is known to one face only'
    : `name a face that has ${script} in the \`template.yaml\` of \`${template}\`, or write it with other characters`

/** Scripts whose letters a template is asked for, in words for the advice. */
const scripts: readonly (readonly [RegExp, string])[] = [
  [/\p{Co}/u, 'private use'],
  [/\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}/u, 'emoji'],
  [/\p{Script=Han}/u, 'Chinese characters'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'Japanese letters'],
  [/\p{Script=Hangul}/u, 'Korean letters'],
  [/\p{Script=Arabic}/u, 'Arabic letters'],
  [/\p{Script=Hebrew}/u, 'Hebrew letters'],
  [/\p{Script=Devanagari}/u, 'Devanagari letters'],
  [/\p{Script=Bengali}/u, 'Bengali letters'],
  [/\p{Script=Tamil}/u, 'Tamil letters'],
  [/\p{Script=Thai}/u, 'Thai letters'],
  [/\p{Script=Khmer}/u, 'Khmer letters'],
  [/\p{Script=Tibetan}/u, 'Tibetan letters'],
  [/\p{Script=Georgian}/u, 'Georgian letters'],
  [/\p{Script=Armenian}/u, 'Armenian letters'],
  [/\p{Script=Ethiopic}/u, 'Ethiopic letters'],
  [/\p{Script=Mongolian}/u, 'Mongolian letters'],
  [/\p{Script=Greek}/u, 'Greek letters'],
  [/\p{Script=Cyrillic}/u, 'Cyrillic letters'],
  [/\p{Script=Latin}/u, 'these Latin letters'],
  [/\p{S}/u, 'these signs'],
]

const scriptOf = (character: string): string =>
  scripts.find(([pattern]) => pattern.test(character))?.[1] ?? 'these characters'
