import { unzipSync } from 'fflate'
import { Blob, Buffer, Face, Feature, Font, shape } from 'harfbuzzjs'
import { expect, test } from 'vitest'
import { onDark } from '../../src/epub/style/color.ts'
import { everyNode } from './every-node.ts'
import { book, chapter, emphasis, heading, nowhere, paragraph } from './nodes.ts'
import { bytesOf, filesOf } from './open.ts'

async function faceOf(made: Parameters<typeof bytesOf>[0], name: string): Promise<Face> {
  const bytes = unzipSync(await bytesOf(made))[`EPUB/fonts/${name}.otf`]
  if (bytes === undefined) throw new Error(`no font ${name}`)
  return new Face(new Blob(bytes), 0)
}

const has = (face: Face, text: string): boolean => {
  const points = new Set(face.collectUnicodes())
  return [...text].every((sign) => points.has(sign.codePointAt(0) ?? 0))
}

const one = book([
  chapter('c', 'Title', [heading(4, 'h', 'Heads'), paragraph(['Plain ', emphasis('italic жук')])]),
])

test('only the faces that show are embedded, each with its own characters', async () => {
  const fonts = Object.keys(await filesOf(one)).filter((path) => path.startsWith('fonts/'))
  expect(fonts.sort()).toEqual([
    'fonts/sourcesans3-regular.otf',
    'fonts/sourceserif4smtext-it.otf',
    'fonts/sourceserif4smtext-regular.otf',
    'fonts/sourceserif4smtext-semibold.otf',
  ])
  const italic = await faceOf(one, 'sourceserif4smtext-it')
  expect(has(italic, 'italic жук')).toBe(true)
  expect(has(italic, 'P')).toBe(false)
  expect(has(await faceOf(one, 'sourceserif4smtext-regular'), 'Plain')).toBe(true)
})

test('an embedded face keeps small capitals, old-style and superior figures', async () => {
  const font = new Font(await faceOf(one, 'sourceserif4smtext-semibold'))
  const glyphs = (text: string, feature?: string): unknown => {
    const buffer = new Buffer()
    buffer.addText(text)
    buffer.guessSegmentProperties()
    const features = feature === undefined ? [] : [Feature.fromString(feature)]
    shape(
      font,
      buffer,
      features.filter((each) => each !== undefined),
    )
    return buffer.getGlyphInfos().map((info) => info.codepoint)
  }
  expect(glyphs('heads', 'smcp')).not.toEqual(glyphs('heads'))
  expect(glyphs('568', 'onum')).not.toEqual(glyphs('568'))
  expect(glyphs('568', 'sups')).not.toEqual(glyphs('568'))
})

test('the style sheet fixes nothing in pixels or points and asks for nothing from outside', async () => {
  const css = (await filesOf(everyNode))['style.css'] ?? ''
  expect(css).not.toMatch(/\d(?:px|pt|mm|in)\b/u)
  expect(css).not.toContain('http')
  expect(css).not.toContain('@import')
  const files = Object.keys(await filesOf(everyNode))
  for (const [, href] of css.matchAll(/url\(([^)]*)\)/gu)) expect(files).toContain(href)
})

test('two optical sizes of one family are two families of the style sheet', async () => {
  const css = (await filesOf(everyNode))['style.css'] ?? ''
  const faces = [...css.matchAll(/@font-face \{ font-family: "([^"]*)"/gu)].map(([, name]) => name)
  expect(new Set(faces)).toEqual(
    new Set(['Source Serif 4 serif', 'Source Serif 4 caption', 'Source Sans 3']),
  )
})

test.each([
  ['#1f4e79', '#8fa7bc'],
  ['#000000', '#a6a6a6'],
  ['#ffffff', '#ffffff'],
])('%s is read on a dark ground as %s', (color, lighter) => {
  expect(onDark(color)).toBe(lighter)
})

test('a drawing brings the faces that its words name', async () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text font-family="'Source Sans 3'" font-weight="600">Akkol</text></svg>`
  const image = (path: string, text: string) => ({
    path,
    format: 'svg' as const,
    bytes: new TextEncoder().encode(text),
    width: 9,
    height: 9,
  })
  const figure = (key: string) => ({
    type: 'figure' as const,
    image: key,
    alt: 'a',
    caption: [],
    position: nowhere,
  })
  const plain = svg.replace('Source Sans 3', 'Elsewhere')
  const files = await filesOf(
    book([
      chapter('c', 'C', [figure('a'), figure('b')], {
        images: { a: image('a.svg', svg), b: image('b.svg', plain) },
      }),
    ]),
  )
  const lettered = files['images/a.svg'] ?? ''
  expect(
    [...lettered.matchAll(/font-weight:(\w+);font-style:normal;src:url\(data:/gu)].map(
      ([, w]) => w,
    ),
  ).toEqual(['normal', 'bold'])
  expect(lettered.replace(/<style>.*<\/style>/u, '')).toBe(svg)
  expect(files['images/b.svg']).toBe(plain)
})

test('no line of the style sheet is set tighter than small screens bear', async () => {
  const css = (await filesOf(everyNode))['style.css'] ?? ''
  const leadings = [...css.matchAll(/line-height: ([\d.]+)/gu)].map(([, value]) => Number(value))
  expect(Math.min(...leadings.filter((value) => value > 0))).toBeGreaterThanOrEqual(1.15)
})
