import { expect, test } from 'vitest'
import { parseDocument, type PandocBlock, type PandocInline } from '../../src/pandoc/document.ts'
import { notesOf, plainText, walk } from '../../src/pandoc/text.ts'

const str = (text: string): PandocInline => ({ t: 'Str', c: text })
const para = (...inlines: PandocInline[]): PandocBlock => ({ t: 'Para', c: inlines })
const note = (...blocks: PandocBlock[]): PandocInline => ({ t: 'Note', c: blocks })
const space: PandocInline = { t: 'Space' }
const noAttr = ['', [], []] as const

test('parts blocks by a line feed and leaves notes out', () => {
  const item = [para(str('two'))]
  const blocks: PandocBlock[] = [
    para(str('one'), note(para(str('hidden'))), space, { t: 'Strong', c: [str('more')] }),
    { t: 'BulletList', c: [item, item] },
  ]
  expect(plainText(blocks)).toBe('one more\ntwo\ntwo')
})

test('tells the notes in the order of their references, a note inside a note after it', () => {
  const inner = note(para(str('inner')))
  const blocks = [para(str('a'), note(para(str('outer'), inner)), note(para(str('last'))))]
  const document = { 'pandoc-api-version': [1, 23], meta: {}, blocks }
  expect(notesOf(document)).toEqual(['outer', 'inner', 'last'])
})

test('writes the quotation marks that pandoc has taken for a node', () => {
  const quoted: PandocInline = { t: 'Quoted', c: [{ t: 'DoubleQuote' }, [str('Nobody')]] }
  expect(plainText([quoted])).toBe('“Nobody”')
})

test('leaves out a link from a note back to its reference', () => {
  const attr = ['', [], [['role', 'doc-backlink']]] as const
  const link: PandocInline = { t: 'Link', c: [attr, [str('568')], ['#ref', '']] }
  expect(plainText([para(link, space, str('See p. 4.'))])).toBe('See p. 4.')
})

test('tells the caption of a figure of pandoc 2 as that of pandoc 3', () => {
  const image = (title: string, text: string): PandocInline => ({
    t: 'Image',
    c: [noAttr, [str(text)], ['x.png', title]],
  })
  const older = [para(image('fig:', 'Map'))]
  const caption = [null, [{ t: 'Plain', c: [str('Map')] }]] as const
  const body: PandocBlock = { t: 'Plain', c: [image('', 'a drawing')] }
  const newer: PandocBlock[] = [{ t: 'Figure', c: [noAttr, caption, [body]] }]
  expect([plainText(older), plainText(newer)]).toEqual(['Map', 'Map'])
})

test('tells a row of a table as a line, its cells parted by tabs', () => {
  const cell = (text: string) => [noAttr, { t: 'AlignDefault' }, 1, 1, [para(str(text))]] as const
  const row = [noAttr, [cell('a'), cell('b')]] as const
  const head = [noAttr, [row]] as const
  const caption = [null, [para(str('Cap'))]] as const
  const table: PandocBlock = {
    t: 'Table',
    c: [noAttr, caption, [], head, [[noAttr, 0, [], [row]]], [noAttr, []]],
  }
  expect(plainText([table])).toBe('Cap\na\tb\na\tb')
})

test('does not go into a node that a visitor skips', () => {
  const seen: string[] = []
  walk([para(note(para(str('in'))), str('out'))], (node) => {
    seen.push(node.t)
    return node.t === 'Note' ? 'skip' : undefined
  })
  expect(seen).toEqual(['Para', 'Note', 'Str'])
})

test('takes the documents of pandoc-types 1.22 and 1.23, and nothing else', () => {
  const of = (version: readonly number[]): string =>
    JSON.stringify({ 'pandoc-api-version': version, meta: {}, blocks: [] })
  expect(
    [
      [1, 22, 2, 1],
      [1, 23, 1],
      [1, 21],
      [2, 23],
    ].map((v) => parseDocument(of(v)) !== undefined),
  ).toEqual([true, true, false, false])
  expect([parseDocument('{'), parseDocument('null'), parseDocument('[]')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})
