import { identity, multiply, type Matrix, type Paint } from './drawing.ts'

/** What an element inherits: its paint and how text in it is set. */
export interface Presentation {
  readonly paint: Paint
  readonly transform: Matrix
  readonly families: readonly string[]
  readonly size: number
  readonly isBold: boolean
  readonly isItalic: boolean
  readonly anchor: 'start' | 'middle' | 'end'
}

/** Initial values (SVG 1.1, appendix N). */
export const initial: Presentation = {
  paint: {
    fill: '#000000',
    evenOdd: false,
    strokeWidth: 1,
    cap: 'butt',
    join: 'miter',
    dashes: [],
    fillOpacity: 1,
    strokeOpacity: 1,
  },
  transform: identity,
  families: [],
  size: 12,
  isBold: false,
  isItalic: false,
  anchor: 'start',
}

type Reader = (to: Presentation, value: string) => Presentation | undefined

const number = (value: string): number | undefined => {
  const match = /^\s*([-+]?(?:\d*\.\d+|\d+)(?:e[-+]?\d+)?)(?:px)?\s*$/iu.exec(value)
  return match === null ? undefined : Number(match[1])
}

const paint =
  (change: (value: string, of: Paint) => Partial<Paint> | undefined): Reader =>
  (to, value) => {
    const changed = change(value, to.paint)
    return changed === undefined ? undefined : { ...to, paint: { ...to.paint, ...changed } }
  }

const oneOf = <T extends string>(value: string, ...allowed: readonly T[]): T | undefined =>
  allowed.find((each) => each === value.trim())

const share = (value: string): number | undefined => {
  const read = number(value)
  return read === undefined ? undefined : Math.min(1, Math.max(0, read))
}

const colored = (value: string, key: 'fill' | 'stroke') => {
  return (of: Paint): Paint | undefined => {
    if (value.trim() === 'none' || value.trim() === 'transparent') {
      const { fill, stroke, ...rest } = of
      if (key === 'fill') return stroke === undefined ? rest : { ...rest, stroke }
      return fill === undefined ? rest : { ...rest, fill }
    }
    const color = readColor(value)
    return color === undefined ? undefined : { ...of, [key]: color }
  }
}

/** Every attribute that changes what is drawn and is understood here. */
const readers: Readonly<Record<string, Reader>> = {
  fill: (to, value) => withPaint(to, colored(value, 'fill')(to.paint)),
  stroke: (to, value) => withPaint(to, colored(value, 'stroke')(to.paint)),
  'fill-rule': paint((value) => ({ evenOdd: value.trim() === 'evenodd' })),
  'stroke-width': paint((value) => defined('strokeWidth', number(value))),
  'stroke-linecap': paint((value) => defined('cap', oneOf(value, 'butt', 'round', 'square'))),
  'stroke-linejoin': paint((value) => defined('join', oneOf(value, 'miter', 'round', 'bevel'))),
  'stroke-dasharray': paint((value) => {
    if (value.trim() === 'none') return { dashes: [] }
    const dashes = value
      .trim()
      .split(/[\s,]+/u)
      .map(number)
    const known = dashes.filter((each) => each !== undefined)
    return known.length === dashes.length ? { dashes: known } : undefined
  }),
  'fill-opacity': paint((value) => defined('fillOpacity', share(value))),
  'stroke-opacity': paint((value) => defined('strokeOpacity', share(value))),
  // Right for one shape; for overlapping shapes in a group it would show the lower ones.
  opacity: paint((value, of) => {
    const read = share(value)
    if (read === undefined) return undefined
    return { fillOpacity: of.fillOpacity * read, strokeOpacity: of.strokeOpacity * read }
  }),
  'font-family': (to, value) => ({
    ...to,
    families: value.split(',').map((name) => name.trim().replace(/^['"]|['"]$/gu, '')),
  }),
  'font-size': (to, value) => {
    const size = number(value)
    return size === undefined ? undefined : { ...to, size }
  },
  'font-weight': (to, value) => ({
    ...to,
    isBold: value.trim() === 'bold' || Number(value) >= 600,
  }),
  'font-style': (to, value) => ({ ...to, isItalic: /italic|oblique/u.test(value) }),
  'text-anchor': (to, value) => {
    const anchor = oneOf(value, 'start', 'middle', 'end')
    return anchor === undefined ? undefined : { ...to, anchor }
  },
  transform: (to, value) => {
    const matrix = readTransform(value)
    return matrix === undefined ? undefined : { ...to, transform: multiply(to.transform, matrix) }
  },
}

const withPaint = (to: Presentation, changed: Paint | undefined): Presentation | undefined =>
  changed === undefined ? undefined : { ...to, paint: changed }

const defined = <K extends keyof Paint>(key: K, value: Paint[K] | undefined) =>
  value === undefined ? undefined : ({ [key]: value } as Partial<Paint>)

/** Attributes that place an element, name it, or say what is drawn anyway. */
const neutral =
  /^(?:x|y|x1|y1|x2|y2|cx|cy|r|rx|ry|width|height|d|points|viewBox|version|id|role|lang|xml:.*|xmlns.*|aria-.*|data-.*|preserveAspectRatio|stroke-miterlimit|shape-rendering|text-rendering)$/u

/** What an element with these attributes draws with; undefined where one of them is not understood. */
export function present(
  inherited: Presentation,
  attributes: Readonly<Record<string, string>>,
): Presentation | undefined {
  let to: Presentation | undefined = inherited
  for (const [name, value] of declarationsOf(attributes)) {
    if (neutral.test(name)) continue
    to = readers[name]?.(to, value)
    if (to === undefined) return undefined
  }
  return to
}

function declarationsOf(
  attributes: Readonly<Record<string, string>>,
): readonly (readonly [string, string])[] {
  const { style, ...rest } = attributes
  const styled = (style ?? '')
    .split(';')
    .map((each) => each.split(':'))
    .filter((pair) => pair.length === 2)
    .map(([name, value]) => [(name ?? '').trim(), (value ?? '').trim()] as const)
  // A style declaration wins over an attribute (SVG 1.1, 6.4).
  return [...Object.entries(rest), ...styled]
}

const names: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#ffffff',
  currentcolor: '#000000',
  gray: '#808080',
  grey: '#808080',
  red: '#ff0000',
  green: '#008000',
  blue: '#0000ff',
}

function readColor(value: string): string | undefined {
  const text = value.trim().toLowerCase()
  if (/^#[0-9a-f]{6}$/u.test(text)) return text
  if (/^#[0-9a-f]{3}$/u.test(text)) return text.replace(/[0-9a-f]/gu, '$&$&')
  const rgb = /^rgb\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*\)$/u.exec(text)
  if (rgb === null) return names[text]
  const hex = (part: string | undefined): string =>
    Math.min(255, Number(part)).toString(16).padStart(2, '0')
  return `#${hex(rgb[1])}${hex(rgb[2])}${hex(rgb[3])}`
}

/** `translate`, `scale` and `matrix`; the rest is for the renderer. */
function readTransform(value: string): Matrix | undefined {
  let matrix: Matrix = identity
  for (const part of value.split(')').slice(0, -1)) {
    const match = /(?<!\w)(\w+)\s*\((.*)/su.exec(part)
    if (match === null) continue
    const n = (match[2] ?? '')
      .trim()
      .split(/[\s,]+/u)
      .map(Number)
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = n
    if (n.some(Number.isNaN)) return undefined
    if (match[1] === 'translate') matrix = multiply(matrix, [1, 0, 0, 1, a, b])
    else if (match[1] === 'scale') matrix = multiply(matrix, [a, 0, 0, n.length > 1 ? b : a, 0, 0])
    else if (match[1] === 'matrix' && n.length === 6) matrix = multiply(matrix, [a, b, c, d, e, f])
    else return undefined
  }
  return matrix
}
