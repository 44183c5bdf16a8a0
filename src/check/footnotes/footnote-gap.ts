import { diagnose } from '../../diagnostic/diagnose.ts'
import { numberingOf, positionOf } from '../numbering.ts'
import type { Check } from '../rule.ts'

/** Numbers left out between one numeric label and the next; a note with a name between them takes one. */
export const footnoteGap: Check = (chapter) =>
  numberingOf(chapter).gaps.map(({ call, before, first, last }) =>
    diagnose('footnote-gap', {
      file: chapter.file,
      position: positionOf(chapter, call),
      message: `note ${call.label} follows note ${before.label}: ${
        first === last ? `number ${first} is missing` : `numbers ${first} to ${last} are missing`
      }`,
      help: 'put the missing note back, or run `imprimatur renumber`, which closes the gap',
      related: [
        {
          file: chapter.file,
          position: positionOf(chapter, before),
          message: 'the note before it',
        },
      ],
    }),
  )
