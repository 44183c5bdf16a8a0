import { diagnose } from '../../diagnostic/diagnose.ts'
import { nearest } from '../../diagnostic/nearest.ts'
import { groundOf, keyOf } from '../ground.ts'
import { pairingOf } from '../pairing.ts'
import type { Check } from '../rule.ts'

// Where more are missing, a slip in a label is not what happened, and the search would not be linear.
const most = 50

/** A parser reads a call without a text as plain text, so the calls come from the scanner. */
export const undefinedFootnote: Check = (chapter) => {
  const ground = groundOf(chapter)
  const unpaired = pairingOf(chapter).undefined
  const labels = [...ground.definitions.values()].flatMap(([first]) => first?.label ?? [])
  return unpaired.map(({ call, meant }) => {
    const others = (ground.spelledByKey.get(keyOf(call.label)) ?? []).filter(
      ({ position }) => position.start.offset !== call.position.start.offset,
    )
    const like = meant?.label ?? (unpaired.length > most ? undefined : nearest(call.label, labels))
    const written = `\`[^${call.label}]: …\``
    return diagnose('undefined-footnote', {
      file: chapter.file,
      position: call.position,
      message: `note \`[^${call.label}]\` is called, but has no text`,
      help:
        meant !== undefined
          ? `call \`[^${meant.label}]\`, which is called nowhere, or write ${written}`
          : like !== undefined && !/^\d+$/.test(call.label)
            ? `write ${written} in this chapter, or call \`[^${like}]\` if that is meant`
            : `write ${written} in this chapter, or \`\\[^${call.label}]\` where brackets are meant`,
      related: [
        ...(meant === undefined
          ? []
          : [
              {
                file: chapter.file,
                position: ground.at(
                  meant.position.start.offset,
                  meant.position.start.offset + meant.label.length + 4,
                ),
                message: 'the text of this note is called nowhere',
              },
            ]),
        ...others.map(({ position }) => ({
          file: chapter.file,
          position,
          message: 'called here too',
        })),
      ],
    })
  })
}
