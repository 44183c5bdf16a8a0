import { describe, expect, it } from 'vitest'
import { BookmarkNames } from '../../src/word/bookmark-names.ts'
import { safeTarget } from '../../src/word/handlers/link.ts'
import { characterStyleId, withMark, noMarks } from '../../src/word/marks.ts'
import { panoseOf } from '../../src/word/parts/panose.ts'
import { renumberRelationships } from '../../src/word/parts/relationships.ts'

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
