import { visible } from '../diagnostic/visible.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { Change } from '../review/change.ts'
import type { Reviewed } from '../review/review.ts'

/** One file as it was reviewed, with the texts that it was made from. */
export interface Printed {
  readonly file: string
  readonly reviewed: Reviewed
  readonly texts: ReadonlyMap<string, string>
}

export interface Printout {
  readonly format: 'pretty' | 'line' | 'json'
  /** Unified; empty where nothing differs. */
  readonly diff: string
  readonly isWritten: boolean
  readonly findings: readonly Diagnostic[]
}

/** The list of changes, file by file, and the difference; as one JSON value for machines. */
export function printReview(files: readonly Printed[], printout: Printout): string {
  const { format, diff, isWritten, findings } = printout
  if (format === 'json') {
    const value = {
      files: files.map(({ file, reviewed, texts }) => ({
        file,
        changes: reviewed.changes.map((change) => ({ ...change, line: lineOf(change, texts) })),
        comments: reviewed.comments.map((comment) => ({
          ...comment,
          line: lineOf(comment, texts),
        })),
        newLabels: reviewed.newLabels,
      })),
      patch: diff,
      written: isWritten,
      findings,
    }
    return `${JSON.stringify(value, undefined, 2)}\n`
  }
  const lists = files.map((each) => listOf(each)).join('')
  return lists + (isWritten || diff === '' ? '' : `${lists === '' ? '' : '\n'}${diff}`)
}

function listOf({ file, reviewed, texts }: Printed): string {
  const lines = [
    ...reviewed.changes.map((change) => lineOfChange(change, texts)),
    ...reviewed.comments.map((comment) => {
      const state = comment.isResolved ? ' (resolved)' : ''
      const kind = comment.answers === undefined ? 'comment' : 'answer'
      const about = comment.about === '' ? '' : ` on ${quoted(comment.about)}`
      return `  ${placeOf(comment, texts)}  ${kind}${state}${about}: ${quoted(comment.text)}${who(comment)}`
    }),
  ]
  return `${visible(file)}: ${lines.length === 0 ? 'no changes' : ''}\n${lines.map((line) => `${line}\n`).join('')}`
}

function lineOfChange(change: Change, texts: ReadonlyMap<string, string>): string {
  const { type, before, after, note, isRejected } = change
  const said =
    type === 'split' || type === 'merge'
      ? ''
      : before !== '' && after !== ''
        ? `${quoted(before)} → ${quoted(after)}`
        : quoted(before + after)
  const place = `${placeOf(change, texts)}${note === undefined ? '' : `, note ${note}`}`
  return `  ${place}  ${type} ${said}${who(change)}${isRejected ? ' [left out]' : ''}`
}

const placeOf = (
  each: { readonly chapter?: string; readonly offset?: number },
  texts: ReadonlyMap<string, string>,
): string => {
  const line = lineOf(each, texts)
  return line === undefined ? '-' : `${each.chapter ?? ''}.md:${String(line)}`
}

/** Line of a place in the text that the file was made from, from 1. */
function lineOf(
  { chapter, offset }: { readonly chapter?: string; readonly offset?: number },
  texts: ReadonlyMap<string, string>,
): number | undefined {
  const text = chapter === undefined ? undefined : texts.get(chapter)
  if (text === undefined || offset === undefined) return undefined
  return text.slice(0, offset).split('\n').length
}

/** ", A. Editor, 2021-01-05"; what is not tracked has nobody's name. */
function who({ author, date, id }: { author?: string; date?: string; id?: string }): string {
  if (author === undefined && date === undefined && id === undefined) return ', not tracked'
  return `, ${visible(author ?? 'no name')}${date === undefined ? '' : `, ${visible(date.slice(0, 10))}`}`
}

/** At most so much of a text in a line. */
const LONGEST = 100

function quoted(text: string): string {
  const line = visible(text.replace(/\s+/gu, ' ').trim())
  return `“${line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line}”`
}
