/**
 * Sets a line: gives every glyph its advance, so that the line fills its measure.
 *
 * In: `Items` and two places. Out: a `Line`. Never: moves a break.
 */
import { pt, TOLERANCE } from '../../unit/length.ts'
import { HYPHEN, type Word } from '../type/fount.ts'
import type { Glyphs } from '../type/glyphs.ts'
import { BOX, FIELDS, FORCED, HANG_LEFT, HANG_RIGHT, type Items } from './items.ts'
import type { Line, LineRun } from './line.ts'
import type { ParagraphRun, ParagraphSettings } from './paragraph.ts'
import { beginsAt, callsOn, positionOf } from './source-of-line.ts'

/** Set on a line: a word or a part of one, and what follows. */
interface Piece {
  readonly word: Word
  readonly run: number
  /** Before it, pt. */
  readonly kern: number
  /** After it, pt; 0 at the end of the line. */
  readonly width: number
  readonly stretch: number
  readonly shrink: number
  /** The space after it; undefined where none is. At the end of the line it takes no room. */
  readonly space: Glyphs | undefined
  readonly spaceRun: number
}

/** Widest that a word space may grow, in ems beyond its own width. A line that would need more is set ragged: a hole is worse than a short line. */
const MOST_STRETCH = 0.35
/** The same at the end of a line that an address follows or is cut by, where the reader looks for no straight edge. */
const MOST_STRETCH_AT_ADDRESS = 0.18

/** The same of the seams of an address on a line without spaces, as a multiple of their stretch: .05 em, for more is read and copied as a space. */
const MOST_SEAM_STRETCH = 2.5

/** A line, and by how much it is over the measure where it is. */
export interface SetLine {
  readonly line: Line
  /** pt; 0 for a line that fits. */
  readonly over: number
}

/** Sets the line from place `start` to place `end`, whose text begins at `indent` of the measure. */
export function justify(
  items: Items,
  settings: ParagraphSettings,
  start: number,
  end: number,
  indent: number,
): SetLine {
  const { pieces, first, last } = piecesOf(items, start, end)
  const hangLeft = pieces.length === 0 ? 0 : items.places[start * FIELDS + HANG_LEFT]!
  const hangRight = pieces.length === 0 ? 0 : items.places[end * FIELDS + HANG_RIGHT]!
  const room = settings.measure - indent
  let natural = -hangLeft - hangRight
  let ink = 0
  let stretch = 0
  let shrink = 0
  let spaces = 0
  const atEnd = pieces.at(-1)
  for (const piece of pieces) {
    const width = piece.word.width * items.runs[piece.run]!.size
    natural += piece.kern + width + piece.width
    ink += width
    stretch += piece.stretch
    shrink += piece.shrink
    if (piece.space !== undefined && piece !== atEnd) spaces++
  }
  const mostStretch = endsAtAddress(items, end) ? MOST_STRETCH_AT_ADDRESS : MOST_STRETCH
  const fit = fitTo(
    { natural, ink, stretch, shrink, room, em: items.runs[0]?.size ?? 1, spaces, mostStretch },
    settings,
    items.places[end * FIELDS + FORCED] === 1,
  )
  const width = natural + ink * (fit.expansion - 1) + fit.spaces
  const shift =
    settings.align === 'end' ? room - width : settings.align === 'center' ? (room - width) / 2 : 0
  const share = fit.spaces >= 0 ? fit.spaces / stretch : fit.spaces / shrink
  const x = indent + shift - hangLeft
  const runs = setRuns(pieces, items.runs, x, fit.expansion, (piece) =>
    fit.spaces === 0 ? 0 : share * (fit.spaces > 0 ? piece.stretch : piece.shrink),
  )
  const begins = beginsAt(items, first)
  const line: Line = {
    type: 'line',
    runs,
    width: pt(width),
    measure: settings.measure,
    ratio: fit.ratio,
    hyphenated: items.divisions[end] !== undefined,
    text: items.text.slice(first, last).replace(/[\u00AD\u200B\n]/g, ''),
    calls: callsOn(items, first, last),
    position: positionOf(items, first, last),
    ...(begins === undefined ? {} : { begins }),
  }
  return { line, over: Math.max(0, width - room > TOLERANCE ? width - room : 0) }
}

interface Sums {
  readonly natural: number
  readonly ink: number
  readonly stretch: number
  readonly shrink: number
  readonly room: number
  readonly em: number
  readonly spaces: number
  /** Of one space, in ems. */
  readonly mostStretch: number
}

interface Fit {
  readonly ratio: number
  /** Scale of the glyphs. */
  readonly expansion: number
  /** What all spaces together gain, or lose, pt. */
  readonly spaces: number
}

const naturalFit: Fit = { ratio: 0, expansion: 1, spaces: 0 }

/** Shares out what is missing or over: first to the glyphs, as far as they may, the rest to the spaces. */
function fitTo(sums: Sums, settings: ParagraphSettings, isLast: boolean): Fit {
  if (settings.align !== 'justify') return naturalFit
  const difference = sums.room - sums.natural
  if (difference >= 0 && isLast) return naturalFit
  const give = settings.expansion * sums.ink
  if (difference >= 0) {
    const rest = Math.max(0, difference - give)
    const most =
      sums.spaces === 0
        ? MOST_SEAM_STRETCH * sums.stretch
        : sums.mostStretch * sums.em * sums.spaces
    if (rest > most || (rest > 0 && sums.stretch === 0)) return naturalFit
    const gained = difference - rest
    return {
      ratio: sums.stretch + give > 0 ? difference / (sums.stretch + give) : 0,
      expansion: sums.ink > 0 ? 1 + gained / sums.ink : 1,
      spaces: rest,
    }
  }
  const over = -difference
  const lost = Math.min(over, give)
  const rest = Math.min(over - lost, sums.shrink)
  return {
    ratio: sums.shrink + give > 0 ? -Math.min(1, over / (sums.shrink + give)) : 0,
    expansion: sums.ink > 0 ? 1 - lost / sums.ink : 1,
    spaces: -rest,
  }
}

/** True where a line is cut within an address, or before one: seams that open are in nothing else. */
function endsAtAddress(items: Items, end: number): boolean {
  const last = items.places[end * FIELDS + BOX]!
  return items.boxes[last]?.glue?.type === 'seam' || items.boxes[last + 1]?.glue?.type === 'seam'
}

/** What stands on the line, and its first and last (exclusive) index in the text. */
function piecesOf(
  items: Items,
  start: number,
  end: number,
): { readonly pieces: readonly Piece[]; readonly first: number; readonly last: number } {
  const { boxes, places, divisions } = items
  const opening = divisions[start]
  const closing = divisions[end]
  const firstBox = places[start * FIELDS + BOX]! + (opening === undefined ? 1 : 0)
  const lastBox = places[end * FIELDS + BOX]!
  const pieces: Piece[] = []
  let last = 0
  for (let index = firstBox; index <= lastBox; index++) {
    const { word: whole, fount, run, kern, glue, start: at } = boxes[index]!
    const from = index === firstBox && opening !== undefined ? opening.place : 0
    const to = index === lastBox && closing !== undefined ? closing.place : whole.text.length
    const isCut = to < whole.text.length
    const text = from > 0 || isCut ? whole.text.slice(from, to) + (isCut ? HYPHEN : '') : undefined
    const follows = index < lastBox ? glue : undefined
    pieces.push({
      word: text === undefined ? whole : fount.word(text),
      run,
      kern: index === firstBox ? 0 : kern,
      width: follows?.width ?? 0,
      stretch: follows?.stretch ?? 0,
      shrink: follows?.shrink ?? 0,
      space: index === lastBox && closing !== undefined ? undefined : glue?.blank,
      spaceRun: glue?.run ?? run,
    })
    last = at + to
  }
  const opener = boxes[firstBox]
  const first = opener === undefined ? last : opener.start + (opening?.place ?? 0)
  return { pieces, first, last: Math.max(first, last) }
}

/** The pieces from `x` on, run by run; `gain` is what the white after a piece gains, pt. */
function setRuns(
  pieces: readonly Piece[],
  runs: readonly ParagraphRun[],
  x: number,
  expansion: number,
  gain: (piece: Piece) => number,
): readonly LineRun[] {
  const set: LineRun[] = []
  const words: Glyphs[] = []
  const white: number[] = []
  let current = -1
  let scale = 1
  let rise = 0
  let from = x
  let at = x
  /** Ends the run that is open; copies are no longer than what they hold. */
  const close = (): void => {
    const run = runs[current]
    if (run === undefined) return
    set.push({
      face: run.face,
      size: pt(run.size * scale),
      color: run.color,
      x: pt(from),
      rise: pt((run.rise ?? 0) + rise * run.size),
      words: words.slice(),
      white: white.slice(),
      em: run.size,
      expansion,
      meaning: run.meaning,
      ...(run.language !== undefined && { language: run.language }),
    })
  }
  /** The run that takes the next word. */
  const open = (index: number, toScale: number, toRise: number): void => {
    if (index === current && toScale === scale) return
    close()
    words.length = 0
    white.length = 0
    current = index
    scale = toScale
    rise = toRise
    from = at
  }
  const add = (word: Glyphs, after: number): void => {
    if (word.ids.length === 0) return
    words.push(word)
    white.push(after)
    at += after
  }
  const widenLast = (by: number): void => {
    if (words.length === 0 || by === 0) return
    white[white.length - 1]! += by
    at += by
  }
  for (const piece of pieces) {
    const { word } = piece
    const size = runs[piece.run]!.size
    widenLast(piece.kern)
    open(piece.run, word.scale, word.rise)
    add(word, 0)
    for (let index = 0; index < word.ids.length; index++) {
      at += word.advances[index]! * size * expansion
    }
    const after = piece.width + gain(piece)
    if (piece.space === undefined) widenLast(after)
    else {
      // A real space glyph, be it without width at the end of the line: readers glue words that are
      // only moved apart, and lines too.
      open(piece.spaceRun, 1, 0)
      add(piece.space, after)
    }
  }
  close()
  return set
}
