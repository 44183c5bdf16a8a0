import { diagnose } from '../diagnostic/diagnose.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { positionAt } from '../diagnostic/place.ts'
import {
  LONGEST_LABEL,
  MOST_CALLS,
  MOST_CONTAINERS,
  MOST_MARKS,
  MOST_MARKS_IN_CHAPTER,
} from './limits.ts'
import type { Scan } from './scan.ts'

/** What the scanner found to be over a limit, also before parsing. */
export function findOverfull(
  text: string,
  { fullest, footnotes, regions }: Scan,
  file: string,
): Diagnostic[] {
  const over = (start: number, message: string, help: string): Diagnostic => {
    const lineEnd = text.indexOf('\n', start)
    const end = Math.min(lineEnd === -1 ? text.length : lineEnd, start + 80)
    return diagnose('over-limit', { file, position: positionAt(text, start, end), message, help })
  }
  const calls = footnotes.filter(({ kind }) => kind === 'call')
  const surplus = calls[MOST_CALLS]
  const long = /\[\^[^\s[\]]{1000}/.exec(text)
  return [
    ...(fullest.containers > MOST_CONTAINERS
      ? [
          over(
            fullest.start,
            `more than ${MOST_CONTAINERS} list items, quotations or notes follow without a paragraph of text between them`,
            'part them with a paragraph or a heading',
          ),
        ]
      : []),
    ...(surplus === undefined
      ? []
      : [
          over(
            surplus.position.start.offset,
            `the chapter calls notes more than ${MOST_CALLS} times`,
            'split the chapter',
          ),
        ]),
    ...crowded(text, regions).map(({ start, message }) =>
      over(start, message, 'part it with blank lines'),
    ),
    ...(long === null
      ? []
      : [
          over(
            long.index,
            `a label is longer than ${LONGEST_LABEL} characters`,
            'give the note a short label',
          ),
        ]),
  ]
}

/** Blocks with too many marks, and the chapter where it has too many. */
function crowded(text: string, regions: Scan['regions']): { start: number; message: string }[] {
  const found: { start: number; message: string }[] = []
  const told = 'brackets, asterisks and underscores'
  let region = 0
  let start = 0
  let inBlock = 0
  let inAll = 0
  for (const { index, 0: mark } of text.matchAll(/\n[ \t]*(?=\n)|\[|[*_]+/g)) {
    while ((regions[region]?.end ?? Infinity) <= index) region++
    if ((regions[region]?.start ?? Infinity) <= index) continue
    if (mark.startsWith('\n')) {
      start = index + mark.length + 1
      inBlock = 0
    } else {
      if (++inBlock === MOST_MARKS + 1)
        found.push({ start, message: `a block of text holds more than ${MOST_MARKS} ${told}` })
      if (++inAll === MOST_MARKS_IN_CHAPTER + 1)
        found.push({
          start: 0,
          message: `the chapter holds more than ${MOST_MARKS_IN_CHAPTER} ${told}`,
        })
    }
    if (found.length === 10) break
  }
  return found
}
