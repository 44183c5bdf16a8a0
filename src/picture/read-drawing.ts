import { SaxesParser, type SaxesTagPlain } from 'saxes'
import type { Drawing, Matrix, Operation, Segment } from './drawing.ts'
import { ellipse, polyline, readPathData } from './path-data.ts'
import { initial, present, type Presentation } from './presentation.ts'
import type { Template } from '../template/template.ts'
import { facesFor } from './faces.ts'

/**
 * Reads an SVG as plain operations. What the own reader does not understand (gradients, clips,
 * arcs, style sheets) goes through resvg first, which reduces it to filled paths; it is asked
 * only then, since it turns letters into outlines. Undefined where even that leaves something that is no path
 * (a filter, a mask): such a picture must be drawn as pixels.
 */
export async function readDrawing(
  svg: Uint8Array,
  template: Template,
): Promise<Drawing | undefined> {
  const text = new TextDecoder('utf-8').decode(svg)
  return readPlain(text) ?? readPlain(await simplify(text, template))
}

async function simplify(svg: string, template: Template): Promise<string> {
  const { Resvg } = await import('@resvg/resvg-js')
  return new Resvg(svg, { font: facesFor(svg, template) }).toString()
}

/** Elements that hold no ink. */
const silent = new Set(['title', 'desc', 'metadata'])

/** Reads what is made of shapes, groups and lines of text alone; undefined for anything else. */
export function readPlain(svg: string): Drawing | undefined {
  const parser = new SaxesParser()
  const operations: Operation[] = []
  const nested: (Presentation | undefined)[] = []
  let drawing: Pick<Drawing, 'width' | 'height'> | undefined
  let isPlain = true
  let text: { attributes: Readonly<Record<string, string>>; value: string } | undefined

  parser.on('opentag', (tag: SaxesTagPlain) => {
    if (!isPlain) return
    const name = tag.name.replace(/^svg:/u, '')
    const inherited = nested.at(-1)
    if (silent.has(name) || (name === 'defs' && tag.isSelfClosing))
      return void nested.push(inherited)
    if (nested.length === 0) {
      const root = rootOf(name, tag.attributes)
      drawing = root
      const start = root && { ...initial, transform: root.transform }
      nested.push(start)
      isPlain = root !== undefined
      return
    }
    const own = inherited && present(inherited, tag.attributes)
    nested.push(own)
    if (own === undefined || text !== undefined) isPlain = false
    else if (name === 'text') text = { attributes: tag.attributes, value: '' }
    else if (name !== 'g') {
      const segments = segmentsOf(name, tag.attributes)
      if (segments === undefined) isPlain = false
      else operations.push({ type: 'shape', segments, paint: own.paint, transform: own.transform })
    }
  })
  parser.on('text', (value) => {
    if (text !== undefined) text.value += value
  })
  parser.on('closetag', (tag) => {
    const own = nested.pop()
    if (text === undefined || tag.name.replace(/^svg:/u, '') !== 'text' || own === undefined) return
    const value = text.value.replace(/\s+/gu, ' ').trim()
    const [x, y] = [coordinate(text.attributes['x']), coordinate(text.attributes['y'])]
    if (x === undefined || y === undefined) isPlain = false
    else if (value !== '') operations.push({ ...own, type: 'text', text: value, x, y })
    text = undefined
  })
  parser.write(svg).close()
  return isPlain && drawing !== undefined
    ? { width: drawing.width, height: drawing.height, operations }
    : undefined
}

/** One number; a list of them places single letters, which is for the renderer. */
const coordinate = (value: string | undefined): number | undefined => {
  const read = Number(value ?? 0)
  return Number.isFinite(read) ? read : undefined
}

function rootOf(
  name: string,
  attributes: Readonly<Record<string, string>>,
): { width: number; height: number; transform: Matrix } | undefined {
  if (name !== 'svg') return undefined
  const box = (attributes['viewBox'] ?? '')
    .trim()
    .split(/[\s,]+/u)
    .map(Number)
  const [x = 0, y = 0, boxWidth, boxHeight] = box.length === 4 ? box : []
  const width = lengthOf(attributes['width']) ?? boxWidth
  const height = lengthOf(attributes['height']) ?? boxHeight
  if (width === undefined || height === undefined) return undefined
  // `xMidYMid meet`, the default (SVG 1.1, 7.8); other ways of fitting are rare in books.
  const scale = Math.min(width / (boxWidth ?? width), height / (boxHeight ?? height))
  const left = (width - (boxWidth ?? width) * scale) / 2
  const top = (height - (boxHeight ?? height) * scale) / 2
  return { width, height, transform: [scale, 0, 0, scale, left - x * scale, top - y * scale] }
}

const lengthOf = (value: string | undefined): number | undefined => {
  const match = /^\s*(\d+(?:\.\d+)?|\.\d+)(?:px)?\s*$/u.exec(value ?? '')
  return match === null ? undefined : Number(match[1])
}

/** The outline of a basic shape (SVG 1.1, 9); undefined for another element. */
function segmentsOf(
  name: string,
  attributes: Readonly<Record<string, string>>,
): readonly Segment[] | undefined {
  const n = (key: string): number => Number(attributes[key] ?? 0)
  const points = (): readonly number[] =>
    (attributes['points'] ?? '')
      .trim()
      .split(/[\s,]+/u)
      .map(Number)
  switch (name) {
    case 'path':
      return readPathData(attributes['d'] ?? '')
    case 'line':
      return polyline([n('x1'), n('y1'), n('x2'), n('y2')], false)
    case 'circle':
      return ellipse(n('cx'), n('cy'), n('r'), n('r'))
    case 'ellipse':
      return ellipse(n('cx'), n('cy'), n('rx'), n('ry'))
    case 'polyline':
      return polyline(points(), false)
    case 'polygon':
      return polyline(points(), true)
    case 'rect': {
      // Rounded corners are for the renderer.
      if (n('rx') > 0 || n('ry') > 0) return undefined
      const [x, y, width, height] = [n('x'), n('y'), n('width'), n('height')]
      return polyline([x, y, x + width, y, x + width, y + height, x, y + height], true)
    }
    default:
      return undefined
  }
}
