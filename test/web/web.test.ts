import { describe, expect, it, test } from 'vitest'
import type { Book } from '../../src/model/book.ts'
import { web } from '../../src/web/web.ts'
import { everyNode, frontMatter } from '../epub/every-node.ts'
import { book, call, chapter, footnote, paragraph, reference, table, text } from '../epub/nodes.ts'
import { tagsOf } from '../epub/open.ts'
import { template } from '../epub/template.ts'
import type { PageMap } from '../../src/edition.ts'

async function pageOf(made: Book, pages?: PageMap): Promise<string> {
  const { value } = await web(made, template, frontMatter, pages)
  return new TextDecoder().decode(value?.bytes)
}

const two = book([
  chapter(
    'one',
    'One',
    [
      paragraph(['See', call('a', '7'), reference({ title: 'Two', anchor: 'two' })]),
      table(['a'], [['b']], { number: 1 }),
    ],
    {
      notes: [footnote('a', '7', 'A note.')],
    },
  ),
  chapter(
    'two',
    'Two',
    [paragraph(['Text', call('b', '8')]), table(['a'], [['b']], { number: 1 })],
    {
      notes: [footnote('b', '8', 'Another.')],
    },
  ),
])

describe('the web edition', () => {
  it('is one page that needs no other file, and no script', async () => {
    const page = await pageOf(everyNode)
    const tags = tagsOf(page)
    for (const { name, attributes } of tags) {
      expect(['script', 'iframe', 'object', 'link', 'base']).not.toContain(name)
      if (name === 'img') expect(attributes['src']).toMatch(/^data:image\//u)
      expect(Object.keys(attributes).filter((key) => key.startsWith('on'))).toEqual([])
    }
    for (const [, address] of page.matchAll(/url\(([^)]*)\)/gu)) expect(address).toMatch(/^data:/u)
    expect(page).not.toContain('@import')
    expect(page).toContain("default-src 'none'")
  })

  it('has every id once, and every link within it leads to one', async () => {
    for (const made of [everyNode, two]) {
      const tags = tagsOf(await pageOf(made))
      const ids = tags.flatMap(({ attributes }) => attributes['id'] ?? [])
      expect(new Set(ids).size).toBe(ids.length)
      for (const { name, attributes } of tags)
        if (name === 'a' && attributes['href']?.startsWith('#') === true)
          expect(ids).toContain(decodeURIComponent(attributes['href'].slice(1)))
    }
  })

  it('leads from chapter to chapter within the page', async () => {
    expect(await pageOf(two)).toContain('<a class="reference" href="#two">')
  })

  it('gives each note its address, and tells how to cite it with its printed page', async () => {
    const pages: PageMap = [{ folio: '214', kind: 'text', anchors: ['fn-a'] }]
    const page = await pageOf(two, pages)
    expect(page).toContain('<a class="permalink" href="#fn-a" aria-label="Address of note 7">#</a>')
    expect(page).toMatch(
      /<details><summary>Cite this note<\/summary><p>[^<]*, “One”, page 214, note 7<\/p>/u,
    )
    expect(page).toMatch(/“Two”, note 8<\/p>/u)
  })

  it('shows where printed pages begin', async () => {
    const begins = { chapter: 'c', node: 40, index: 7 }
    const made = book([chapter('c', 'C', [paragraph(text('Kazakhstan has', undefined, 40))])])
    const page = await pageOf(made, [{ folio: '2', kind: 'text', anchors: [], begins }])
    expect(page).toMatch(
      /Kazakhs<span class="folio" data-folio="2" id="_\.page-2"><\/span>tan has/u,
    )
  })

  it('writes no attribute of XML vocabularies', async () => {
    expect(await pageOf(everyNode)).not.toMatch(/epub:type|xml:lang|xmlns/u)
  })

  it('has the same bytes twice', async () => {
    expect(await pageOf(everyNode)).toBe(await pageOf(everyNode))
  })
})

test.each([
  '</style><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '&lt;b&gt; &amp; ]]> <!-- -->',
  '{{constructor.constructor("x")()}} ${7*7} <%= 1 %>',
  'a\u0001b\uffff',
])('shows %j as text wherever it stands', async (words) => {
  const hostile = book(
    [
      chapter('c', words, [paragraph([words, call('a', '1')])], {
        notes: [footnote('a', '1', words)],
      }),
    ],
    { title: words, subtitle: words, authors: [words], description: words, publisher: words },
  )
  const page = await pageOf(hostile)
  const plain = await pageOf(
    book(
      [chapter('c', 'x', [paragraph(['x', call('a', '1')])], { notes: [footnote('a', '1', 'x')] })],
      { title: 'y', subtitle: 'x', authors: ['x'], description: 'x', publisher: 'x' },
    ),
  )
  // The same elements with the same attributes by name: no word of an author became markup.
  const shape = (html: string): string[] =>
    tagsOf(html).map(({ name, attributes }) => `${name} ${Object.keys(attributes).join(' ')}`)
  const names = (html: string): Set<string> =>
    new Set(shape(html).map((each) => each.split(' ')[0]!))
  expect(names(page)).toEqual(names(plain))
  expect(page.match(/<style>/gu)).toHaveLength(1)
  expect(page.match(/<script|<img|onerror=alert\(1\)>/giu)).toBeNull()
})
