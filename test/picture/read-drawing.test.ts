import { readFileSync } from 'node:fs'
import { loadTemplate } from '../../src/template/load.ts'
import { describe, expect, it } from 'vitest'
import { readDrawing, readPlain } from '../../src/picture/read-drawing.ts'

const svg = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">${inside}</svg>`
const bytes = (inside: string): Uint8Array => new TextEncoder().encode(svg(inside))

const report = loadTemplate('report', ['templates']).value!

describe('readPlain', () => {
  it('reads a rectangle as a closed path with its fill', () => {
    const [shape] = readPlain(
      svg('<rect x="1" y="2" width="3" height="4" fill="#abc"/>'),
    )!.operations
    expect(shape).toMatchObject({
      type: 'shape',
      paint: { fill: '#aabbcc' },
      segments: [
        { type: 'move', x: 1, y: 2 },
        { type: 'line', x: 4, y: 2 },
        { type: 'line', x: 4, y: 6 },
        { type: 'line', x: 1, y: 6 },
        { type: 'close' },
      ],
    })
  })

  it('inherits paint and moves from a group', () => {
    const drawing = readPlain(
      svg('<g fill="none" stroke="black" transform="translate(2 3)"><path d="m1 1h2v-1z"/></g>'),
    )
    expect(drawing?.operations[0]).toMatchObject({ transform: [1, 0, 0, 1, 2, 3] })
    expect(drawing?.operations[0]?.paint).not.toHaveProperty('fill')
  })

  it('keeps a line of text as text', () => {
    const drawing = readPlain(
      svg(
        `<text x="4" y="5" font-family="'Source Sans 3', sans-serif" font-weight="600" text-anchor="end">A  b</text>`,
      ),
    )
    expect(drawing?.operations[0]).toMatchObject({
      type: 'text',
      text: 'A b',
      anchor: 'end',
      families: ['Source Sans 3', 'sans-serif'],
      isBold: true,
    })
  })

  it('reads the timeline of the sample chapter', () => {
    const drawing = readPlain(readFileSync('source/images/timeline.svg', 'utf8'))
    expect(drawing).toMatchObject({ width: 324, height: 196 })
  })

  it('declines what it does not understand', () => {
    expect(readPlain(svg('<rect width="1" height="1" clip-path="url(#a)"/>'))).toBeUndefined()
    expect(readPlain(svg('<use href="#a"/>'))).toBeUndefined()
    expect(readPlain(svg('<rect width="9" height="9" rx="2"/>'))).toBeUndefined()
  })
})

describe('readDrawing', () => {
  it('lets resvg reduce what the plain reader declines', async () => {
    const drawing = await readDrawing(
      bytes('<rect width="9" height="9" rx="2" fill="red"/>'),
      report,
    )
    expect(drawing?.operations[0]).toMatchObject({ type: 'shape', paint: { fill: '#ff0000' } })
  })

  it('declines a picture that is more than paths', async () => {
    const inside =
      '<defs><filter id="f"><feGaussianBlur stdDeviation="2"/></filter></defs><rect width="9" height="9" filter="url(#f)"/>'
    expect(await readDrawing(bytes(inside), report)).toBeUndefined()
  })
})
