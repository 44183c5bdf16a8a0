import type { Cmyk, Template } from '../../template/template.ts'
import { number } from './number.ts'

/** How colours are written (ISO 32000-1, 8.6.4). `#rrggbb` in, operators out. */
export interface Inks {
  /** For areas and glyphs. */
  readonly fill: (color: string) => string
  /** For lines. */
  readonly stroke: (color: string) => string
}

/** For reading: grey where it is one, so that black is black alone, else red, green and blue. */
export const screenInks: Inks = {
  fill: (color) => `${lights(color)} ${isGrey(color) ? 'g' : 'rg'}`,
  stroke: (color) => `${lights(color)} ${isGrey(color) ? 'G' : 'RG'}`,
}

/**
 * For the press: four inks, black type in black ink alone. `own` are the inks that the template
 * gives its colours; any other colour is reckoned from its light, as little of the three inks as
 * can be.
 */
export function pressInks(own: Template['inks']): Inks {
  const inksOf = (color: string): string =>
    (own[color.toLowerCase()] ?? toCmyk(color)).map(number).join(' ')
  return { fill: (color) => `${inksOf(color)} k`, stroke: (color) => `${inksOf(color)} K` }
}

/** All grey in black ink (grey component replacement): thin type in four inks never fits together. */
function toCmyk(color: string): Cmyk {
  const light = partsOf(color)
  const black = 1 - Math.max(...light)
  if (black === 1) return [0, 0, 0, 1]
  const [cyan = 0, magenta = 0, yellow = 0] = light.map((part) => (1 - part - black) / (1 - black))
  return [cyan, magenta, yellow, black]
}

const isGrey = (color: string): boolean =>
  color.slice(1, 3) === color.slice(3, 5) && color.slice(3, 5) === color.slice(5, 7)

/** Components from 0 to 1. */
const partsOf = (color: string): readonly number[] =>
  [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16) / 255)

const lights = (color: string): string =>
  (isGrey(color) ? partsOf(color).slice(0, 1) : partsOf(color)).map(number).join(' ')
