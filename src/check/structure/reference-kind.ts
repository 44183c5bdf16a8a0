import type { Position } from '../../diagnostic/diagnostic.ts'
import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Chapter } from '../../model/book.ts'
import { headPosition } from './head-position.ts'
import type { Check } from '../rule.ts'

const kinds = { sec: 'section', fig: 'figure', tbl: 'table', fn: 'note' } as const
type KindPrefix = keyof typeof kinds

interface Misnamed {
  readonly prefix: KindPrefix
  readonly identifier: string
  /** With the prefix of what it is. */
  readonly meant: string
  readonly position: Position
}

/** Things whose identifier begins as that of another kind does: a figure `{#tbl-x}`. */
export function misnamed({ written }: Chapter): readonly Misnamed[] {
  const named = [
    ...written.headings.map((thing) => ({ ...thing, prefix: 'sec' as const })),
    ...written.figures.map((thing) => ({ ...thing, prefix: 'fig' as const })),
    ...written.tables.map((thing) => ({ ...thing, prefix: 'tbl' as const })),
  ]
  return named.flatMap(({ identifier = '', prefix, position }) => {
    const [, own, rest = ''] = /^(sec|fig|tbl|fn)-(.+)$/u.exec(identifier) ?? []
    if (own === undefined || own === prefix) return []
    return [{ prefix, identifier, meant: `${prefix}-${rest}`, position }]
  })
}

/** `@fig-x` where `fig-x` is the identifier of a table; without such a reference, the identifier itself. */
export const referenceKind: Check = (chapter) => {
  const { references } = chapter.written
  const wrong = references.flatMap((reference) => {
    const { kind, label, target, position } = reference
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
  const told = new Set(references.map(({ kind, label }) => `${kind}-${label}`))
  const unread = misnamed(chapter).filter(({ identifier }) => !told.has(identifier))
  return [
    ...wrong,
    ...unread.map(({ prefix, identifier, meant, position }) =>
      diagnose('reference-kind', {
        file: chapter.file,
        position: headPosition(position),
        message: `the identifier \`${identifier}\` of a ${kinds[prefix]} is that of another kind of thing`,
        help: `write \`{#${meant}}\`, and \`@${meant}\` where it is referred to`,
      }),
    ),
  ]
}
