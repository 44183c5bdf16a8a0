/** A table that takes this share of the measure is widened to all of it, so that its edges are those of the text. */
const NEARLY_ALL = 2 / 3

/**
 * Widths of a table's columns in `room`. `natural`: what each column takes on one line; `least`:
 * its widest unbreakable word. Where the columns do not fit on one line each, those that want no more
 * than an even share get what they want, so that "Item 10" is not broken to spare a line elsewhere;
 * the others get their least width and share the rest by what they lack. Undefined where even the
 * least widths do not fit.
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
  if (sum(least) > room) return undefined
  const floors = satisfied(natural, least, room)
  const share = (room - sum(floors)) / (wanted - sum(floors))
  return natural.map((width, i) => {
    const floor = floors[i] ?? 0
    return floor + (width - floor) * share
  })
}

/** Least widths, but of short columns what they want: the shortest first, as long as it is no more than an even share of the room and the others keep their least. */
function satisfied(
  natural: readonly number[],
  least: readonly number[],
  room: number,
): readonly number[] {
  const floors = [...least]
  const byWidth = [...natural.keys()].sort((a, b) => (natural[a] ?? 0) - (natural[b] ?? 0))
  let [left, waiting] = [room, natural.length]
  for (const column of byWidth) {
    const width = natural[column] ?? 0
    const others = sum(floors) - (floors[column] ?? 0)
    if (width > left / waiting || others + width > room) break
    floors[column] = width
    left -= width
    waiting--
  }
  return floors
}

export const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0)
