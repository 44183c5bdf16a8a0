import { EpubCheck } from '@likecoin/epubcheck-ts'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { epub } from '../../src/epub/epub.ts'
import { frontMatter } from './every-node.ts'
import { book, call, chapter, footnote, heading, link, paragraph, table } from './nodes.ts'
import { bytesOf, filesOf } from './open.ts'
import { template } from './template.ts'

const numbered = [1, 2, 3].map((number) => table(['a'], [['b']], { number }))
const sourced = book(
  [
    chapter('one', 'One', [paragraph(['Text', call('7', '7'), call('8', '8')]), ...numbered], {
      notes: [
        footnote('7', '7', [paragraph(link('https://www.example.org/a/b', 'it', true))]),
        footnote('8', '8', [
          paragraph([
            link('https://example.org/a/b', 'it', true),
            link('https://b.org', 'b', true),
          ]),
        ]),
      ],
    }),
    chapter('two', 'Two', [paragraph('Text.')]),
  ],
  { sourcesIndex: true },
)

describe('an index of sources', () => {
  it('holds each address once under its host, with links to the notes that give it', async () => {
    const index = (await filesOf(sourced))['sources.xhtml'] ?? ''
    expect(index).toContain('role="doc-index"')
    expect(index.replace(/<wbr \/>|<[^>]*>/gu, '')).toMatch(
      /b\.org8\s*example\.org\/a\/b\u20027, 8/u,
    )
    expect(index).toContain('<a href="one.xhtml#fn-7" aria-label="note 7">7</a>')
  })

  it('marks the printed pages that begin in it', async () => {
    const at = (folio: string, node: number, index: number) =>
      ({
        folio,
        kind: 'index',
        anchors: [],
        begins: { chapter: 'index of sources', node, index },
      }) as const
    // Entry 0 is the heading, 1 and 2 the first host, 3 the second, 4 its address of four characters.
    const pages = [at('9', 0, 0), at('10', 3, 0), at('11', 4, 2), at('12', 4, 5)]
    const { 'sources.xhtml': index = '', 'nav.xhtml': nav } = await filesOf(
      sourced,
      frontMatter,
      pages,
    )
    const text = index
      .replace(/<span [^>]*aria-label="(\d+)" \/>/gu, '[$1]')
      .replace(/<[^>]*>/gu, '')
    expect(text).toMatch(
      /\[9\]Index of sources\s*b\.org8\s*\[10\]example\.org\/a\[11\]\/b\u20027, \[12\]8/u,
    )
    expect(nav).toContain('sources.xhtml#_.page-12')
    expect((await EpubCheck.validate(await bytesOf(sourced, frontMatter, pages))).messages).toEqual(
      [],
    )
  })

  it('is not there where it was not asked for', async () => {
    const plain = { ...sourced, metadata: { ...sourced.metadata, sourcesIndex: false } }
    expect((await filesOf(plain))['sources.xhtml']).toBeUndefined()
  })
})

describe('lists of figures and tables', () => {
  it('stand in the navigation of a book that has three of one, under their chapters', async () => {
    const nav = (await filesOf(sourced))['nav.xhtml'] ?? ''
    const [, list = ''] = /<nav epub:type="lot"(.*?)<\/nav>/su.exec(nav) ?? []
    expect(list.replace(/<[^>]*>/gu, ' ')).toMatch(
      /List of tables\s+One\s+Table\u00A01\.\s+Table\u00A02\./u,
    )
    expect(list).toContain('href="one.xhtml#_.table-3"')
    expect(nav).not.toContain('epub:type="loi"')
  })
})

describe('the claim of conformance', () => {
  const claim = 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA'
  it('stands in its exact form where what can be looked for is sound', async () => {
    const opf = (await filesOf(sourced))['package.opf'] ?? ''
    expect(opf).toContain(`<meta property="dcterms:conformsTo" id="conformance">${claim}</meta>`)
    expect(opf).toContain('property="a11y:certifiedBy" refines="#conformance"')
  })

  it.each([
    [
      'a level of heading is left out',
      book([chapter('c', 'C', [heading(4, 'a', 'A')])]),
      '#1f4e79',
    ],
    ['a colour cannot be read', book([chapter('c', 'C', [])]), '#9fc5e8'],
  ])('is not made where %s', async (_, made, link_) => {
    const pale = { ...template, colors: { ...template.colors, link: link_ } }
    const { value } = await epub(made, pale, frontMatter)
    expect(strFromU8(unzipSync(value!.bytes)['EPUB/package.opf']!)).not.toContain(claim)
  })
})
