import type { Position } from '../diagnostic/diagnostic.ts'
import type { Chapter } from '../model/book.ts'
import { replace, type Edit } from './edit.ts'
import type { Renames } from './renames.ts'

/** Edits of the calls and texts of a chapter whose labels are renamed. */
export function labelEdits({ written }: Chapter, renames: Renames): Edit[] {
  const places = [...written.calls.filter(({ inline }) => !inline), ...written.definitions]
  return places.flatMap(({ label, position }) => {
    const next = renames.get(label)
    return next === undefined ? [] : [labelEdit(written.text, label, position, next)]
  })
}

/** The label of the call or text that begins at a position. Throws where another text stands there. */
export function labelEdit(text: string, label: string, { start }: Position, next: string): Edit {
  const at = start.offset + 2
  if (!text.startsWith(`[^${label}]`, start.offset))
    throw new Error(`no label ${label} at ${start.offset}`)
  return replace(at, at + label.length, next)
}
