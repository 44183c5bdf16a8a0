import { diagnose } from '../diagnostic/diagnose.ts'
import type { Diagnostic, Warned } from '../diagnostic/diagnostic.ts'
import { positionAt } from '../diagnostic/place.ts'
import type { BaseEdit } from './part-edits.ts'
import { carryOver, type TextEdit } from './three-way.ts'

/** What one file wants changed, in the texts that it was made from, by chapter. */
export interface Contribution {
  readonly file: string
  readonly edits: readonly BaseEdit[]
  readonly texts: ReadonlyMap<string, string>
}

export interface ChapterToday {
  readonly file: string
  readonly text: string
}

/**
 * All edits by file of the manuscript, in its text of today. Where two files want different things of
 * one place, or the manuscript has moved on there, neither is done and both are shown.
 */
export function merge(
  contributions: readonly Contribution[],
  chapters: ReadonlyMap<string, ChapterToday>,
): Warned<ReadonlyMap<string, readonly TextEdit[]>> {
  const diagnostics: Diagnostic[] = []
  const edits = new Map<string, readonly TextEdit[]>()
  for (const [id, { file, text }] of chapters) {
    const wanted: Wanted[] = []
    for (const { file: by, edits: all, texts } of contributions) {
      const before = texts.get(id)
      if (before === undefined) continue
      const own = all.filter(({ chapter }) => chapter === id)
      const carried = carryOver(own, before, text)
      wanted.push(...carried.edits.map((edit) => ({ edit, by })))
      for (const { edit, today, at } of carried.conflicts)
        diagnostics.push(
          conflict(file, text, at, Math.min(text.length, at + today.length), [
            `${by} wants \`${shown(edit.text)}\``,
            `the manuscript says \`${shown(today)}\` today`,
          ]),
        )
    }
    const { kept, clashes } = apart(wanted)
    for (const clash of clashes)
      diagnostics.push(
        conflict(
          file,
          text,
          Math.min(...clash.map(({ edit }) => edit.start)),
          Math.max(...clash.map(({ edit }) => edit.end)),
          clash.map(({ edit, by }) => `${by} wants \`${shown(edit.text)}\``),
        ),
      )
    if (kept.length > 0) edits.set(file, kept)
  }
  return { value: edits, diagnostics }
}

interface Wanted {
  readonly edit: TextEdit
  readonly by: string
}

/** Edits that leave each other alone; the same edit of two files is one. */
function apart(wanted: readonly Wanted[]): {
  readonly kept: readonly TextEdit[]
  readonly clashes: readonly (readonly Wanted[])[]
} {
  const sorted = wanted.toSorted((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end)
  const groups: { end: number; members: Wanted[] }[] = []
  for (const each of sorted) {
    const last = groups.at(-1)
    const meets =
      last !== undefined &&
      (each.edit.start < last.end ||
        (each.edit.start === last.end &&
          (each.edit.start === each.edit.end ||
            last.members.some(({ edit }) => edit.start === edit.end))))
    if (!meets) groups.push({ end: each.edit.end, members: [each] })
    else if (!last.members.some(({ edit }) => isSame(edit, each.edit))) {
      last.members.push(each)
      last.end = Math.max(last.end, each.edit.end)
    }
  }
  return {
    kept: groups.flatMap(({ members }) =>
      members.length === 1 ? members.map(({ edit }) => edit) : [],
    ),
    clashes: groups.flatMap(({ members }) => (members.length > 1 ? [members] : [])),
  }
}

const isSame = (a: TextEdit, b: TextEdit): boolean =>
  a.start === b.start && a.end === b.end && a.text === b.text

const shown = (text: string): string => {
  const line = text.replace(/\s+/gu, ' ')
  return line === '' ? 'nothing' : line.length > 80 ? `${line.slice(0, 79)}…` : line
}

const conflict = (
  file: string,
  text: string,
  start: number,
  end: number,
  sides: readonly string[],
): Diagnostic =>
  diagnose('edit-conflict', {
    file,
    position: positionAt(text, start, end),
    message: sides.join('; '),
    help: 'neither was written: read both, and write the one that holds by hand',
  })
