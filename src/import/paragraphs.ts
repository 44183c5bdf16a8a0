/**
 * In: lines, and which of them begin a note.
 * Out: paragraphs, each of them one text, with what it begins with taken off.
 * Never: joins across a blank line or a page end.
 */

import { joinLines, type Vocabulary } from './join-lines.ts'
import { blocksOf, type Line } from './lines.ts'
import { isPlainBullet, readMarker, type Marker } from './markers.ts'
import type { NoteStarts } from './note-starts.ts'
import type { Remark, Remarked } from './report.ts'
import { endsInColon, isFinished, looksLikeHeading, startsLow } from './sentence.ts'

export interface Paragraph {
  readonly lines: readonly Line[]
  /** On one line, calls marked, without the marker or the note's number. */
  readonly text: string
  readonly sheet: number
  /** Set where the paragraph begins a note. */
  readonly note?: number
  /** Set where it is an item of a list or a quotation. */
  readonly marker?: Marker
}

interface Piece {
  readonly lines: Line[]
  readonly note?: number
  readonly marker?: Marker
}

export function readParagraphs(
  lines: readonly Line[],
  starts: NoteStarts,
  vocabulary: Vocabulary,
): Remarked<readonly Paragraph[]> {
  const measure = measureOf(lines)
  const pieces: Piece[] = []
  for (const block of blocksOf(lines)) {
    const own: Piece[] = []
    const bullets = countBullets(lines.slice(block.from, block.to))
    for (let index = block.from; index < block.to; index += 1) {
      const line = lines[index]
      if (line === undefined) continue
      const start = starts.get(index)
      const piece = own.at(-1)
      if (start !== undefined) own.push({ lines: [cutTo(line, start.rest)], note: start.number })
      else if (piece === undefined || beginsPiece(piece, line, measure, bullets))
        own.push(toPiece(line))
      else piece.lines.push(continued(piece, line))
    }
    pieces.push(...own)
  }
  const remarks: Remark[] = []
  const value = withMarkersAlone(withQuotes(pieces)).map(
    ({ lines: own, note, marker }): Paragraph => {
      const text = joinLines(own, vocabulary)
      remarks.push(...text.remarks)
      return {
        lines: own,
        text: text.value,
        sheet: own[0]?.sheet ?? 0,
        ...(note !== undefined && { note }),
        ...(marker && { marker }),
      }
    },
  )
  return { value, remarks }
}

const cutTo = (line: Line, rest: string): Line => ({
  ...line,
  text: rest,
  column: line.column + line.text.length - rest.length,
  offset: line.offset + line.text.length - rest.length,
})

function toPiece(line: Line): Piece {
  const read = readMarker(line.text)
  return read ? { lines: [cutTo(line, read.rest)], marker: read.marker } : { lines: [line] }
}

/** The lines of a quotation carry its mark each. */
function continued(piece: Piece, line: Line): Line {
  const read = piece.marker?.type === 'quote' ? readMarker(line.text) : undefined
  return read?.marker.type === 'quote' ? cutTo(line, read.rest) : line
}

/** How many lines of a block begin with each bullet. */
function countBullets(lines: readonly Line[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const line of lines) {
    const marker = readMarker(line.text)?.marker
    if (marker?.type === 'bullet') counts.set(marker.text, (counts.get(marker.text) ?? 0) + 1)
  }
  return counts
}

/** True where a line inside a block does not go on with the piece before it. */
function beginsPiece(
  piece: Piece,
  line: Line,
  measure: number,
  bullets: ReadonlyMap<string, number>,
): boolean {
  const before = piece.lines.at(-1)
  if (before === undefined) return true
  const marker = readMarker(line.text)?.marker
  if (marker?.type === 'bullet') {
    if (isPlainBullet(marker) || piece.marker?.text === marker.text) return true
    // Two dashes at line ends of one item are items below it.
    if (piece.marker?.type === 'bullet' && (bullets.get(marker.text) ?? 0) > 1) return true
    const dash = /[–—]/u.test(marker.text)
    return endsInColon(before.text) || (!dash && isFinished(before.text))
  }
  if (marker?.type === 'ordered') {
    const number = marker.number ?? 0
    if (piece.marker?.type === 'ordered') return number === (piece.marker.number ?? 0) + 1
    return number === 1 && (endsInColon(before.text) || isFinished(before.text))
  }
  if (marker?.type === 'quote') return piece.marker?.type !== 'quote'
  if (piece.marker !== undefined || startsLow(line.text)) return false
  if (line.indent >= before.indent + 2 && isFinished(before.text)) return true
  // A line that ends early, though the next word had room, ends a paragraph or is a heading.
  const word = line.text.split(' ', 1)[0] ?? ''
  if (before.text.length + 1 + word.length > 0.7 * measure) return false
  if (piece.note !== undefined) return false
  return isFinished(before.text) || (piece.lines.length === 1 && looksLikeHeading(before.text))
}

/** The length that the full lines of a hard-wrapped text have; 0 for a text that is not. */
function measureOf(lines: readonly Line[]): number {
  const lengths = lines
    .filter((line, index) => {
      const next = lines[index + 1]
      return line.text !== '' && next !== undefined && next.text !== '' && next.sheet === line.sheet
    })
    .map((line) => line.text.length)
    .sort((a, b) => a - b)
  const measure = lengths[Math.floor(lengths.length * 0.8)] ?? 0
  // Fewer lines, or shorter ones, are verse, addresses, a table.
  return lengths.length >= 5 && measure >= 40 ? measure : 0
}

/** Paragraphs of several lines, all set in, in a text that is not, are quotations. */
function withQuotes(pieces: readonly Piece[]): readonly Piece[] {
  const isSetIn = (piece: Piece): boolean => piece.lines.every((line) => line.indent >= 4)
  const plain = pieces.filter((piece) => piece.note === undefined && piece.marker === undefined)
  const setIn = plain.filter((piece) => isSetIn(piece) && piece.lines.length > 1)
  if (setIn.length === 0 || plain.filter(isSetIn).length * 3 > plain.length) return pieces
  const quoted = new Set(setIn)
  return pieces.map((piece) =>
    quoted.has(piece) ? { ...piece, marker: { type: 'quote', text: '' } } : piece,
  )
}

/** A bullet (not a dash) alone on its line belongs to the paragraph after it. */
function withMarkersAlone(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.flatMap((piece, at) => {
    const before = pieces[at - 1]
    const isAlone = (one: Piece | undefined): boolean =>
      one?.marker !== undefined &&
      isPlainBullet(one.marker) &&
      one.lines.length === 1 &&
      one.lines[0]?.text === ''
    if (isAlone(piece) && pieces[at + 1] !== undefined) return []
    if (before?.marker === undefined || !isAlone(before) || piece.marker) return [piece]
    return [{ ...piece, marker: before.marker }]
  })
}
