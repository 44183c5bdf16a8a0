import { expect, test } from 'vitest'
import { breakPlaces, brokenAddress } from '../../src/epub/content/address.ts'
import { book, chapter, link, paragraph, text } from './nodes.ts'
import { bodyOf, filesOf } from './open.ts'

function parted(address: string): string {
  let from = 0
  const pieces = [...breakPlaces(address), address.length].map((at) => {
    const piece = address.slice(from, at)
    from = at
    return piece
  })
  return pieces.join('|')
}

// Chicago 14.18
test.each([
  ['https://www.trend.az/casia/3345220.html', 'https://|www.trend|.az/|casia/|3345220|.html'],
  ['https://a.org/one-two_three~four', 'https://|a.org/|one|-two|_three|~four'],
  ['https://example.org/?id=12&view=map', 'https://|example|.org/|?id|=|12|&|view|=map'],
  ['https://example.org/a%20b%2Fc#part', 'https://|example|.org/|a|%20b|%2Fc|#part'],
  ['https://example.org/a--b.-c', 'https://|example|.org/|a|--b.-c'],
  ['https://example.org/some/.', 'https://|example|.org/|some/.'],
  ['mailto:someone@example.org', 'mailto:|someone|@example|.org'],
  ['short.kz', 'short.kz'],
])('%s', (address, expected) => {
  expect(parted(address)).toBe(expected)
})

test('an address has its places marked, and its hyphens held to what follows', async () => {
  const address = 'https://example.org/one-two'
  const body = await bodyOf([paragraph([link(address, address, true)])])
  expect(body).toContain(
    `<a href="${address}" class="address">https://<wbr />example<wbr />.org/<wbr />one<wbr /><span class="unbroken">-two</span></a>`,
  )
})

test('a name that is a link is no address', async () => {
  const body = await bodyOf([paragraph([link('https://example.org/', 'one/two-three')])])
  expect(body).toContain('>one/two-three</a>')
})

test('a long piece is held together at its hyphen alone', () => {
  const letters = 'a'.repeat(40)
  expect(brokenAddress(`-${letters}`, 0, 41)).toMatchObject([
    { tagName: 'span', children: [{ value: '-a' }] },
    { value: letters.slice(1) },
  ])
})

test('an address over two printed pages keeps its places', async () => {
  const address = 'https://example.org/one/three'
  const files = await filesOf(
    book([chapter('c', 'C', [paragraph([link(address, text(address, undefined, 40), true)])])]),
    undefined,
    [{ folio: '1', kind: 'text', anchors: [], begins: { chapter: 'c', node: 40, index: 24 } }],
  )
  expect(files['c.xhtml']).toMatch(/one\/<span [^>]*aria-label="1" \/><wbr \/>three<\/a>/u)
})
