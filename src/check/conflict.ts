import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { Chapter } from '../model/book.ts'

interface Mark {
  readonly mark: '<' | '|' | '=' | '>'
  readonly start: number
  readonly end: number
}

/** A place where git could not join two versions, as it marks it (git-merge, "How conflicts are presented"). */
export interface Conflict {
  /** In order. */
  readonly marks: readonly [Mark, ...Mark[]]
  /** False for a mark that was left when the others were taken out. */
  readonly whole: boolean
}

const known = new WeakMap<Chapter, readonly Conflict[]>()

/** The conflicts of a chapter, found once: they explain all that else is found in them. */
export function conflictsOf(chapter: Chapter): readonly Conflict[] {
  const before = known.get(chapter)
  if (before !== undefined) return before
  const found = find(chapter)
  known.set(chapter, found)
  return found
}

/** Whether a finding stands in a conflict, whose two versions say everything twice. */
export function inConflict({ rule, position }: Diagnostic, chapter: Chapter): boolean {
  if (rule === 'merge-conflict' || position === undefined) return false
  return conflictsOf(chapter).some(({ marks }) => {
    const end = marks.at(-1)?.end ?? 0
    // The paragraph that a mark breaks into becomes a heading, and is told of as one.
    const paragraph = chapter.written.text.lastIndexOf('\n\n', marks[0].start) + 1
    return paragraph < position.end.offset && position.start.offset <= end
  })
}

/** Seven of a mark at the head of a line, then its end or a blank and a name. */
const line = /^(?:(<)<{6}|(\|)\|{6}|(=)={6}|(>)>{6})(?:[ \t][^\n]*)?$/gm

function find({ written: { text, scan } }: Chapter): Conflict[] {
  if (!['<<<<<<<', '>>>>>>>', '|||||||', '\n\n=======\n'].some((mark) => text.includes(mark)))
    return []
  // A fence or comment that shows marks; one that the conflict itself opens and never closes shows none.
  const literal = scan.regions.filter(({ kind, closed }) => closed && kind !== 'html')
  let region = 0
  const marks: Mark[] = [...text.matchAll(line)]
    .map((match): Mark => ({
      mark: (match[1] ?? match[2] ?? match[3] ?? match[4] ?? '<') as Mark['mark'],
      start: match.index,
      end: match.index + match[0].length,
    }))
    .filter(({ start }) => {
      while ((literal[region]?.end ?? Infinity) <= start) region++
      return (literal[region]?.start ?? Infinity) > start
    })
  const conflicts: Conflict[] = []
  let open: [Mark, ...Mark[]] | undefined
  for (const mark of marks) {
    if (mark.mark === '<') {
      if (open !== undefined) conflicts.push(...leftOver(open, text))
      open = [mark]
    } else if (open === undefined) conflicts.push(...leftOver([mark], text))
    else {
      open.push(mark)
      if (mark.mark !== '>') continue
      if (open.some((each) => each.mark === '=')) conflicts.push({ marks: open, whole: true })
      else conflicts.push(...leftOver(open, text))
      open = undefined
    }
  }
  if (open !== undefined) conflicts.push(...leftOver(open, text))
  return conflicts
}

/**
 * Marks without their partners. Seven equals signs under a line are the underline of a heading, seven bars a
 * row of empty cells, and seven `>` a letter that was answered often: those are left alone.
 */
const leftOver = (marks: readonly Mark[], text: string): Conflict[] =>
  marks
    .filter(({ mark, start, end }) => {
      const name = text.slice(start + 7, end).trim()
      if (mark === '<') return true
      // Under a blank line they underline nothing.
      if (mark === '=')
        return (
          name === '' && end - start === 7 && text.slice(Math.max(0, start - 2), start) === '\n\n'
        )
      if (name === '') return false
      if (mark === '|') return /^(?:[\da-f]{7,40}|merged common ancestors|base)\b/.test(name)
      const isQuoted = (at: number): boolean => text.startsWith('>', at)
      const above = text.lastIndexOf('\n', start - 2) + 1
      return (
        !isQuoted(end + 1) && (start === 0 || !isQuoted(above)) && /^\S+(?: \(.*\))?$/.test(name)
      )
    })
    .map((mark) => ({ marks: [mark], whole: false }))
