import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { diagnose } from '../diagnostic/diagnose.ts'
import { positionAt } from '../diagnostic/place.ts'

/** A chapter: some six hundred printed pages; far over any chapter, and read in under a second. */
export const LARGEST_CHAPTER = 2 * 1024 * 1024
/** Notes of one chapter: some eight times the longest that is known. */
export const MOST_NOTES = 5000
/** Calls of one chapter, sound or not: each note is called once, so far more are a slip that the rules need not pair. */
export const MOST_CALLS = 20_000
/** Characters of a label (CommonMark 6.3): a longer one is no label, and its call would be printed as text. */
export const LONGEST_LABEL = 999
/** A paragraph or table, in characters: the parser takes more than linear time inside one block. */
export const LARGEST_BLOCK = 64 * 1024
/** Columns of a table: far over any that a page can hold. */
export const MOST_COLUMNS = 100
/** Quotations and lists inside each other: the parser's time grows with the square of the depth. */
export const DEEPEST_NESTING = 32
/**
 * List items, quotations and notes between two places where nothing is open, such as the items of
 * one list: the parser's time grows with the square of their number.
 */
export const MOST_CONTAINERS = 2000
/**
 * Opening brackets and runs of `*` and `_` in one block outside code: each is a place where a link, a
 * note or emphasis could begin, and the parser's time grows with the square of their number.
 */
export const MOST_MARKS = 2000
/** The same in a chapter: five times as many as its notes could need. */
export const MOST_MARKS_IN_CHAPTER = 100_000
/** An image file. */
export const LARGEST_IMAGE = 32 * 1024 * 1024
/** Pixels of a bitmap, by its header, before anything is decoded. */
export const MOST_PIXELS = 100_000_000

/** What of a chapter's text is over a limit. Linear in the text, so that it can be asked before parsing. */
export function findOverLimit(text: string, file: string): Diagnostic[] {
  const over = (start: number, end: number, message: string, help: string): Diagnostic =>
    diagnose('over-limit', { file, position: positionAt(text, start, end), message, help })
  const findings: Diagnostic[] = []
  let offset = 0
  let blockStart = 0
  let notes = 0
  for (const line of text.split('\n')) {
    const end = offset + line.length
    if (!/[^ \t]/.test(line)) blockStart = end + 1
    else if (end - blockStart > LARGEST_BLOCK) {
      findings.push(
        over(
          blockStart,
          Math.min(end, blockStart + 80),
          `a block of text is longer than ${LARGEST_BLOCK} characters`,
          'part it with blank lines',
        ),
      )
      blockStart = end + 1
    }
    if (columns(line) > MOST_COLUMNS) {
      findings.push(
        over(
          offset,
          Math.min(end, offset + 80),
          `a table has more than ${MOST_COLUMNS} columns`,
          'part it into several tables, or turn it so that its rows are its columns',
        ),
      )
      break
    }
    if (nesting(line) > DEEPEST_NESTING) {
      findings.push(
        over(
          offset,
          Math.min(end, offset + 80),
          `lists or quotations are nested more than ${DEEPEST_NESTING} deep`,
          'make the structure flatter',
        ),
      )
      break
    }
    if (/^\s{0,3}\[\^[^\]\s]+\]:/u.test(line) && ++notes > MOST_NOTES) {
      findings.push(
        over(offset, end, `the chapter has more than ${MOST_NOTES} notes`, 'split the chapter'),
      )
      break
    }
    offset = end + 1
  }
  return findings
}

/** Columns of a table, by the row of hyphens under its head (GFM 4.10); 0 for any other line. */
function columns(line: string): number {
  if (line.length < MOST_COLUMNS || !/^[\s>|:-]+$/u.test(line)) return 0
  return line.split('|').filter((cell) => cell.includes('-')).length
}

/** Depth that the head of a line opens: `>` and list markers, and the indentation before them, two columns a level. */
function nesting(line: string): number {
  const marker = /\s{0,12}(?:>|[-*+](?=\s)|\d{1,9}[.)](?=\s))/uy
  let depth = 0
  const indent = line.length - line.trimStart().length
  marker.lastIndex = indent
  while (marker.test(line)) depth++
  return depth === 0 ? 0 : depth + Math.floor(indent / 2)
}
