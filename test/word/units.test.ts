import { describe, expect, it } from 'vitest'
import type { Table } from '../../src/model/nodes.ts'
import { wordsFor } from '../../src/template/words.ts'
import { pt, toTwip } from '../../src/unit/length.ts'
import { advancesOf } from '../../src/template/advances.ts'
import { BookmarkNames } from '../../src/word/bookmark-names.ts'
import { fitColumns } from '../../src/word/column-widths.ts'
import { safeTarget } from '../../src/word/handlers/link.ts'
import { characterStyleId, withMark, noMarks } from '../../src/word/marks.ts'
import { panoseOf } from '../../src/word/parts/panose.ts'
import { renumberRelationships } from '../../src/word/parts/relationships.ts'
import { ShiftedStyles } from '../../src/word/shifted-styles.ts'
import { reportTemplate } from './make.ts'

const point = { line: 1, column: 1, offset: 0 }
const position = { start: point, end: point }

describe('names of bookmarks', () => {
  it('hold letters, digits and underscores alone', () => {
    expect(new BookmarkNames().of('sec-ai.ethics')).toBe('_sec_ai_ethics')
    expect(new BookmarkNames().of('обзор-1')).toBe('_обзор_1')
  })

  it('are at most forty characters long and differ, whatever the case of their letters', () => {
    const names = new BookmarkNames()
    const long = 'a'.repeat(60)
    const [first, second] = [names.of(long), names.of(`${long}b`)]
    expect(first).toHaveLength(40)
    expect(second).toHaveLength(40)
    expect(second).not.toBe(first)
    expect(names.of('x-1').toLowerCase()).not.toBe(names.of('X.1').toLowerCase())
  })

  it('are the same for the same anchor', () => {
    const names = new BookmarkNames()
    expect(names.of('fn-568')).toBe(names.of('fn-568'))
  })
})

describe('addresses of links', () => {
  it('are left as they are where they are sound', () => {
    const url = 'https://example.org/a%20b?q=1&r=[2]#part'
    expect(safeTarget(url)).toBe(url)
  })

  it('have characters escaped that would make Word call the file damaged', () => {
    expect(safeTarget('https://example.org/a b"<c>%zz')).toBe(
      'https://example.org/a%20b%22%3Cc%3E%25zz',
    )
  })
})

describe('columns', () => {
  const template = reportTemplate()
  const words = wordsFor(template, 'en')
  const measure = pt(324)
  const tableOf = (rows: readonly (readonly string[])[]): Table => {
    const [head = [], ...others] = rows
    const row = (cells: readonly string[]): Table['head'] => ({
      type: 'tableRow',
      position,
      cells: cells.map((value) => ({
        type: 'tableCell',
        position,
        children: [{ type: 'text', value, position }],
      })),
    })
    return {
      type: 'table',
      position,
      caption: [],
      align: [],
      head: row(head),
      rows: others.map(row),
    }
  }
  const gap = toTwip(template.tables.columnGap)

  it('keep words and figures whole, in wider faces too', () => {
    const sentence = 'A sentence that needs several lines in a column of this width, however set'
    const table = tableOf([
      ['Country', 'Year', 'What', 'Sum'],
      ['Kazakhstan', '2012', sentence, '12,345'],
    ])
    const { widths, scale } = fitColumns(template, table, measure, words)
    expect(scale).toBe(1)
    expect(widths.reduce((sum, width) => sum + width)).toBe(toTwip(measure))
    const least = ['Kazakhstan', '2012', '', '12,345'].map((word) => {
      const advance = advancesOf(template.families['sans']?.faces.regular.bytes ?? new Uint8Array())
      const wide = [...word].reduce((sum, letter) => sum + advance(letter.codePointAt(0) ?? 0), 0)
      return toTwip(pt(wide * template.styles.tableCell.size * 1.08))
    })
    least.forEach((width, column) => {
      expect((widths[column] ?? 0) - (column === 3 ? 0 : gap)).toBeGreaterThanOrEqual(width)
    })
  })

  it('are as wide as their text where the table is small', () => {
    const { widths } = fitColumns(
      template,
      tableOf([
        ['A', 'B'],
        ['one', '2'],
      ]),
      measure,
      words,
    )
    expect(widths.reduce((sum, width) => sum + width)).toBeLessThan(toTwip(measure) / 3)
  })

  it('are set smaller only where the words do not fit', () => {
    const long = Array.from({ length: 6 }, () => 'internationalisation')
    const { widths, scale } = fitColumns(template, tableOf([long, long]), measure, words)
    expect(scale).toBe(0.7)
    expect(widths.reduce((sum, width) => sum + width)).toBe(toTwip(measure))
  })

  it('break an address rather than shrink', () => {
    const url = `https://example.org/${'address/'.repeat(20)}`
    expect(
      fitColumns(
        template,
        tableOf([
          ['A', 'B'],
          [url, '1'],
        ]),
        measure,
        words,
      ).scale,
    ).toBe(1)
  })

  it('are of average letters where a face cannot be read', () => {
    expect(advancesOf(new Uint8Array(0))(65)).toBeGreaterThan(0.4)
  })
})

describe('styles further in', () => {
  it('are made once, and only where something stands further in', () => {
    const shifted = new ShiftedStyles()
    expect(shifted.of('Code', pt(0), pt(0))).toBe('Code')
    expect(shifted.of('Code', pt(24), pt(0))).toBe(shifted.of('Code', pt(24), pt(0)))
    expect(shifted.all().map(({ id }) => id)).toEqual(['Code-480'])
  })
})

describe('marks', () => {
  it('name one style whatever their order', () => {
    const both = withMark(withMark(noMarks, 'strong'), 'emphasis')
    expect(characterStyleId(both)).toBe('EmphasisStrong')
    expect(characterStyleId(noMarks)).toBeUndefined()
  })
})

describe('PANOSE', () => {
  it('is undefined for what is no font', () => {
    expect(panoseOf(new Uint8Array(0))).toBeUndefined()
    expect(panoseOf(new Uint8Array(64).fill(255))).toBeUndefined()
  })
})

describe('relationships', () => {
  it('are counted in their order, and the part that uses them with them', () => {
    const parts = renumberRelationships(
      new Map([
        ['word/document.xml', '<w:hyperlink r:id="rIdx7q"/><a:blip r:embed="rId1"/>'],
        ['word/_rels/document.xml.rels', '<Relationship Id="rId1"/><Relationship Id="rIdx7q"/>'],
      ]),
    )
    expect(parts.get('word/document.xml')).toBe(
      '<w:hyperlink r:id="rId2"/><a:blip r:embed="rId1"/>',
    )
  })
})
