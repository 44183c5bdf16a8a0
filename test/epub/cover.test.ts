import { unzipSync } from 'fflate'
import { describe, expect, it, test } from 'vitest'
import { designCover } from '../../src/epub/cover/design.ts'
import { fitLines } from '../../src/epub/cover/fit-lines.ts'
import { advancesOf } from '../../src/template/advances.ts'
import type { Book } from '../../src/model/book.ts'
import { book, chapter } from './nodes.ts'
import { bytesOf, filesOf, tagsOf } from './open.ts'
import { template } from './template.ts'

const plain = (metadata: Partial<Book['metadata']> = {}): Book =>
  book([chapter('c', 'Chapter', [])], metadata)
const imageOf = async (made: Book, name: string): Promise<Uint8Array | undefined> =>
  unzipSync(await bytesOf(made))[`EPUB/${name}`]
const svgBytes = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 3"><rect width="2" height="3"/></svg>',
)

describe('the cover of a book that names none', () => {
  it('is a PNG in the shape of the trim, named in the manifest, shown first', async () => {
    const png = Buffer.from((await imageOf(plain(), 'cover.png')) ?? [])
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
      1600,
      Math.round((1600 * 595) / 420),
    ])
    const files = await filesOf(plain())
    expect(files['package.opf']).toMatch(/href="cover.png" [^>]*properties="cover-image"/u)
    expect(files['package.opf']).toMatch(/<spine[^>]*>\s*<itemref idref="cover"/u)
    expect(files['cover.xhtml']).toMatch(/alt="Cover: [^"]+"/u)
    expect(files['nav.xhtml']).toContain('<a epub:type="cover" href="cover.xhtml">Cover</a>')
  })

  it('says title, subtitle, authors and the year, in the faces of the template', () => {
    const made = plain({ title: 'A Title', subtitle: 'And More', authors: ['Ann', 'Ben'] })
    const { svg, faces } = designCover(made, template)
    const texts = [...svg.matchAll(/<text[^>]*>([^<]*)</gu)].map(([, text]) => text)
    expect(texts).toEqual(expect.arrayContaining(['A Title', 'And More', 'Ann, Ben', 'Chapter']))
    expect(faces.map(({ key }) => key)).toContain('SourceSerif4SmText-Semibold')
  })

  it('is written in white on a dark colour and in black on a light one', () => {
    const inkOn = (accent: string): string =>
      /<text[^>]*fill="([^"]+)"/u.exec(
        designCover(plain(), { ...template, colors: { ...template.colors, accent } }).svg,
      )?.[1] ?? ''
    expect(inkOn('#1f4e79')).toBe('#ffffff')
    expect(inkOn('#f2e3a0')).toBe('#141414')
  })

  it('shows a title as it is, whatever signs it has', () => {
    const title = '</text><script>alert(1)</script> & "x" ${7*7}'
    const { svg } = designCover(plain({ title }), template)
    expect(new Set(tagsOf(svg).map(({ name }) => name))).toEqual(new Set(['svg', 'rect', 'text']))
  })
})

test('a cover that the book names is taken as it is; a drawing becomes pixels', async () => {
  const given = await imageOf(plain(), 'cover.png')
  const named = { path: 'c.png', format: 'png', bytes: given!, width: 1600, height: 2267 } as const
  expect(await imageOf({ ...plain(), cover: named }, 'cover.png')).toEqual(given)
  const drawing = { path: 'c.svg', format: 'svg', bytes: svgBytes, width: 2, height: 3 } as const
  const png = Buffer.from((await imageOf({ ...plain(), cover: drawing }, 'cover.png')) ?? [])
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1600, 2400])
  const jpeg = { path: 'c.jpg', format: 'jpeg', bytes: svgBytes, width: 2, height: 3 } as const
  expect(await imageOf({ ...plain(), cover: jpeg }, 'cover.jpg')).toEqual(new Uint8Array(svgBytes))
})

describe('fitLines', () => {
  const face = template.families['serif']!.faces.regular.bytes
  const widthOf = (line: string): number =>
    [...line].reduce((width, sign) => width + advancesOf(face)(sign.codePointAt(0)!), 0)
  const room = { width: 300, height: 200, leading: 1.1, sizes: [50, 40, 30, 20, 10] }

  it('takes the largest size at which a text fits, and evens its lines', () => {
    const { lines, size } = fitLines('Artificial Intelligence and Democratic Values', face, room)
    expect(size).toBe(40)
    expect(lines).toEqual(['Artificial', 'Intelligence', 'and Democratic', 'Values'])
  })

  it.each([
    ['many words', 'word '.repeat(400)],
    ['a word without end', 'W'.repeat(900)],
  ])('cuts what fits in no size: %s', (_, text) => {
    const { lines, size } = fitLines(text, face, room)
    expect(lines.length * size * room.leading).toBeLessThanOrEqual(room.height)
    for (const line of lines) expect(widthOf(line) * size).toBeLessThanOrEqual(room.width + size)
    expect(lines.at(-1)).toMatch(/…$/u)
  })
})
