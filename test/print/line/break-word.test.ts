import { describe, expect, it } from 'vitest'
import { breakUrl, isAddress } from '../../../src/print/line/break-url.ts'
import { breakWord, spaceCost } from '../../../src/print/line/break-word.ts'

/** The text with a bar at each place. */
function barred(text: string, places: readonly { readonly at: number }[]): string {
  const at = new Set(places.map((place) => place.at))
  return [...text].map((letter, index) => (at.has(index) ? `|${letter}` : letter)).join('')
}
const word = (text: string): string => barred(text, breakWord(text))
const url = (text: string): string =>
  barred(
    text,
    breakUrl(text).filter(({ isEmergency }) => !isEmergency),
  )

describe('an address', () => {
  it('is broken after slashes and before marks, never after a hyphen or stop', () => {
    expect(url('https://www.example.org/a-path/to_it?x=1&y=2#top')).toBe(
      'https://|www|.example|.org/|a|-path/|to|_it|?x|=|1|&|y|=|2|#top',
    )
  })

  it('never parts the scheme, its slashes, or the two figures of an escape', () => {
    expect(url('http://a.example/%D0%9A%D0%B0')).toBe('http://|a|.example/|%D0|%9A|%D0|%B0')
  })

  it('keeps the punctuation that follows it', () => {
    expect(url('https://tass.com/world/).')).toBe('https://|tass|.com/|world/).')
  })

  it('is cut between letters only in a long run, and in an emergency', () => {
    const places = breakUrl('https://x.org/abcdefghijklmnopqrstuvwxyz')
    const emergency = places.filter(({ isEmergency }) => isEmergency)
    expect(emergency.map(({ at }) => at)).toEqual(
      Array.from({ length: 21 }, (_, index) => 17 + index),
    )
    expect(breakUrl('https://x.org/short').some(({ isEmergency }) => isEmergency)).toBe(false)
  })

  it('costs more to break near an end, and after the scheme', () => {
    const cost = new Map(breakUrl('https://tass.com/world/12').map(({ at, cost }) => [at, cost]))
    expect(cost.get(17)).toBe(0)
    expect(cost.get(8)).toBe(120)
    expect(cost.get(23)).toBe(200)
  })

  it('is known by its scheme, www, a path or an at sign', () => {
    for (const text of ['https://a.org', '(www.a.org)', 'doi:10.1000/1', 'a.org/b', 'who@a.org']) {
      expect(isAddress(text)).toBe(true)
    }
    for (const text of ['and/or', 'U.S.', 'p.m.', '46.55', 'Informburo.kz']) {
      expect(isAddress(text)).toBe(false)
    }
  })
})

describe('a word', () => {
  it('breaks after its hyphen where two letters stand on each side', () => {
    expect(word('state-of-the-art')).toBe('state-|of-|the-|art')
    expect(word('e-mail')).toBe('e-mail')
    expect(word('IT-специалистов')).toBe('IT-|специалистов')
    expect(word('COVID-19')).toBe('COVID-19')
    expect(word('-5')).toBe('-5')
  })

  it('breaks after a dash, never before it, and never where a quotation closes', () => {
    expect(word('so—and')).toBe('so—|and')
    expect(word('568–600')).toBe('568–|600')
    expect(word('said—”')).toBe('said—”')
    expect(word('—and')).toBe('—and')
    expect(word('“so”—“and”')).toBe('“so”—|“and”')
  })

  it('breaks after the slash between words, and at a zero width space', () => {
    expect(word('and/or')).toBe('and/|or')
    expect(word('24/7')).toBe('24/7')
    expect(word('one\u200Btwo')).toBe('one\u200B|two')
  })
})

describe('a space', () => {
  it('holds where a mark would be stranded', () => {
    expect(spaceCost('word', '—')).toBe(Infinity)
    expect(spaceCost('$55', 'million')).toBeGreaterThan(spaceCost('55', 'millionaires'))
    expect(spaceCost('«', 'слово')).toBe(Infinity)
    expect(spaceCost('слово', '»')).toBe(Infinity)
  })

  it('ends a line at a price after an abbreviation, an initial, a month, or №', () => {
    for (const [before, after] of [
      ['p.', '5'],
      ['(pp.', '568–600'],
      ['J.', 'Smith'],
      ['А.', 'П.'],
      ['№', '5'],
      ['§', '7'],
      ['2020', 'г.'],
      ['May', '11,'],
      ['(Dec.', '4,'],
      ['в', '2020'],
    ] as const) {
      expect(spaceCost(before, after)).toBeGreaterThan(0)
      expect(spaceCost(before, after)).toBeLessThan(Infinity)
    }
  })

  it('is free after most words, after a dash and after a sentence', () => {
    expect(spaceCost('word', 'word')).toBe(0)
    expect(spaceCost('–', 'word')).toBe(0)
    expect(spaceCost('word.', 'Next')).toBe(0)
    expect(spaceCost('Rule', '5')).toBe(0)
    expect(spaceCost('5', 'words')).toBe(0)
  })
})
