import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Chapter } from '../../model/book.ts'
import { damagesOf } from '../damage.ts'
import { groundOf, isEscaped } from '../ground.ts'
import type { Check } from '../rule.ts'

const emptyInPlace = /\^\[[ \t]{0,8}\](?![([{])/g

/** Offsets of `^[ ]`, which takes a number though it has no text. */
export function emptyNotesInPlace(chapter: Chapter): readonly number[] {
  const { masked } = groundOf(chapter)
  return [...masked.matchAll(emptyInPlace)].flatMap(({ index }) =>
    isEscaped(masked, index) ? [] : [index],
  )
}

/** A label, or `^[]`, and nothing after it; text under it belongs to the note only where it is indented. */
export const emptyFootnote: Check = (chapter) => {
  const told = damagesOf(chapter)
  const { masked, at } = groundOf(chapter)
  const inPlace = [...masked.matchAll(emptyInPlace)]
    .filter(({ index }) => !isEscaped(masked, index))
    .map(({ index, 0: whole }) =>
      diagnose('empty-footnote', {
        file: chapter.file,
        position: at(index, index + whole.length),
        message: `the note in its place \`${whole}\` has no text`,
        help: 'write its text between the brackets, or delete it',
      }),
    )
  const labelled = chapter.written.definitions
    .filter(
      ({ empty, position }) =>
        empty &&
        !told.some(({ start, end }) => start < position.end.offset && end > position.start.offset),
    )
    .map(({ label, position: { start } }) =>
      diagnose('empty-footnote', {
        file: chapter.file,
        position: groundOf(chapter).at(start.offset, start.offset + label.length + 4),
        message: `note \`[^${label}]\` has no text`,
        help: `write its text after \`[^${label}]:\` on the same line; further lines are indented by four spaces`,
      }),
    )
  return [...inPlace, ...labelled]
}
