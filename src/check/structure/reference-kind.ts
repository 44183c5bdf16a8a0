import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Check } from '../rule.ts'

const kinds = { sec: 'section', fig: 'figure', tbl: 'table', fn: 'note' } as const

/** `@fig-x` where `fig-x` is the identifier of a table. */
export const referenceKind: Check = (chapter) =>
  chapter.written.references.flatMap(({ kind, label, target, position }) => {
    if (target === 'missing' || target === 'elsewhere' || target === kinds[kind]) return []
    const right = Object.entries(kinds).find(([, name]) => name === target)?.[0] ?? kind
    return [
      diagnose('reference-kind', {
        file: chapter.file,
        position,
        message: `\`@${kind}-${label}\` leads to a ${target}, not to a ${kinds[kind]}`,
        help: `give the ${target} the identifier \`${right}-${label}\`, and write \`@${right}-${label}\``,
      }),
    ]
  })
