import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import type { Chapter } from '../../model/book.ts'
import { addressesOf, shown } from '../evidence/addresses.ts'
import { partsOf } from '../evidence/address-parts.ts'
import { groundOf } from '../ground.ts'
import type { Check } from '../rule.ts'
import { codeOf } from './characters.ts'

/**
 * Characters without ink that mean nothing in prose, and those of private use, which mean something
 * in one face only (UAX #44, General_Category Cf and Co; `Default_Ignorable_Code_Point`). The soft
 * hyphen U+00AD and the marks of direction are not among them. Tags, which spell the flags of regions
 * (UTS #51, ED-14a), are one run; the selectors of emoji follow a letter by accident only.
 */
const invisible =
  /[\u115F\u1160\u180E\u200B-\u200D\u2060-\u2064\u206A-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\uFE0E\uFE0F\p{Co}]|[\u{E0001}\u{E0020}-\u{E007F}]+/gu
/** In an address a soft hyphen is one as well: it is copied along from a line that ended there. */
const inAddress =
  /[\u00AD\u180E\u200B-\u200D\u2060-\u2064\u206A-\u206F\u3164\uFE0E\uFE0F\uFEFF]|[\u{E0001}\u{E0020}-\u{E007F}]+/gu

const names: Readonly<Record<string, string>> = {
  '\u00AD': 'soft hyphen',
  '\u180E': 'Mongolian vowel separator',
  '\u200B': 'zero width space',
  '\u200C': 'zero width non-joiner',
  '\u200D': 'zero width joiner',
  '\u2060': 'word joiner',
  '\uFE0E': 'variation selector of text',
  '\uFE0F': 'variation selector of emoji',
  '\uFEFF': 'byte order mark',
}

const nameOf = (character: string): string => {
  const name = /^[\u{E0001}-\u{E007F}]/u.test(character) ? 'tag' : names[character]
  return `${codeOf(character)}${name === undefined ? '' : ` (${name})`}`
}

/** Scripts that write no blanks: a zero width space says where a line may end (UAX #14, class SA). */
const withoutBlanks =
  /[\p{Script=Khmer}\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Javanese}]/u

const plain = { emphasis: false, strong: false, code: false }

/** Characters in prose and in addresses that a reader cannot see. Code and the labels of notes are the business of other rules. */
export const invisibleCharacter: Check = (chapter, book, setting) => [
  ...inProse(chapter, book, setting),
  ...ligatures(chapter),
  ...inAddresses(chapter),
]

const inProse: Check = (chapter, _book, setting) => {
  const { masked, alphabet, spelled, at } = groundOf(chapter)
  if (alphabet.search(invisible) === -1) return []
  let label = 0
  return [...masked.matchAll(invisible)].flatMap(({ 0: character, index }): Diagnostic[] => {
    while ((spelled[label]?.position.end.offset ?? Infinity) <= index) label++
    if ((spelled[label]?.position.start.offset ?? Infinity) <= index) return []
    if (isRight(character, masked, index, chapter.language)) return []
    const isPrivate = /\p{Co}/u.test(character)
    // One that cannot be drawn at all is told of as that.
    const code = character.codePointAt(0) ?? 0
    if (isPrivate && setting?.draws('body', plain, code) === false) return []
    const end = index + character.length
    return [
      diagnose('invisible-character', {
        file: chapter.file,
        position: at(index, end),
        message: isPrivate
          ? `the character ${codeOf(character)} is of private use: it means something in one face only`
          : `the invisible character ${nameOf(character)} stands in the text`,
        help: isPrivate ? 'write the character that is meant' : 'delete it',
        ...(isPrivate ? {} : { fix: [{ start: index, end, text: '' }] }),
      }),
    ]
  })
}

/** Two letters or three in one character, as a PDF gives them away (Unicode, Alphabetic Presentation Forms). */
const ligature = /[\uFB00-\uFB04\uFB06]/g

function ligatures(chapter: Chapter): Diagnostic[] {
  const { masked, alphabet, at } = groundOf(chapter)
  if (alphabet.search(ligature) === -1) return []
  return [...masked.matchAll(ligature)].map(({ 0: character, index }) => {
    const letters = character.normalize('NFKC')
    return diagnose('invisible-character', {
      file: chapter.file,
      position: at(index, index + 1),
      message: `\`${character}\` is one character (${codeOf(character)}), as text from a PDF has it`,
      help: `write \`${letters}\`: the face joins the letters by itself`,
      fix: [{ start: index, end: index + 1, text: letters }],
    })
  })
}

/** Behind the host, of which `look-alike-host` speaks; one finding an address. */
function inAddresses(chapter: Chapter): Diagnostic[] {
  const { text, at } = groundOf(chapter)
  if (text.search(inAddress) === -1) return []
  return addressesOf(chapter).flatMap(({ written, start }): Diagnostic[] => {
    const found = [...written.matchAll(inAddress)].filter(
      ({ 0: character, index }) => !isRight(character, written, index, ''),
    )
    const [first] = found
    if (first === undefined) return []
    const parts = partsOf(written)
    if (parts === undefined || parts.host.search(inAddress) !== -1) return []
    const from = start + first.index
    return [
      diagnose('invisible-character', {
        file: chapter.file,
        position: at(from, from + first[0].length),
        message: `the invisible character ${nameOf(first[0])} stands in the address ${shown(written.replace(inAddress, ''))}`,
        help: 'delete it: with it the address leads elsewhere',
        fix: found.map(({ 0: character, index }) => ({
          start: start + index,
          end: start + index + character.length,
          text: '',
        })),
      }),
    ]
  })
}

function isRight(character: string, text: string, index: number, language: string): boolean {
  const left = [...text.slice(Math.max(0, index - 2), index)].at(-1) ?? ''
  const right = [...text.slice(index + character.length, index + character.length + 2)][0] ?? ''
  const near = left + right
  switch (character) {
    case '\u200B':
      return withoutBlanks.test(near)
    case '\u180E':
      return /\p{Script=Mongolian}/u.test(near)
    case '\u115F':
    case '\u1160':
      return /\p{Script=Hangul}/u.test(near)
    case '\u200C':
      // German typesetters part ligatures with it: Auf|lage.
      if (language === 'de' || language.startsWith('de-')) return true
      return !isSimple(left) || !isSimple(right)
    case '\u200D':
      return !isSimple(left) && left !== ''
    case '\uFE0E':
    case '\uFE0F':
      // ℹ is a letter, and an emoji.
      return !/\p{L}/u.test(left) || /\p{Emoji}/u.test(left)
    default:
      return left === '\u{1F3F4}' && /^[\u{E0020}-\u{E007F}]+$/u.test(character)
  }
}

/** A letter of a script that joins nothing, or no letter at all: neither joiner does anything to it. */
const isSimple = (character: string): boolean =>
  /^(?:[\s\0\p{P}]|\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek}|\p{Script=Armenian}|)$/u.test(
    character,
  )
