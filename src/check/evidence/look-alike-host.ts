import { domainToASCII, domainToUnicode } from 'node:url'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { diagnose } from '../../diagnostic/diagnose.ts'
import { groundOf } from '../ground.ts'
import type { Check } from '../rule.ts'
import { partsOf } from './address-parts.ts'
import { addressesOf } from './addresses.ts'
import { confusableLatin, confusableLetters } from './confusable-letters.ts'

/**
 * Hosts with letters that only look right, also behind their punycode (UTS #39, 5.2, "highly
 * restrictive"). A host in one script is right, and so is Latin beside Chinese, Japanese or Korean.
 */
export const lookAlikeHost: Check = (chapter) => {
  const { at } = groundOf(chapter)
  return addressesOf(chapter).flatMap(({ written, start }): Diagnostic[] => {
    const host = partsOf(/^www\./i.test(written) ? `http://${written}` : written)?.host ?? ''
    if (/^[a-z0-9._-]*$/i.test(host) && !/xn--/i.test(host)) return []
    const reason = reasonFor(host)
    if (reason === undefined) return []
    const from = start + written.indexOf(host)
    const punycode = domainToASCII(host)
    return [
      diagnose('look-alike-host', {
        file: chapter.file,
        position: at(from, from + host.length),
        message: `the host \`${host}\` ${reason}${punycode === '' || punycode === host ? '' : `: it leads to \`${punycode}\``}`,
        help: 'type it anew in the letters of one alphabet',
      }),
    ]
  })
}

function reasonFor(host: string): string | undefined {
  if (/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/u.test(host))
    return 'holds a character that cannot be seen'
  const shown = /xn--/i.test(host) ? domainToUnicode(host) || host : host
  if (
    /^[a-z0-9.-]+$/i.test(shown.normalize('NFKC')) &&
    shown !== shown.normalize('NFKC') &&
    /[^\0-\x7f]/u.test(shown)
  )
    return 'holds letters or marks of another width or style'
  const labels = shown
    .normalize('NFC')
    .toLowerCase()
    .split(/[.。．｡]/u)
  const isLatinEnd = /^[a-z]{2,}$/u.test(labels.at(-1) ?? '')
  for (const label of labels) {
    // Parts that a hyphen joins are words of their own.
    for (const part of label.split('-')) {
      const letters = [...part].filter((character) => /\p{L}/u.test(character))
      const scripts = scriptsOf(letters)
      const [first = '', second = ''] = scripts
      if (scripts.length > 1) return `mixes ${first} and ${second} letters`
      const phonetic = letters.find((letter) => confusableLatin.has(letter))
      if (phonetic !== undefined) return `holds \`${phonetic}\`, which is no plain Latin letter`
    }
    // A word all of letters that look Latin, under a Latin ending: no word of its own language.
    const letters = [...label].filter((character) => /\p{L}/u.test(character))
    if (
      isLatinEnd &&
      letters.length > 2 &&
      letters.every((letter) => confusableLetters.has(letter))
    )
      return `is in ${scriptsOf(letters)[0] ?? 'foreign'} letters that look Latin`
  }
  return undefined
}

const alphabets = {
  Latin: /\p{Script=Latin}/u,
  Cyrillic: /\p{Script=Cyrillic}/u,
  Greek: /\p{Script=Greek}/u,
  Armenian: /\p{Script=Armenian}/u,
  Georgian: /\p{Script=Georgian}/u,
  Hebrew: /\p{Script=Hebrew}/u,
  Arabic: /\p{Script=Arabic}/u,
} as const

/** The alphabets of some letters, in the order of the table. */
const scriptsOf = (letters: readonly string[]): string[] =>
  Object.entries(alphabets).flatMap(([name, script]) =>
    letters.some((letter) => script.test(letter)) ? [name] : [],
  )
