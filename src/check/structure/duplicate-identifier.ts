import type { Position } from '../../diagnostic/diagnostic.ts'
import { headPosition } from './head-position.ts'
import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Check } from '../rule.ts'

interface Named {
  readonly identifier?: string
  readonly position: Position
}

/**
 * Two headings, figures or tables of one chapter with one identifier. Names match in any Unicode
 * normal form and case, as references find them. Each chapter has names of its own.
 */
export const duplicateIdentifier: Check = (chapter) => {
  const { headings, figures, tables } = chapter.written
  const named: Named[] = [...headings, ...figures, ...tables]
  const first = new Map<string, Named>()
  return named
    .filter(({ identifier }) => identifier !== undefined)
    .sort((a, b) => a.position.start.offset - b.position.start.offset)
    .flatMap((thing) => {
      const { identifier = '', position } = thing
      const key = identifier.normalize('NFC').toLowerCase()
      const before = first.get(key)
      if (before === undefined) {
        first.set(key, thing)
        return []
      }
      const same = before.identifier === identifier
      return [
        diagnose('duplicate-identifier', {
          file: chapter.file,
          position: headPosition(position),
          message: `the identifier \`${identifier}\` is taken already${same ? '' : `: \`${before.identifier ?? ''}\` differs only in ${before.identifier?.normalize('NFC') === identifier.normalize('NFC') ? 'the form of its letters' : 'case'}`}`,
          help: 'give one of the two another identifier, and its references with it',
          related: [
            {
              file: chapter.file,
              position: headPosition(before.position),
              message: 'first used here',
            },
          ],
        }),
      ]
    })
}
