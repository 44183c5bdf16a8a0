import { pt } from '../../unit/length.ts'
import type { Line, LineRun } from '../line/line.ts'
import { isSpace } from '../line/set-words.ts'

/** A justified line looser than this is let out. As an adjustment ratio: word spaces of about .33 em. */
const LOOSEST = 0.6
/** The same where no address is near: of about .38 em. */
const LOOSEST_TEXT = 0.9
/** Stretch of a word space, as a share of it, at a ratio of 1. */
const STRETCH = 0.5

/**
 * Lets lines of a note end short of the measure where they are loose. Addresses break at few places
 * and titles in other languages at fewer than the text, and a ragged line is quieter than a torn one
 * (print.md, section 4).
 */
export const easeNote = (lines: readonly Line[]): readonly Line[] =>
  lines.map((line, i) => {
    const loosest = isCut(line, lines[i + 1]) ? LOOSEST : LOOSEST_TEXT
    return line.ratio > loosest ? ease(line) : line
  })

/** True where an address goes on from one line to the next, or begins the next. */
function isCut(line: Line, next: Line | undefined): boolean {
  const [last, first] = [line.runs.at(-1)?.meaning, next?.runs[0]?.meaning]
  return first?.type === 'link' || (last?.type === 'link' && first !== undefined)
}

/** Sets a line as loose as LOOSEST, whatever it was: one that ends short need not be stretched as well. */
function ease(line: Line): Line {
  // What is set of a space of natural width n at a ratio r is n(1 + STRETCH r).
  const share = (1 + STRETCH * LOOSEST) / (1 + STRETCH * line.ratio)
  let moved = 0
  const runs = line.runs.map((run): LineRun => {
    const x = pt(run.x - moved)
    const white = run.white.map((natural, i) => {
      if (!isSpace(run.words[i]!)) return natural
      const eased = natural * share
      moved += natural - eased
      return eased
    })
    return { ...run, x, white }
  })
  return { ...line, runs, ratio: LOOSEST, width: pt(line.width - moved) }
}
