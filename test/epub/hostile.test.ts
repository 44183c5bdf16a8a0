import { expect, test } from 'vitest'
import { liveAddress } from '../../src/epub/content/links.ts'
import { book, call, chapter, footnote, heading, link, nowhere, paragraph, svg } from './nodes.ts'
import { filesOf, tagsOf } from './open.ts'

test.each([
  ['javascript:alert(1)'],
  ['JaVaScRiPt:alert(1)'],
  ['java\tscript:alert(1)'],
  ['\u0001javascript:alert(1)'],
  ['vbscript:x'],
  ['data:text/html,<b>'],
  ['file:///etc/passwd'],
  ['smb://host/share'],
  ['\\\\host\\share'],
  ['https:\\\\host\\share'],
  ['//host/share'],
  ['ms-word:ofe|u|https://example.org/'],
  ['http:example.org'],
  ['https://'],
  ['chapter.md'],
])('%j is shown as text, not as a link', async (url) => {
  const files = await filesOf(
    book([chapter('sample', 'Sample', [paragraph([link(url, 'the text')])])]),
  )
  expect(files['sample.xhtml']).toContain('<p>the text</p>')
})

test.each([
  ['https://example.org/a?b=c&d=%20#e', 'https://example.org/a?b=c&d=%20#e'],
  ['HTTPS://EXAMPLE.org', 'HTTPS://EXAMPLE.org'],
  ['https://example.org/a b', 'https://example.org/a%20b'],
  ['https://пример.рф/', 'https://xn--e1afmkfd.xn--p1ai/'],
  ['mailto:a@example.org', 'mailto:a@example.org'],
  ['doi:10.1000/182', 'https://doi.org/10.1000/182'],
])('%s leads to %s', (written, address) => {
  expect(liveAddress(written)).toBe(address)
})

const nasty = '<script>alert("1")</script> & ]]> \' <!-- {{7*7}} ${7*7} &lt;'

test('markup in text, titles, alternative texts and metadata is text everywhere', async () => {
  const image = {
    path: 'x/"><script>.svg',
    format: 'svg' as const,
    bytes: svg,
    width: 1,
    height: 1,
  }
  const files = await filesOf(
    book(
      [
        chapter(
          'sample',
          nasty,
          [
            heading(2, 'h', nasty),
            paragraph([nasty, link('https://example.org/"><script>', nasty), call('1', '1')]),
            {
              type: 'figure',
              image: 'i',
              alt: nasty,
              credit: nasty,
              caption: [],
              position: nowhere,
            },
          ],
          { images: { i: image }, notes: [footnote('1', '1', nasty)] },
        ),
      ],
      { title: nasty, authors: [nasty], description: nasty, keywords: [nasty] },
    ),
  )
  const texts = Object.entries(files).filter(([path]) => /\.(?:xhtml|opf|ncx)$/u.test(path))
  expect(texts.length).toBeGreaterThan(4)
  for (const [, xml] of texts) {
    const names = tagsOf(xml).map(({ name }) => name)
    expect(names).not.toContain('script')
  }
  expect(files['sample.xhtml']).toContain('{{7*7}} ${7*7}')
  expect(Object.keys(files)).toContain('images/script.svg')
})

test('anchors and chapters named as properties of every object work as any name', async () => {
  const files = await filesOf(
    book(
      ['constructor', '__proto__'].map((id) =>
        chapter(id, id, [
          heading(2, `toString-${id}`, 'A'),
          paragraph([link(`#toString-${id}`, 'up'), link('#hasOwnProperty', 'nowhere')]),
        ]),
      ),
    ),
  )
  expect(files['constructor.xhtml']).toContain('<a href="#toString-constructor">up</a>nowhere')
  expect(files['proto.xhtml']).toContain('<h1 id="__proto__">')
})

test('chapters whose names no file system takes, or that are one name there, get files of their own', async () => {
  const files = await filesOf(
    book(['Казахстан', 'Nav', 'a b', 'A-B', '../../x'].map((id) => chapter(id, id, []))),
  )
  const chapters = Object.keys(files).filter((path) => path.endsWith('.xhtml'))
  expect(chapters.sort()).toEqual([
    'a-b-2.xhtml',
    'a-b.xhtml',
    'chapter-1.xhtml',
    'colophon.xhtml',
    'cover.xhtml',
    'nav-2.xhtml',
    'nav.xhtml',
    'title-page.xhtml',
    'x.xhtml',
  ])
})
