import { advancesOf, type Advances } from '../../template/advances.ts'

/** Lines of text and the size at which they fit. */
export interface FittedLines {
  readonly lines: readonly string[]
  readonly size: number
}

/** What a text may take. Lengths are in the unit of the sizes. */
export interface Room {
  readonly width: number
  /** Of all lines, each as high as `leading` times the size. */
  readonly height: number
  readonly leading: number
  /** Sizes that are tried, the largest first; the last is taken where none fits. */
  readonly sizes: readonly number[]
}

/** Sets a text in the largest size at which it fits, its lines as even as they can be; the end of one that never fits is cut, and says so. */
export function fitLines(text: string, face: Uint8Array, room: Room): FittedLines {
  const advances = advancesOf(face)
  const words = text.split(/\s+/u).filter((word) => word !== '')
  for (const size of room.sizes) {
    const most = Math.floor(room.height / (size * room.leading))
    const measure = room.width / size
    const lines = evenLines(words, measure, advances)
    const fits = lines.length <= most && lines.every((line) => widthOf(line, advances) <= measure)
    if (fits) return { lines, size }
  }
  const size = room.sizes.at(-1) ?? 0
  const most = Math.max(1, Math.floor(room.height / (size * room.leading)))
  return { lines: cut(words, room.width / size, most, advances), size }
}

const widthOf = (text: string, advances: Advances): number =>
  [...text].reduce((width, sign) => width + advances(sign.codePointAt(0) ?? 0), 0)

/** As few lines as the measure takes, and these as short as they can all be. */
function evenLines(words: readonly string[], measure: number, advances: Advances): string[] {
  const widest = greedy(words, measure, advances)
  let [narrow, wide] = [measure / 2, measure]
  // Halved ten times, the measure is right to a two-thousandth.
  for (let turn = 0; turn < 10; turn += 1) {
    const middle = (narrow + wide) / 2
    const lines = greedy(words, middle, advances)
    const holds = lines.every((line) => widthOf(line, advances) <= middle)
    if (lines.length === widest.length && holds) wide = middle
    else narrow = middle
  }
  return greedy(words, wide, advances)
}

function greedy(words: readonly string[], measure: number, advances: Advances): string[] {
  const lines: string[] = []
  let [line, width] = ['', 0]
  const space = advances(0x20)
  for (const word of words) {
    const own = widthOf(word, advances)
    if (line !== '' && width + space + own > measure) {
      lines.push(line)
      ;[line, width] = [word, own]
    } else {
      ;[line, width] = line === '' ? [word, own] : [`${line} ${word}`, width + space + own]
    }
  }
  return line === '' ? lines : [...lines, line]
}

/** Also through words that are wider than a line. */
function cut(
  words: readonly string[],
  measure: number,
  most: number,
  advances: Advances,
): string[] {
  const pieces = words.flatMap((word) => {
    const parts: string[] = []
    let [part, width] = ['', 0]
    for (const sign of word) {
      const own = advances(sign.codePointAt(0) ?? 0)
      if (part !== '' && width + own > measure) {
        parts.push(part)
        ;[part, width] = ['', 0]
      }
      part += sign
      width += own
    }
    return [...parts, part]
  })
  const lines = greedy(pieces, measure, advances)
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), `${(lines[most - 1] ?? '').replace(/.{0,2}$/u, '')}…`]
}
