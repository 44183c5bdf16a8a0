import { diagnose } from '../../diagnostic/diagnose.ts'
import { groundOf } from '../ground.ts'
import type { Check } from '../rule.ts'

/**
 * UTF-8 that was read as another encoding, by the pairs that no language writes. `Ã©` is the two bytes
 * of é as Windows-1252 shows them, `â€™` the three of ’, `Ð¿Ñ€` and `РїСЂ` those of Russian letters as
 * Windows-1252 and Windows-1251 do. A capital before a closing mark, as in “IRMÔ, is none.
 */
const western =
  /(?:Ã(?:[¡-¿]|(?<!\p{Lu}Ã)[\u0080-\u00A0‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ])|Â[\u00A0-¿]|â€(?:[\u0080-¿‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|(?=[\s.,;:!?)]))|â„¢|â[\u0080-\u009F][\u0080-\u00BF]|[ÐÑ][\u0080-¿‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ€]){1,40}/gu
const cyrillic = /(?:[РС][Ѐ-Џѐ-џ°±µ¶·»№«¬®¦§©¤\u00A0]){2,40}/gu
/** `вЂ™`, `в„–`: the marks of any text as Windows-1251 shows them; no language writes a capital Ђ behind a small в. `Г©` is é behind a Latin letter. */
const cyrillicMarks =
  /вЂ(?:[\u0080-\u00BFЃѓЉЊЌЋЏђљњќћџЎўЈҐЁЄЇІіґёєјЅѕї‚„…†‡€‰‹‘’“”•–—™›№]|(?=["\s.,;:!?)]))|в„[ў–]|(?<=\p{Script=Latin})Г[\u00A0-\u00BFЎўЈҐЁЄЇІіґёєјЅѕї№]/gu
const russian = /[РС][Ѐ-Џѐ-џ°±µ¶·]|в[Ђ„]|Г[^Ѐ-ӿ\s]|Г[ЎўЈҐЁЄЇІіґёєјЅѕї]/u
/** A quotation mark or dash of Windows-1252 that was read as Latin-1, where these places are controls (Unicode 23.1); U+0085 ends a line. */
const quarters = /[\u0080-\u0084\u0086-\u009F]{1,40}/gu
/** What a program writes where it could not read a letter. */
const lost = /\uFFFD+/gu

/** Letters that were garbled on their way, and what they were where that can be told. */
export const garbledLetters: Check = (chapter) => {
  const { text, masked, alphabet, at } = groundOf(chapter)
  // The first of each pair, and a letter that is lost; of the Russian ones a second must follow.
  if (
    !/[ÃÂâÐÑ\uFFFD\u0080-\u0084\u0086-\u009F]/.test(alphabet) &&
    !(/[РСвГ]/.test(alphabet) && russian.test(text))
  )
    return []
  const { file } = chapter
  const garbled = byWord(
    [
      ...[...masked.matchAll(western)].map((match) => ({ match, encoding: 'windows-1252' })),
      ...[...masked.matchAll(cyrillic)].map((match) => ({ match, encoding: 'windows-1251' })),
      ...[...masked.matchAll(cyrillicMarks)].map((match) => ({ match, encoding: 'windows-1251' })),
    ]
      .flatMap(({ match: { 0: found, index }, encoding }): Garbled[] => {
        const meant = reread(found, encoding)
        // A single pair that says nothing may be a name of its own.
        if (meant === undefined && !/^(?:â€|вЂ)/u.test(found)) return []
        return [{ start: index, end: index + found.length, meant }]
      })
      .concat(loneQuarters(masked)),
    masked,
  ).map(({ start, end, meant }) => {
    const found = masked.slice(start, end)
    return diagnose('garbled-letters', {
      file,
      position: at(start, end),
      message:
        meant === undefined
          ? `\`${found}\` stands where other letters were`
          : `\`${found}\` stands where \`${meant}\` was`,
      help:
        meant === undefined
          ? 'write what the original has'
          : `write \`${meant}\`; the text was saved or pasted in another encoding, so look for more`,
      ...(meant === undefined ? {} : { fix: [{ start, end, text: meant }] }),
    })
  })
  const gone = [...masked.matchAll(lost)].map(({ 0: found, index }) =>
    diagnose('garbled-letters', {
      file,
      position: at(index, index + found.length),
      message: `a letter was lost here: \`\uFFFD\` stands for what could not be read`,
      help: 'write what the original has',
    }),
  )
  return [...garbled, ...gone]
}

/** Controls that are no part of a pair above: each stands for one letter. */
function loneQuarters(masked: string): Garbled[] {
  return [...masked.matchAll(quarters)].flatMap(({ 0: found, index }): Garbled[] => {
    if (/[ÃÂâÐÑ€]/.test(masked.charAt(index - 1))) return []
    const meant = [...found].map((letter) => quarter[letter.charCodeAt(0) - 128] ?? letter).join('')
    const isKnown = !/[\u0080-\u009F]/u.test(meant)
    return [{ start: index, end: index + found.length, meant: isKnown ? meant : undefined }]
  })
}

interface Garbled {
  readonly start: number
  readonly end: number
  /** Absence means that it cannot be told. */
  readonly meant: string | undefined
}

/** What can be told of one word is told once. */
function byWord(found: readonly Garbled[], text: string): Garbled[] {
  const words: Garbled[] = []
  for (const next of found.toSorted((a, b) => a.start - b.start)) {
    const last = words.at(-1)
    const gap = last === undefined ? '' : text.slice(last.end, next.start)
    const isOne = gap.length <= 40 && /^[\p{L}\p{M}\p{N}]*$/u.test(gap)
    if (last?.meant === undefined || next.meant === undefined || !isOne) words.push(next)
    else words[words.length - 1] = { ...last, end: next.end, meant: last.meant + gap + next.meant }
  }
  return words
}

/** The same bytes as UTF-8; absence means that they are none. */
function reread(found: string, encoding: string): string | undefined {
  const bytes = bytesOf(encoding)
  const codes = [...found].map((character) => bytes.get(character) ?? -1)
  if (codes.includes(-1)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(codes))
  } catch {
    return undefined
  }
}

/** Bytes 128 to 159 of Windows-1252 (WHATWG Encoding, index windows-1252). Node's own decoder reads them as Latin-1. */
const quarter = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

const tables = new Map<string, ReadonlyMap<string, number>>()

/** The upper half of a code page, by character. */
function bytesOf(encoding: string): ReadonlyMap<string, number> {
  const known = tables.get(encoding)
  if (known !== undefined) return known
  const codes = Array.from({ length: 128 }, (_, index) => 128 + index)
  const decoder = new TextDecoder(encoding)
  const table = new Map<string, number>(
    codes.map((code): [string, number] => [
      encoding === 'windows-1252'
        ? (quarter[code - 128] ?? String.fromCharCode(code))
        : decoder.decode(Uint8Array.of(code)),
      code,
    ]),
  )
  // Read as Latin-1 instead, the same bytes are controls.
  if (encoding === 'windows-1252')
    for (const code of codes.slice(0, 32)) table.set(String.fromCharCode(code), code)
  tables.set(encoding, table)
  return table
}
