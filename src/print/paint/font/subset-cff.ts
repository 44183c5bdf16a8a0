import { entry, readDict, readIndex, uint, writeIndex, type Dict, type Index } from './cff.ts'
import { markCalls, type Subroutines } from './charstring.ts'

/** Operators of 5176, tables 9, 10 and 23. */
const FONT_BBOX = 5
const CHARSET = 15
const CHARSTRINGS = 17
const PRIVATE = 18
const SUBRS = 19
const FONT_MATRIX = 0x0c07
const ROS = 0x0c1e
const CID_COUNT = 0x0c22
const FD_ARRAY = 0x0c24
const FD_SELECT = 0x0c25

/** The first string of a font's own: 0 to 390 are standard (5176, 10). */
const FIRST_STRING = 391

/** Stands where a subroutine is not used: `return`, so that those that are keep their numbers. */
const unused = Uint8Array.of(11)

/** A Font DICT of a CID-keyed font (5176, 20); of any other, which has one Private DICT, that. */
interface Part {
  readonly matrix: Uint8Array
  readonly hints: Dict
  readonly subroutines: Subroutines
}

/**
 * A CFF table cut down to some glyphs, CID-keyed: CID 0 is `glyphs[0]`, and so on. A glyph may be
 * named twice, so that one that stands for different texts has a CID for each.
 */
export function subsetCff(cff: Uint8Array, glyphs: readonly number[], name: string): Uint8Array {
  const names = readIndex(cff, cff[2] ?? 0)
  const tops = readIndex(cff, names.end)
  const strings = readIndex(cff, tops.end)
  const global = toSubroutines(readIndex(cff, strings.end))
  const top = readDict(tops.get(0))
  const charstrings = readIndex(cff, offset(top, CHARSTRINGS))
  const parts = readParts(cff, top)
  const partOf = partsOfGlyphs(cff, top)

  const drawn = glyphs.map((glyph) => charstrings.get(glyph))
  const chosen = glyphs.map(partOf)
  const walked = new Set<number>()
  glyphs.forEach((glyph, cid) => {
    // The same glyph under another CID calls nothing new.
    if (walked.has(glyph)) return
    walked.add(glyph)
    markCalls(drawn[cid]!, parts[chosen[cid]!]!.subroutines, global)
  })

  const privates = parts.map(({ hints, subroutines }) => writePrivate(hints, subroutines))
  const opening = [
    Uint8Array.of(1, 0, 4, 4),
    writeIndex([ascii(name)]),
    writeIndex([new Uint8Array(topDict(top, glyphs.length, [0, 0, 0, 0]))]),
    writeIndex([ascii('Adobe'), ascii('Identity')]),
    writeIndex(kept(global)),
  ]
  const charset = writeCharset(glyphs.length)
  const select = writeSelect(chosen)
  const shapes = writeIndex(drawn)
  const fonts = (at: number): Uint8Array => {
    let start = at
    return writeIndex(
      parts.map(({ matrix }, index) => {
        const { dict, bytes } = privates[index]!
        const font = Uint8Array.of(...matrix, ...entry(PRIVATE, dict, start))
        start += bytes.length
        return font
      }),
    )
  }

  // Every length is known; now every offset is.
  const charsetAt = lengthOf(opening)
  const selectAt = charsetAt + charset.length
  const shapesAt = selectAt + select.length
  const fontsAt = shapesAt + shapes.length
  const privatesAt = fontsAt + fonts(0).length
  const offsets = [charsetAt, selectAt, shapesAt, fontsAt] as const
  opening[2] = writeIndex([new Uint8Array(topDict(top, glyphs.length, offsets))])
  const ends = privates.map(({ bytes }) => bytes)
  return Buffer.concat([...opening, charset, select, shapes, fonts(privatesAt), ...ends])
}

const toSubroutines = (index: Index): Subroutines => ({ index, used: new Set() })

const offset = (dict: Dict, operator: number): number => dict.get(operator)?.operands[0] ?? 0

function readParts(cff: Uint8Array, top: Dict): readonly Part[] {
  if (!top.has(ROS)) return [readPart(cff, top, new Uint8Array())]
  const fonts = readIndex(cff, offset(top, FD_ARRAY))
  return Array.from({ length: fonts.count }, (_, index) => {
    const font = readDict(fonts.get(index))
    return readPart(cff, font, font.get(FONT_MATRIX)?.bytes ?? new Uint8Array())
  })
}

function readPart(cff: Uint8Array, dict: Dict, matrix: Uint8Array): Part {
  const [size = 0, start = 0] = dict.get(PRIVATE)?.operands ?? []
  const hints = readDict(cff.subarray(start, start + size))
  const subrs = offset(hints, SUBRS)
  const none: Index = { count: 0, get: () => new Uint8Array(), end: 0 }
  return {
    matrix,
    hints,
    subroutines: toSubroutines(subrs === 0 ? none : readIndex(cff, start + subrs)),
  }
}

/** The part to which a glyph belongs (5176, 19). */
function partsOfGlyphs(cff: Uint8Array, top: Dict): (glyph: number) => number {
  const at = offset(top, FD_SELECT)
  if (!top.has(ROS) || at === 0) return () => 0
  if (cff[at] === 0) return (glyph) => cff[at + 1 + glyph] ?? 0
  const ranges = uint(cff, at + 1, 2)
  return (glyph) => {
    let range = 0
    while (range + 1 < ranges && uint(cff, at + 3 + 3 * (range + 1), 2) <= glyph) range++
    return cff[at + 3 + 3 * range + 2] ?? 0
  }
}

/** A Private DICT with its subroutines after it, from whose start their offset counts. */
function writePrivate(
  hints: Dict,
  subroutines: Subroutines,
): { readonly dict: number; readonly bytes: Uint8Array } {
  const entries = [...hints].flatMap(([operator, { bytes }]) => (operator === SUBRS ? [] : [bytes]))
  if (subroutines.used.size === 0) {
    const bytes = Buffer.concat(entries)
    return { dict: bytes.length, bytes }
  }
  const dict = lengthOf(entries) + entry(SUBRS, 0).length
  const subrs = Uint8Array.from(entry(SUBRS, dict))
  return { dict, bytes: Buffer.concat([...entries, subrs, writeIndex(kept(subroutines))]) }
}

const kept = ({ index, used }: Subroutines): readonly Uint8Array[] =>
  used.size === 0
    ? []
    : Array.from({ length: index.count }, (_, number) =>
        used.has(number) ? index.get(number) : unused,
      )

/** The Top DICT of a CID-keyed font begins with `ROS` (5176, 18). */
function topDict(
  top: Dict,
  count: number,
  [charset, select, shapes, fonts]: readonly [number, number, number, number],
): readonly number[] {
  return [
    ...entry(ROS, FIRST_STRING, FIRST_STRING + 1, 0),
    ...(top.get(FONT_MATRIX)?.bytes ?? []),
    ...(top.get(FONT_BBOX)?.bytes ?? []),
    ...entry(CID_COUNT, count),
    ...entry(CHARSET, charset),
    ...entry(FD_SELECT, select),
    ...entry(CHARSTRINGS, shapes),
    ...entry(FD_ARRAY, fonts),
  ]
}

/** CID = glyph, from 1 on: one range (5176, 13, format 2). */
const writeCharset = (count: number): Uint8Array =>
  count === 1 ? Uint8Array.of(0) : Uint8Array.of(2, 0, 1, (count - 2) >> 8, (count - 2) & 255)

/** Ranges of glyphs of one part (5176, 19, format 3). */
function writeSelect(chosen: readonly number[]): Uint8Array {
  const ranges = chosen.flatMap((part, cid) =>
    cid > 0 && chosen[cid - 1] === part ? [] : [[cid >> 8, cid & 255, part]],
  )
  const count = chosen.length
  return Uint8Array.of(
    3,
    ranges.length >> 8,
    ranges.length & 255,
    ...ranges.flat(),
    count >> 8,
    count & 255,
  )
}

const lengthOf = (parts: readonly Uint8Array[]): number =>
  parts.reduce((sum, part) => sum + part.length, 0)

const ascii = (text: string): Uint8Array => Buffer.from(text, 'latin1')
