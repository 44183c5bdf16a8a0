/**
 * Compiles the runs of a paragraph to boxes, glue and places where a line may end.
 *
 * In: runs, settings. Out: `Items`. Never: chooses a break.
 */
import type { Division, Fount, Word } from '../type/fount.ts'
import type { Typesetter } from '../type/open-type.ts'
import { breakUrl, isAddress } from './break-url.ts'
import { breakWord, spaceCost } from './break-word.ts'
import { COMPOUND_HYPHEN_COST, HYPHEN_COST } from './costs.ts'
import { LEVEL_EMERGENCY, LEVEL_PLAIN, type Box, type Glue, type Items } from './items.ts'
import type { ParagraphRun, ParagraphSettings } from './paragraph.ts'
import { Places } from './places.ts'

/** Stretch and shrink of a word space, as shares of it. */
const SPACE_STRETCH = 0.5
const SPACE_SHRINK = 0.3
/** Narrowest word space, in ems: programs that read a PDF take less white (poppler: .15) for none, and glue the words. */
const LEAST_SPACE = 0.16
/** Stretch of a seam in an address, in ems: less than the eye sees. */
const SEAM_STRETCH = 0.02
/** Fewest letters between a written hyphen and one that is added. */
const FROM_HYPHEN = 5

/** A place within text without spaces where a line may end and nothing is added. */
interface Seam {
  /** Index in the paragraph's text of the first character of the next line. */
  readonly at: number
  readonly cost: number
  readonly level: number
  readonly isHyphen: boolean
  /** True in an address, whose seams open a little when a line is stretched. */
  readonly opens: boolean
}

/** Stretches of text between spaces, white space, forced breaks. */
const tokens = /[^ \t\n\u00A0]+|[ \t\u00A0]+|\n/g
const mayHaveSeam = /[-\u2010/\u2013\u2014\u200B.:@]/
const SOFT_HYPHEN = '\u00AD'
/** Stands for the figures of a footnote mark where the text is looked at: they are no part of the word they follow. */
const WORD_JOINER = '\u2060'

const isMark = (run: ParagraphRun | undefined): boolean => run?.meaning.type === 'footnoteMark'

/**
 * Compiles a paragraph. White space counts as one space; it is dropped at both ends of the paragraph
 * and about forced breaks. Throws where a run names an unknown face.
 */
export function itemize(
  typesetter: Typesetter,
  runs: readonly ParagraphRun[],
  settings: ParagraphSettings,
): Items {
  const itemizer = new Itemizer(typesetter, runs, settings)
  return itemizer.itemize()
}

class Itemizer {
  private readonly runs: readonly ParagraphRun[]
  private readonly settings: ParagraphSettings
  private readonly founts: readonly Fount[]
  private readonly starts: readonly number[]
  private readonly text: string
  private readonly places: Places
  private readonly boxes: Box[] = []
  /** The run that is being read. */
  private run = 0
  /** True after a space, with which no box kerns but by `Word.kernAfterSpace`. */
  private spaceFount: Fount | undefined

  constructor(typesetter: Typesetter, runs: readonly ParagraphRun[], settings: ParagraphSettings) {
    this.runs = runs
    this.settings = settings
    this.founts = runs.map((run) =>
      typesetter.fount(run.face, run.features, run.language ?? settings.language),
    )
    let length = 0
    this.starts = runs.map((run) => (length += run.text.length) - run.text.length)
    this.text = runs.map((run) => run.text).join('')
    this.places = new Places(settings.protrusion, this.text.length)
  }

  itemize(): Items {
    const { runs, text, starts, boxes, places } = this
    const looked = runs.some(isMark)
      ? runs.map((run) => (isMark(run) ? run.text.replace(/\S/g, WORD_JOINER) : run.text)).join('')
      : text
    const parts = looked.match(tokens) ?? []
    let at = 0
    parts.forEach((part, index) => {
      const first = part.charCodeAt(0)
      if (first === 0x0a) {
        places.force(boxes.length - 1)
        this.spaceFount = undefined
      } else if (first === 0x20 || first === 0x09 || first === 0xa0) {
        this.setSpace(at, part, parts[index - 1] ?? '', parts[index + 1] ?? '')
      } else this.setToken(at, part)
      at += part.length
    })
    places.force(boxes.length - 1)
    const { count, places: records, divisions } = places
    return { text, runs, starts, boxes, count, places: records, divisions }
  }

  /** The run that holds the character at `index`; to be asked in ascending order. */
  private runAt(index: number): number {
    while (this.run + 1 < this.runs.length && (this.starts[this.run + 1] ?? 0) <= index) this.run++
    return this.run
  }

  /** Sets text between two spaces: its pieces between seams, and between runs. */
  private setToken(start: number, token: string): void {
    const end = start + token.length
    const owner = this.runAt(start)
    const asAddress = this.runs[owner]?.isAddress === true || isAddress(token)
    const seams = mayHaveSeam.test(token) ? seamsOf(token, start, asAddress) : noSeams
    let next = 0
    let at = start
    let afterHyphen = false
    while (at < end) {
      const owner = this.runAt(at)
      const seam = seams[next]
      const stop = Math.min(seam?.at ?? end, this.starts[owner + 1] ?? end, end)
      this.setPiece(at, stop, owner, afterHyphen, asAddress)
      afterHyphen = false
      if (seam?.at === stop) {
        next++
        afterHyphen = seam.isHyphen
        this.setSeam(seam, owner)
      }
      at = stop
    }
  }

  private setPiece(
    start: number,
    end: number,
    owner: number,
    afterHyphen: boolean,
    isWhole: boolean,
  ): void {
    const { places, boxes, settings } = this
    const fount = this.founts[owner]!
    const run = this.runs[owner]!
    const size = run.size
    const word = fount.word(this.text.slice(start, end))
    const kern = this.kernBefore(word, fount, size)
    places.startBox(word, size, kern)
    if (settings.hyphenate && !isWhole && !isMark(run)) {
      const isCompound = afterHyphen || word.text.endsWith('-')
      const cost = isCompound ? COMPOUND_HYPHEN_COST : HYPHEN_COST
      for (const division of divisionsOf(word, fount)) {
        if (isCompound && !isFarFromHyphen(word.text, division.place, afterHyphen)) continue
        places.divide(boxes.length, word, division, size, cost)
      }
    }
    places.endBox(word, size, fount.tracking)
    boxes.push({ word, fount, run: owner, start, kern, glue: undefined })
    this.spaceFount = undefined
  }

  /** Kerning with the space or the box before, pt. */
  private kernBefore(word: Word, fount: Fount, size: number): number {
    if (this.spaceFount !== undefined) {
      return this.spaceFount === fount ? word.kernAfterSpace * size : 0
    }
    const last = this.boxes.at(-1)
    if (last === undefined || this.places.isAtLineStart()) return 0
    if (last.fount !== fount || this.runs[last.run]?.size !== size) return 0
    return fount.kern(last.word, word) * size
  }

  private setSeam(seam: Seam, owner: number): void {
    const { places, boxes } = this
    // A footnote mark stands on the line of its word, dash or not.
    if (isMark(this.runs[this.runAt(seam.at)])) return
    places.breakAfter(boxes.length - 1, seam.cost, seam.level, seam.isHyphen)
    if (!seam.opens) return
    const stretch = SEAM_STRETCH * this.runs[owner]!.size
    this.addGlue({ type: 'seam', run: owner, blank: undefined, width: 0, stretch, shrink: 0 })
  }

  private setSpace(start: number, white: string, before: string, after: string): void {
    const { places, boxes, runs } = this
    const last = boxes.at(-1)
    if (last === undefined || places.isAtLineStart() || after === '' || after === '\n') return
    const owner = this.runAt(start)
    const isHeld = white.includes('\u00A0') || isMark(runs[this.runAt(start + white.length)])
    const cost = isHeld ? Infinity : spaceCost(before, after)
    if (cost !== Infinity) places.breakAfter(boxes.length - 1, cost, LEVEL_PLAIN, false)
    const fount = this.founts[owner]!
    const size = runs[owner]!.size
    const natural = fount.space * size
    const kern = last.fount === fount ? last.word.kernBeforeSpace * size : 0
    const isOneFount = this.founts[this.runAt(start + white.length)] === fount
    const kernAfter = isOneFount ? fount.word(after.charAt(0)).kernAfterSpace * size : 0
    // What kerning and shrinking may take of it, pt.
    const spare = natural + kern + kernAfter - LEAST_SPACE * size
    this.spaceFount = fount
    this.addGlue({
      type: 'space',
      run: owner,
      blank: fount.blank,
      width: natural + kern - Math.min(0, spare),
      stretch: natural * SPACE_STRETCH,
      shrink: Math.max(0, Math.min(natural * SPACE_SHRINK, spare)),
    })
  }

  private addGlue(glue: Glue): void {
    const last = this.boxes.at(-1)
    if (last !== undefined) last.glue = glue
    this.places.addGlue(glue)
  }
}

const noSeams: readonly Seam[] = []

/** The seams of `token`, which stands at `start` in the paragraph. */
function seamsOf(token: string, start: number, asAddress: boolean): readonly Seam[] {
  if (!asAddress) {
    return breakWord(token).map(({ at, cost, isHyphen }) => ({
      at: start + at,
      cost,
      level: LEVEL_PLAIN,
      isHyphen,
      opens: false,
    }))
  }
  return breakUrl(token).map(({ at, cost, isEmergency }) => ({
    at: start + at,
    cost,
    level: isEmergency ? LEVEL_EMERGENCY : LEVEL_PLAIN,
    isHyphen: false,
    opens: !isEmergency,
  }))
}

/** Where the author put soft hyphens, there only; else by the patterns. */
function divisionsOf(word: Word, fount: Fount): readonly Division[] {
  if (!word.text.includes(SOFT_HYPHEN)) return fount.divisions(word.text)
  const divisions: Division[] = []
  for (
    let at = word.text.indexOf(SOFT_HYPHEN);
    at >= 0;
    at = word.text.indexOf(SOFT_HYPHEN, at + 1)
  ) {
    divisions.push(fount.divide(word.text, at + 1))
  }
  return divisions
}

/** True where a break at `place` of a compound's part leaves its written hyphens out of sight. */
const isFarFromHyphen = (part: string, place: number, afterHyphen: boolean): boolean =>
  (!afterHyphen || place >= FROM_HYPHEN) &&
  (!part.endsWith('-') || part.length - 1 - place >= FROM_HYPHEN)
