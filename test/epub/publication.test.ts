import { EpubCheck } from '@likecoin/epubcheck-ts'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, expect, test } from 'vitest'
import type { PageMap } from '../../src/edition.ts'
import { everyNode, frontMatter } from './every-node.ts'
import { at, book, chapter, heading, paragraph, reference, text } from './nodes.ts'
import { bytesOf, filesOf, tagsOf } from './open.ts'

const zone = process.env['TZ']
afterEach(() => {
  process.env['TZ'] = zone ?? ''
})

const check = async (bytes: Uint8Array): Promise<unknown[]> =>
  (await EpubCheck.validate(bytes)).messages

const documents = (files: Record<string, string>): [string, string][] =>
  Object.entries(files).filter(([path]) => path.endsWith('.xhtml'))

const pages: PageMap = [
  { folio: 'i', kind: 'title', anchors: [] },
  { folio: 'ii', kind: 'colophon', anchors: [] },
  { folio: 'iii', kind: 'contents', anchors: [] },
  { folio: '1', kind: 'text', anchors: [], begins: { chapter: 'c', node: 40, index: 0 } },
  { folio: '2', kind: 'text', anchors: [], begins: { chapter: 'c', node: 40, index: 7 } },
  { folio: '3', kind: 'blank', anchors: [] },
  { folio: '4', kind: 'text', anchors: [], begins: { chapter: 'c', node: 90, index: 0 } },
  { folio: '5', kind: 'text', anchors: [], begins: { chapter: 'c', node: 99, index: 0 } },
]
const paged = book([
  chapter('c', 'Chapter', [
    paragraph(text('Kazakhstan has', undefined, 40)),
    heading(2, 'second', text('Second', undefined, 90)),
    paragraph({ ...reference({ title: 'Second', anchor: 'second' }), position: at(99) }),
  ]),
])

test('EPUBCheck has nothing to say of a book with every node', async () => {
  expect(await check(await bytesOf(everyNode))).toEqual([])
})

test('EPUBCheck has nothing to say of a book with printed pages', async () => {
  expect(await check(await bytesOf(paged, frontMatter, pages))).toEqual([])
})

test('EPUBCheck has nothing to say of a chapter without notes, headings and front matter', async () => {
  const bare = book([chapter('c', 'C', [paragraph('Text.')])])
  expect(await check(await bytesOf(bare, { titlePage: [], colophon: [] }))).toEqual([])
})

test('every id is its own in its file, and every link of the book leads to one', async () => {
  const files = documents(await filesOf(everyNode))
  const ids = new Map(
    files.map(([path, xml]) => [
      path,
      tagsOf(xml).flatMap(({ attributes }) => attributes['id'] ?? []),
    ]),
  )
  for (const own of ids.values()) expect(new Set(own).size).toBe(own.length)
  for (const [path, xml] of files) {
    for (const { name, attributes } of tagsOf(xml)) {
      const { href } = attributes
      if (name !== 'a' || href === undefined || /^\w+:/u.test(href)) continue
      const [file = '', id] = href.split('#')
      const target = ids.get(file === '' ? path : file)
      expect(target, href).toBeDefined()
      if (id !== undefined) expect(target).toContain(id)
    }
  }
})

test('calls and notes are paired, in the order of their numbers', async () => {
  const tags = tagsOf((await filesOf(everyNode))['first.xhtml'] ?? '')
  const role = (wanted: string) =>
    tags.filter(({ attributes }) => attributes['role'] === wanted).map((tag) => tag.attributes)
  const notes = role('doc-footnote').map(({ id }) => id)
  expect(notes).toEqual(['fn-568', 'fn-trend', 'fn-list', 'fn-cell', 'fn-caption'])
  expect(role('doc-noteref').map(({ href }) => href)).toEqual(notes.map((id) => `#${id}`))
  expect(role('doc-backlink').map(({ href }) => href)).toEqual(
    role('doc-noteref').map(({ id }) => `#${id}`),
  )
})

test('the same book gives the same bytes, in any time zone', async () => {
  const first = await bytesOf(everyNode)
  process.env['TZ'] = 'Pacific/Kiritimati'
  expect(await bytesOf(everyNode)).toEqual(first)
  process.env['TZ'] = 'America/Sao_Paulo'
  expect(await bytesOf(everyNode)).toEqual(first)
})

test('the type of the file comes first and is stored (OCF)', async () => {
  const bytes = await bytesOf(everyNode)
  expect(strFromU8(bytes.subarray(30, 58))).toBe('mimetypeapplication/epub+zip')
  expect(Object.keys(unzipSync(bytes)).slice(0, 2)).toEqual(['mimetype', 'META-INF/container.xml'])
})

test('printed pages are marked where print divides the text, and listed; pages without text are not', async () => {
  const files = await filesOf(paged, frontMatter, pages)
  expect(files['c.xhtml']).toMatch(
    /<p><span [^>]*aria-label="1" \/>Kazakhs<span [^>]*"2" \/>tan has/u,
  )
  expect(files['c.xhtml']).toMatch(/<h2 id="second"><span [^>]*aria-label="4" \/>Second/u)
  expect(files['c.xhtml']).toMatch(
    /<p><a class="reference" href="#second"><span [^>]*aria-label="5" \/>/u,
  )
  const list = files['nav.xhtml']?.split('doc-pagelist')[1] ?? ''
  expect([...list.matchAll(/>(\w+)<\/a>/gu)].map(([, folio]) => folio)).toEqual([
    'i',
    'ii',
    '1',
    '2',
    '4',
    '5',
  ])
  expect(files['nav.xhtml']?.split('landmarks')[0]).not.toContain('doc-pagebreak')
  expect(files['package.opf']).toContain('printPageNumbers')
})

test('a book that is not final says so on its title page and in its metadata', async () => {
  for (const [metadata, words] of [
    [{ status: 'draft' }, 'Draft, not for citation'],
    [{ status: 'review' }, 'Review copy'],
    [{ status: 'embargoed' }, 'Embargoed'],
    [{ status: 'embargoed', embargoedUntil: '2021-03-01' }, 'Embargoed until March 1, 2021'],
  ] as const) {
    const files = await filesOf(book([chapter('c', 'C', [])], metadata))
    expect(files['title-page.xhtml']).toContain(`<p class="stamp"><strong>${words}</strong></p>`)
    expect(files['package.opf']).toContain(`>${words}</meta>`)
  }
  const final = await filesOf(book([chapter('c', 'C', [])]))
  expect(final['title-page.xhtml']).not.toContain('stamp')
  expect(final['package.opf']).not.toContain('creativeWorkStatus')
})

test('the contents hold chapters, their headings of level 2, and notes', async () => {
  const toc = (await filesOf(everyNode))['nav.xhtml']?.split('landmarks')[0] ?? ''
  expect([...toc.matchAll(/<a href="([^"]*)"/gu)].map(([, href]) => href)).toEqual([
    'first.xhtml#first',
    'first.xhtml#one',
    'first.xhtml#two',
    'first.xhtml#_.notes',
    ...['вторая', 'third', '_.notes'].map((id) => `chapter-2.xhtml#${id}`),
  ])
})

test('a book written from right to left turns its pages so', async () => {
  const files = await filesOf(
    book([chapter('c', 'C', [paragraph('שלום')], { language: 'he' })], { language: 'he' }),
  )
  expect(files['package.opf']).toContain('page-progression-direction="rtl"')
  expect(files['c.xhtml']).toContain('lang="he" dir="rtl"')
})
