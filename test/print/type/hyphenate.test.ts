import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { openLiang } from '../../../src/print/type/liang.ts'
import { openHyphenation, type Hyphenate } from '../../../src/print/type/hyphenate.ts'

const require = createRequire(import.meta.url)
const hyphenate = await openHyphenation(['en-US', 'ru', 'kk'])

/** The word with its divisions shown. */
function shown(word: string, language = 'en-US', divide: Hyphenate = hyphenate): string {
  const places = divide(word, language)
  return [...word].map((letter, index) => (places.includes(index) ? `-${letter}` : letter)).join('')
}

describe('hyphenation', () => {
  it('divides by the script of the word, not by the language of the text', () => {
    expect(shown('hyphenation')).toBe('hy-phen-ation')
    expect(shown('государственный', 'en-US')).toBe(shown('государственный', 'ru'))
    expect(shown('государственный', 'en-US')).toBe('го-су-дар-ствен-ный')
    expect(shown('hyphenation', 'ru')).toBe('hy-phen-ation')
  })

  it('leaves words with Kazakh letters whole, and all words of Kazakh text', () => {
    expect(shown('Қазақстан', 'kk')).toBe('Қазақстан')
    expect(shown('қорғау', 'ru')).toBe('қорғау')
    expect(shown('Республика', 'kk')).toBe('Республика')
    expect(shown('Республика', 'ru')).toBe('Рес-пуб-лика')
  })

  it('leaves whole what is no plain word', () => {
    for (const word of ['AlmatyUniversity', 'COVID-19', 'ЦифровойKazakhstan', 'www.example.org']) {
      expect(shown(word)).toBe(word)
    }
    expect(shown('INTERNATIONAL')).toBe('INTERNATIONAL')
  })

  it('keeps two letters before a division and three after it', () => {
    expect(shown('security')).toBe('se-cu-rity')
    for (const word of ['ability', 'very', 'into', 'policy', 'already', 'Россия', 'армия']) {
      const places = hyphenate(word, 'en-US')
      for (const place of places) {
        expect(place).toBeGreaterThanOrEqual(2)
        expect(word.length - place).toBeGreaterThanOrEqual(3)
      }
    }
  })

  it('divides the words between quotation marks and stops', () => {
    expect(shown('“government,”')).toBe('“gov-ern-ment,”')
    expect(shown('economic:')).toBe('eco-nomic:')
    expect(shown('government’s')).toBe('gov-ern-ment’s')
  })

  it('knows Kazakhstan and what is made of it', () => {
    expect(shown('Kazakhstan')).toBe('Ka-zakh-stan')
    expect(shown('Kazakhstani')).toBe('Ka-zakh-stani')
    expect(shown('Kazakhstan’s')).toBe('Ka-zakh-stan’s')
    expect(shown('Казахстана', 'ru')).toBe('Ка-зах-стана')
  })

  it('leaves whole what the patterns except: project the noun and project the verb', () => {
    expect(shown('project')).toBe('project')
    expect(shown('present')).toBe('present')
  })

  it('leaves no consonant alone between two places', () => {
    expect(shown('plutocratic')).not.toMatch(/-[bcdfghjklmnpqrstvwxz]-/)
    expect(shown('democratic')).toBe('demo-cratic')
  })

  it('lets a book add words, before its own', async () => {
    const own = await openHyphenation(['en-US'], ['Sam-ruk', 'Kazakhstan', 'Ti-mur-ov*'])
    expect(shown('Samruk', 'en-US', own)).toBe('Sam-ruk')
    expect(shown('Kazakhstan', 'en-US', own)).toBe('Kazakhstan')
    expect(shown('Timurova', 'en-US', own)).toBe('Ti-mur-ova')
  })

  it('divides nothing in a language that was not asked for', async () => {
    const english = await openHyphenation(['en-GB'])
    expect(shown('государственный', 'ru', english)).toBe('государственный')
    expect(shown('Bundesregierung', 'de', english)).toBe('Bundesregierung')
    expect(shown('Bundesregierung', 'en-GB', english)).not.toBe('Bundesregierung')
  })

  it('finds what the package that ships the patterns finds', () => {
    for (const [tag, words] of [
      ['en-us', ['algorithm', 'typesetting', 'international', 'surveillance', 'responsibility']],
      ['ru', ['информационной', 'сотрудничества', 'безопасности', 'международными']],
    ] as const) {
      const shipped = require(`hyphen/${tag}`) as { hyphenateSync: (text: string) => string }
      const patterns = require(`hyphen/patterns/${tag}.js`) as Parameters<typeof openLiang>[0]
      const liang = openLiang(patterns)
      for (const word of words) {
        const ours = liang(word).filter((place) => place > 1 && place < word.length - 1)
        let parts = ''
        ;[...word].forEach(
          (letter, at) => (parts += ours.includes(at) ? `\u00AD${letter}` : letter),
        )
        expect(parts).toBe(shipped.hyphenateSync(word))
      }
    }
  })
})
