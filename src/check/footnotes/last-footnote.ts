import { diagnose } from '../../diagnostic/diagnose.ts'
import { contractPosition } from './contract.ts'
import { emptyNotesInPlace } from './empty-footnote.ts'
import { groundOf } from '../ground.ts'
import { numberingOf, positionOf } from '../numbering.ts'
import { pairingOf } from '../pairing.ts'
import type { Check } from '../rule.ts'

/** The contract against the number of notes and their numeric labels. */
export const lastFootnote: Check = (chapter) => {
  const { contract } = chapter
  if (contract === undefined) return []
  const { sequence, unused, isCut } = pairingOf(chapter)
  const { start, end, count, wrong, gaps } = numberingOf(chapter)
  if (isCut || wrong.length > 0) return []
  const last = end ?? contract.first + count - 1
  if (last === contract.last) return []
  // A note that has a text and no call is told of, and would make up for what is missing.
  if (unused.length > 0 && last < contract.last && last + unused.length >= contract.last) return []
  // Numbers were left out on the way, which `footnote-gap` says.
  const left = gaps.reduce((sum, gap) => sum + gap.last - gap.first + 1, 0)
  if (left > 0 && last - contract.last === left) return []
  // An empty note in its place takes a number, and is told of.
  if (last > contract.last && last - contract.last <= emptyNotesInPlace(chapter).length) return []
  // The whole chapter is moved: `first-footnote` says so.
  const shift = (start ?? contract.first) - contract.first
  if (shift !== 0 && last - contract.last === shift) return []
  const lastCall = sequence.at(-1)
  // Every note has lost its call, and is told of.
  if (lastCall === undefined && unused.length > 0) return []
  return [
    diagnose('last-footnote', {
      file: chapter.file,
      position:
        contractPosition(chapter) ??
        (lastCall === undefined ? groundOf(chapter).at(0, 0) : positionOf(chapter, lastCall)),
      message:
        lastCall === undefined
          ? `the chapter promises notes ${contract.first} to ${contract.last}, but calls none`
          : `the chapter promises ${contract.last} as its last note, but ends with ${last}`,
      help:
        lastCall === undefined
          ? 'put the notes back, or take `footnotes` out of the metadata'
          : `write \`footnotes: ${contract.first + shift}-${last}\`, or ${last < contract.last ? 'put the missing note back' : 'see which note is one too many'}`,
      related:
        lastCall === undefined
          ? []
          : [
              {
                file: chapter.file,
                position: positionOf(chapter, lastCall),
                message: 'the last note',
              },
            ],
    }),
  ]
}
