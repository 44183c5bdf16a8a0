/** One rule of CSS on one line. */
export const rule = (selector: string, declarations: readonly string[]): string =>
  `${selector} { ${declarations.join('; ')} }`

/** A length in em of `size`. */
export function em(length: number, size: number): string {
  const value = decimal(length / size)
  return value === '0' ? '0' : `${value}em`
}

/** Three decimals, no trailing zeros: a thousandth of an em is finer than any screen. */
export const decimal = (value: number): string => String(Math.round(value * 1000) / 1000)

/** The prefixed property is for readers on WebKit before 2023. */
export const hyphens = (on: boolean): string[] =>
  ['-webkit-hyphens', 'hyphens'].map((property) => `${property}: ${on ? 'auto' : 'manual'}`)
