import { diagnose } from '../../diagnostic/diagnose.ts'
import type { WrittenHeading } from '../../model/written.ts'
import type { Check } from '../rule.ts'

/** Headings of one level under one parent, compared without regard to case, white space and normal form. */
export const duplicateHeading: Check = (chapter) => {
  const parents: { readonly level: number; readonly seen: Map<string, WrittenHeading> }[] = [
    { level: 0, seen: new Map() },
  ]
  return chapter.written.headings.flatMap((heading) => {
    while ((parents.at(-1)?.level ?? 0) >= heading.level && parents.length > 1) parents.pop()
    const { seen } = parents.at(-1) ?? { seen: new Map<string, WrittenHeading>() }
    parents.push({ level: heading.level, seen: new Map() })
    const key = heading.text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase()
    const first = seen.get(key)
    if (key === '') return []
    if (first === undefined) {
      seen.set(key, heading)
      return []
    }
    return [
      diagnose('duplicate-heading', {
        file: chapter.file,
        position: heading.position,
        message: `the heading \`${heading.text}\` stands twice under one parent`,
        help: 'say in the heading what is different',
        related: [{ file: chapter.file, position: first.position, message: 'the first one' }],
      }),
    ]
  })
}
