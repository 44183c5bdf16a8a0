/** A table that takes this share of the measure is widened to all of it, so that its edges are those of the text. */
const NEARLY_ALL = 2 / 3

/**
 * Widths of a table's columns in `room`. `natural`: what each column takes on one line; `least`:
 * its widest unbreakable word. Where the columns do not fit on one line each, they get their least
 * width and share the rest by what they lack. Undefined where even the least widths do not fit.
 */
export function columnWidths(
  natural: readonly number[],
  least: readonly number[],
  room: number,
): readonly number[] | undefined {
  const wanted = sum(natural)
  if (wanted <= room) {
    const more = wanted < NEARLY_ALL * room ? 0 : (room - wanted) / natural.length
    return natural.map((width) => width + more)
  }
  const needed = sum(least)
  if (needed > room) return undefined
  const share = (room - needed) / (wanted - needed)
  return natural.map((width, i) => {
    const floor = least[i] ?? 0
    return floor + (width - floor) * share
  })
}

export const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0)
