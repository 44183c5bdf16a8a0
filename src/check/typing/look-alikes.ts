/** Letters of other alphabets that look like Latin ones (Unicode UTS #39, the common part of its table). */
const latin = new Map(
  Object.entries({
    а: 'a',
    в: 'b',
    с: 'c',
    ԁ: 'd',
    е: 'e',
    һ: 'h',
    і: 'i',
    ј: 'j',
    к: 'k',
    м: 'm',
    н: 'h',
    о: 'o',
    р: 'p',
    ѕ: 's',
    т: 't',
    у: 'y',
    х: 'x',
    б: '6',
    з: '3',
    А: 'A',
    В: 'B',
    С: 'C',
    Е: 'E',
    Н: 'H',
    І: 'I',
    Ј: 'J',
    К: 'K',
    М: 'M',
    О: 'O',
    Р: 'P',
    Ѕ: 'S',
    Т: 'T',
    У: 'Y',
    Х: 'X',
    З: '3',
    Б: '6',
    α: 'a',
    ο: 'o',
    ν: 'v',
    ρ: 'p',
    τ: 't',
    υ: 'u',
    χ: 'x',
    ι: 'i',
    κ: 'k',
    Α: 'A',
    Β: 'B',
    Ε: 'E',
    Ζ: 'Z',
    Η: 'H',
    Ι: 'I',
    Κ: 'K',
    Μ: 'M',
    Ν: 'N',
    Ο: 'O',
    Ρ: 'P',
    Τ: 'T',
    Υ: 'Y',
    Χ: 'X',
    ı: 'i',
  }),
)

/** What a text looks like: compatibility forms and dashes made plain, invisible characters left out, letters by their Latin look. */
export const skeletonOf = (text: string): string =>
  // Nearly all labels look like themselves.
  /^[a-z0-9-]*$/.test(text) ? text : lookOf(text)

const lookOf = (text: string): string =>
  [...text.normalize('NFKC').replace(/[\p{Cf}\p{Cc}\u034f\ufe00-\ufe0f]/gu, '')]
    .map((character) => latin.get(character) ?? digitOf(character) ?? character)
    .join('')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .normalize('NFC')

/** The plain digit of a decimal digit in any script (Unicode general category Nd: runs of ten from zero). */
export function digitOf(character: string): string | undefined {
  const plain = character.normalize('NFKC')
  if (/^\d$/.test(plain)) return plain
  if (!/^\p{Nd}$/u.test(plain)) return undefined
  const point = plain.codePointAt(0) ?? 0
  for (let value = 0; value < 10; value++)
    if (!/^\p{Nd}$/u.test(String.fromCodePoint(point - value - 1))) return String(value)
  // Runs of ten that follow each other (mathematical digits) are made plain by NFKC above.
  return undefined
}

/** The first letter of a foreign alphabet that looks Latin, in a text that has Latin letters or digits besides. */
export function hasMixedScripts(text: string): string | undefined {
  const foreign = [...text].filter((character) =>
    /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(character),
  )
  const lookAlike = foreign.filter((character) => latin.has(character))
  const rest = /[\p{Script=Latin}]/u.test(text)
  if (rest && lookAlike.length > 0 && lookAlike.length === foreign.length) return lookAlike[0]
  // `5б8`, `56О`: a letter between digits.
  const digits = text.replace(/\D/g, '').length
  return !rest && foreign.length === lookAlike.length && digits > foreign.length
    ? lookAlike[0]
    : undefined
}
