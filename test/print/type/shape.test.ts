import { describe, expect, it } from 'vitest'
import { plainFeatures } from '../../../src/print/type/features.ts'
import { openTypesetter } from './typesetter.ts'

const typesetter = await openTypesetter()
const roman = typesetter.fount('roman', plainFeatures, 'en-US')

describe('shaping', () => {
  it('keeps the letters of a ligature as its text', () => {
    const { ids, texts } = roman.word('office')
    expect(texts.join('')).toBe('office')
    expect(ids.length).toBeLessThan('office'.length)
    expect(texts.some((text) => text.length > 1)).toBe(true)
  })

  it('sums the advances to the width', () => {
    const { advances, width } = roman.word('Wavering')
    expect(advances.reduce((sum, advance) => sum + advance, 0)).toBeCloseTo(width, 10)
  })

  it('kerns, and so sets AV closer than A and V apart', () => {
    const { width } = roman.word('AV')
    expect(width).toBeLessThan(roman.word('A').width + roman.word('V').width)
    expect(roman.kern(roman.word('A'), roman.word('V'))).toBeCloseTo(
      width - roman.word('A').width - roman.word('V').width,
      10,
    )
  })

  it('shapes a word once', () => {
    expect(roman.word('again')).toBe(roman.word('again'))
    expect(typesetter.fount('roman', plainFeatures, 'en-US')).toBe(roman)
  })

  it('draws old-style figures in text and figures of one width in tables', () => {
    const tabular = typesetter.fount('roman', { ...plainFeatures, figures: 'tabular' }, 'en-US')
    const lining = typesetter.fount('roman', { ...plainFeatures, figures: 'lining' }, 'en-US')
    expect(tabular.word('1').width).toBe(tabular.word('8').width)
    expect(roman.word('1').width).not.toBe(roman.word('8').width)
    expect(roman.word('3').ids).not.toEqual(lining.word('3').ids)
  })

  it('draws small capitals whose text is the letters that were written', () => {
    const small = typesetter.fount('roman', { ...plainFeatures, caps: 'small' }, 'en-US')
    const word = small.word('Казахстан')
    expect(word.texts.join('')).toBe('Казахстан')
    expect(word.ids.slice(1)).not.toEqual(roman.word('Казахстан').ids.slice(1))
    expect(word.ids[0]).toBe(roman.word('К').ids[0])
  })

  it('draws capitals that say capitals where upper case is asked for', () => {
    const upper = typesetter.fount('roman', { ...plainFeatures, caps: 'upper' }, 'en-US')
    expect(upper.word('Notes').texts.join('')).toBe('NOTES')
  })

  it('draws a footnote mark with the superior figures of the face, whose text is the figures', () => {
    const superior = typesetter.fount('roman', { ...plainFeatures, superior: true }, 'en-US')
    const mark = superior.word('568')
    expect(mark.texts).toEqual(['5', '6', '8'])
    expect(mark).toMatchObject({ scale: 1, rise: 0 })
    expect(mark.ids).not.toEqual(roman.word('568').ids)
    expect(mark.width).toBeLessThan(roman.word('568').width)
  })

  it('raises and scales a mark that the face draws no superior of', () => {
    const superior = typesetter.fount('roman', { ...plainFeatures, superior: true }, 'en-US')
    const mark = superior.word('†')
    expect(mark.scale).toBeLessThan(1)
    expect(mark.rise).toBeGreaterThan(0)
    expect(mark.width).toBeCloseTo(roman.word('†').width * mark.scale, 10)
  })

  it('adds tracking after each letter, and then takes no ligature', () => {
    const tracked = typesetter.fount('roman', { ...plainFeatures, tracking: 60 }, 'en-US')
    expect(tracked.word('office').ids).toHaveLength(6)
    expect(tracked.word('nun').width).toBeCloseTo(roman.word('nun').width + 3 * 0.06, 10)
    expect(tracked.space).toBeCloseTo(roman.space + 0.06, 10)
  })

  it('never draws a soft hyphen', () => {
    expect(roman.word('co\u00ADoperate').texts.join('')).toBe('cooperate')
  })

  it('gives a divided word the widths that its parts have when shaped by themselves', () => {
    for (const text of ['officially', 'Wavering', 'government', 'AVAVAV', 'affiliation']) {
      for (let place = 2; place < text.length - 2; place++) {
        const division = roman.divide(text, place)
        expect(division.before).toBeCloseTo(roman.word(`${text.slice(0, place)}-`).width, 3)
        expect(division.after).toBeCloseTo(roman.word(text.slice(place)).width, 3)
      }
    }
  })

  it('throws for a face that was not given', () => {
    expect(() => typesetter.fount('bold', plainFeatures, 'en-US')).toThrow('bold')
  })
})

describe('missing glyphs', () => {
  it('are named once each, in order', () => {
    expect(typesetter.missingGlyphs('東京 and 京', 'roman')).toEqual([0x4eac, 0x6771])
  })

  it('are none for Latin, Russian and Kazakh text, spaces and joiners', () => {
    const text =
      'Naïve №\u00A05 — «Қазақстан» ₸100,\u202F§\u00A07; well\u2011known\u200B\u00AD “éèü” ²†'
    expect(typesetter.missingGlyphs(text, 'roman')).toEqual([])
  })
})
