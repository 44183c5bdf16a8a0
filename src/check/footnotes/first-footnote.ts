import { diagnose } from '../../diagnostic/diagnose.ts'
import { contractPosition } from './contract.ts'
import { numberingOf, positionOf } from '../numbering.ts'
import { numberOf } from '../ground.ts'
import { pairingOf } from '../pairing.ts'
import type { Check } from '../rule.ts'

/** The contract against the numeric labels. A chapter whose notes all have names starts where the contract says. */
export const firstFootnote: Check = (chapter) => {
  const { start, anchor, end } = numberingOf(chapter)
  const { contract } = chapter
  if (contract === undefined || start === undefined || anchor === undefined) return []
  if (start === contract.first || isTold(chapter, contract.first, start)) return []
  return [
    diagnose('first-footnote', {
      file: chapter.file,
      position: contractPosition(chapter) ?? positionOf(chapter, anchor),
      message: `the chapter promises ${contract.first} as its first note, but starts with ${start}`,
      help: `write \`footnotes: ${start}-${end === contract.last ? end : contract.last - contract.first + start}\`, or put the missing note back`,
      related: [
        {
          file: chapter.file,
          position: positionOf(chapter, anchor),
          message: 'the first numbered note',
        },
      ],
    }),
  ]
}

/** The notes that are missing at the start have a text and no call, and are told of already. */
function isTold(chapter: Parameters<Check>[0], promised: number, start: number): boolean {
  const told = new Set(unusedNumbers(chapter))
  for (let number = promised; number < start; number++) if (!told.has(number)) return false
  return promised < start
}

const unusedNumbers = (chapter: Parameters<Check>[0]): (number | undefined)[] =>
  [...pairingOf(chapter).unused.map(({ label }) => label), ...pairingOf(chapter).inNotes].map(
    numberOf,
  )
