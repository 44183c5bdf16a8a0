import { diagnose } from '../../diagnostic/diagnose.ts'
import { groundOf } from '../ground.ts'
import { numberingOf, positionOf } from '../numbering.ts'
import { readingPlaces } from '../pairing.ts'
import type { Check } from '../rule.ts'

/** The fewest calls that break the rising order of numeric labels. The order of the texts is free. */
export const footnoteOutOfOrder: Check = (chapter) => {
  // A call in a heading has to move in any case.
  const inHeadings = new Set(
    chapter.written.calls.flatMap(({ place, position }) =>
      place === 'heading' ? [position.start.offset] : [],
    ),
  )
  const moved = numberingOf(chapter).outOfOrder.filter(({ call }) => !inHeadings.has(call.start))
  if (moved.length === 0) return []
  const placeOf = readingPlaces(groundOf(chapter))
  return moved.map(({ call, next }) => {
    const early = placeOf(next.start) > placeOf(call.start)
    // One of the two stands in the caption after a table.
    const isAgainstLines = early !== next.start > call.start
    const why = isAgainstLines ? ': the caption of a table is read before its cells' : ''
    return diagnose('footnote-out-of-order', {
      file: chapter.file,
      position: positionOf(chapter, call),
      message: `note ${call.label} is called ${early ? 'before' : 'after'} note ${next.label}${why}`,
      help: 'run `imprimatur renumber`, which lets the numbers rise through the text, references with them; or put the call where it belongs',
      related: [
        {
          file: chapter.file,
          position: positionOf(chapter, next),
          message: `note ${next.label} is called here`,
        },
      ],
    })
  })
}
