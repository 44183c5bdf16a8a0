import { describe, expect } from 'vitest'
import { blemishesOf } from '../../../src/print/line/blemishes.ts'
import { gapsOf } from '../line/set-text.ts'
import { classOf, hangLeftOf, hangRightOf, lineRule, lineText, scaleOf } from './line-rule.ts'

const ministry =
  'The ministry announced that the national data platform would be opened to researchers before the end of the year, although no budget had been published. Officials in the capital described the programme as a success; independent observers were less certain, and some of them said so in public.'
const interest =
  'Kazakhstan has followed AI and other new technologies with active interest in recent years, as a means both to reform its economy and to extend policing and internal security. The development of AI in Russia interests it as well.'
const long =
  'The responsibility of internationally operating telecommunications companies is undisputed, and the administration of international registration remains characteristically interdepartmental.'
const office =
  'The office of the commissioner had asked for the data of the year before and had been told that the data of that year had not been kept, and so it asked for the data of the year that came after, which had been kept but had not been counted by the office of the state.'

describe('lines, by the rules of the house:', () => {
  lineRule(
    'hyphens stops and quotation marks hang out of the measure and letters hardly',
    200,
    `“${ministry}” ${interest}`,
    ({ lines }) => {
      const full = lines.filter(({ ratio }) => ratio !== 0)
      expect(hangLeftOf(lines[0]!)).toBeGreaterThan(2)
      for (const line of full) {
        if (/[-.,]$/u.test(lineText(line))) expect(hangRightOf(line)).toBeGreaterThan(1)
        else expect(hangRightOf(line)).toBeLessThan(0.6)
      }
      expect(full.some((line) => /[-.,]$/u.test(lineText(line)))).toBe(true)
    },
  )

  lineRule(
    'glyphs give before spaces do and by no more than a fiftieth',
    240,
    ministry,
    ({ lines }) => {
      for (const line of lines.slice(0, -1)) {
        const scale = scaleOf(line)
        expect(Math.abs(scale - 1)).toBeLessThanOrEqual(0.02 + 1e-9)
        const gaps = gapsOf(line)
        const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
        // As long as the glyphs can give, spaces keep their width, kerning apart.
        if (Math.abs(scale - 1) < 0.0199) expect(mean).toBeCloseTo(0.235, 1.5)
      }
    },
  )

  lineRule(
    'no line is loose beside a tight one where another way is fair',
    259,
    interest,
    ({ lines }) => {
      lines.slice(1).forEach((line, index) => {
        expect(Math.abs(classOf(line) - classOf(lines[index]!))).toBeLessThanOrEqual(1)
      })
    },
  )

  lineRule('glyphs of neighbours differ little in width', 259, office, ({ lines }) => {
    lines.slice(1).forEach((line, index) => {
      expect(Math.abs(scaleOf(line) - scaleOf(lines[index]!))).toBeLessThanOrEqual(0.03)
    })
  })

  lineRule('no three lines in a row end in a hyphen', 134, long, ({ lines }) => {
    let hyphens = 0
    for (const line of lines) {
      hyphens = lineText(line).endsWith('-') ? hyphens + 1 : 0
      expect(hyphens).toBeLessThan(3)
    }
  })

  lineRule(
    'two lines in a row end in hyphens only where it is dear not to',
    309,
    ministry,
    ({ lines }) => {
      const ends = lines.map((line) => lineText(line).endsWith('-'))
      expect(ends.some((each, index) => each && ends[index + 1] === true)).toBe(false)
    },
  )

  lineRule('a last line is no shorter than three ems', 227, ministry, ({ lines }) => {
    expect(lines.at(-1)!.width).toBeGreaterThanOrEqual(30)
  })

  lineRule(
    'the line before the last ends in no hyphen where another way is fair',
    273,
    ministry,
    ({ lines }) => {
      expect(lines.at(-2)?.hyphenated).toBe(false)
    },
  )

  lineRule('a last line is full or short by an em', 212, interest, ({ lines }) => {
    const { measure, width } = lines.at(-1)!
    expect(measure - width < 1e-6 || measure - width >= 10).toBe(true)
  })

  lineRule(
    'a word at the edge of three lines is moved where that costs little',
    185,
    office,
    ({ lines }) => {
      expect(blemishesOf(lines)).toEqual([])
    },
  )

  lineRule(
    'a line is over its measure only where one unit is and it is reported',
    80,
    'On Donaudampfschifffahrtsgesellschaft the report has nothing.',
    ({ lines, overfull }) => {
      expect(overfull.map(({ text }) => text)).toEqual(['Donaudampfschifffahrtsgesellschaft'])
      expect(lines[overfull[0]?.line ?? -1]?.text).toBe('Donaudampfschifffahrtsgesellschaft')
    },
    { hyphenate: false },
  )

  lineRule(
    'a line that would be torn is set short',
    90,
    `a responsibility of internationally Donaudampfschifffahrt`,
    ({ lines }) => {
      for (const line of lines) for (const gap of gapsOf(line)) expect(gap).toBeLessThan(0.62)
      expect(lines.slice(0, -1).some(({ width, measure }) => measure - width > 3)).toBe(true)
    },
    { hyphenate: false },
  )

  lineRule(
    'an address breaks after slashes and before other marks without a hyphen',
    150,
    'See https://www.example.org/national-data/platform_of.the.state/report?year=2020&part=12#notes and https://www.example.org/a/b.',
    ({ lines }) => {
      for (const line of lines) {
        expect(line.hyphenated).toBe(false)
        expect(line.text).not.toMatch(/[-.,_?#%~]$(?<!b\.)/u)
      }
      expect(lines.length).toBeGreaterThan(3)
    },
  )

  lineRule(
    'an address breaks between letters only in an emergency',
    110,
    'See https://x.org/abcdefghijklmnopqrstuvwxyzabcdefghij for it.',
    ({ lines, overfull }) => {
      expect(overfull).toEqual([])
      const parts = lines.map(({ text }) => text)
      expect(parts.some((part) => /[a-z]$/u.test(part) && part.includes('abc'))).toBe(true)
      expect(parts.join(' ')).not.toContain('-')
    },
  )

  lineRule(
    'a word is hyphenated by its script with two letters before and three after',
    62,
    'Государственная информационная surveillance responsibility policy Қазақстанның кибербезопасности.',
    ({ lines }) => {
      expect(lines.filter(({ hyphenated }) => hyphenated).length).toBeGreaterThan(3)
      lines.forEach((line, index) => {
        if (!line.hyphenated) return
        expect(/(\p{L}+)$/u.exec(line.text)?.[1]?.length).toBeGreaterThanOrEqual(2)
        expect(/^(\p{L}+)/u.exec(lines[index + 1]?.text ?? '')?.[1]?.length).toBeGreaterThanOrEqual(
          3,
        )
      })
      expect(lines.some(({ text }) => text.includes('Қазақстанның'))).toBe(true)
    },
  )

  lineRule(
    'names and exceptions are hyphenated as they are listed',
    47,
    'Of Kazakhstan, by Kazakhstani, Samruk, the project, at present.',
    ({ lines }) => {
      const text = lines.map(lineText).join('|')
      for (const wrong of [
        'Kaza-|',
        'Kazakhs-|',
        'proj-|',
        'pro-|',
        'pre-|',
        'pres-|',
        'Sa-|',
        'Samr-|',
      ])
        expect(text).not.toContain(wrong)
      expect(text).toContain('Ka-|zakh')
    },
  )

  lineRule(
    'a number is not parted from what it leans on',
    180,
    'As p. 5 and pp. 568–600 have it, with № 5 and § 7 of J. Smith and А. П. Чехов, in 2020 г., at 50 %.',
    ({ lines }) => {
      for (const { text } of lines) expect(text).not.toMatch(/(?:\bpp?\.|№|§|\bJ\.|А\.)$/u)
    },
  )

  lineRule(
    'a dash ends a line and begins none',
    90,
    'He said so – and meant it – on that day—and so did they—for “this” – as said.',
    ({ lines }) => {
      for (const { text } of lines) expect(text).not.toMatch(/^[–—]/u)
    },
  )

  lineRule(
    'the call of a note stands on the line of its word',
    120,
    'The plan was approved.^568^ It was a “success,”^569^ they said—^570^ and no more.^571^',
    ({ lines }) => {
      for (const { text } of lines) expect(text).not.toMatch(/^5[67]/u)
      expect(lines.flatMap(({ calls }) => calls)).toHaveLength(4)
    },
  )

  lineRule(
    'ragged lines are neither stretched nor hung out',
    150,
    ministry,
    ({ lines }) => {
      for (const line of lines) {
        expect(line.ratio).toBe(0)
        expect(scaleOf(line)).toBe(1)
        expect(hangLeftOf(line)).toBe(0)
        expect(hangRightOf(line)).toBe(0)
      }
    },
    { align: 'start', hyphenate: false, protrusion: false, expansion: 0 },
  )
})
