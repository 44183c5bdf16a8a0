import { diagnose } from '../../diagnostic/diagnose.ts'
import { nearest } from '../../diagnostic/nearest.ts'
import type { Chapter } from '../../model/book.ts'
import { damagesOf } from '../damage.ts'
import { groundOf, keyOf } from '../ground.ts'
import { once } from '../once.ts'
import { pairingOf } from '../pairing.ts'
import type { Check } from '../rule.ts'
import { looseBraces } from './figure-braces.ts'
import { misnamed } from './reference-kind.ts'

/** `@sec-x` and `[text](#x)` that lead nowhere. A reference to a note that is damaged or unpaired waits for that to be mended. */
export const undefinedReference: Check = (chapter) => [
  ...chapter.written.references
    .filter(
      (reference) =>
        reference.target === 'missing' &&
        !isTold(chapter, reference) &&
        !isSwallowed(chapter, `${reference.kind}-${reference.label}`),
    )
    .map(({ kind, label, chapter: other, position }, _, { length }) => {
      const written = `@${other === undefined ? '' : `${other}/`}${kind}-${label}`
      const like =
        // Of numbers the nearest is no guess.
        other === undefined && !/^\d+$/.test(label)
          ? nearest(`${kind}-${label}`, namesOf(chapter, length))
          : undefined
      return diagnose('undefined-reference', {
        file: chapter.file,
        position,
        message: `the reference \`${written}\` leads to nothing`,
        help:
          like !== undefined
            ? `write \`@${like}\` if that is meant`
            : kind === 'fn'
              ? `write the label of a note of this chapter, or \`@chapter/fn-${label}\` for one of another`
              : `give what is meant the identifier \`{#${kind}-${label}}\``,
      })
    }),
  ...chapter.written.links
    .filter(
      ({ found, url, position: { start } }) =>
        found === false &&
        !isSwallowed(chapter, decoded(url)) &&
        // A call that was pasted as a link.
        !damagesOf(chapter).some(
          (damage) => damage.start <= start.offset && start.offset < damage.end,
        ),
    )
    .map(({ url, position }, _, { length }) => {
      const like = nearest(decoded(url), namesOf(chapter, length))
      return diagnose('undefined-reference', {
        file: chapter.file,
        position,
        message: `the link \`${url}\` leads to nothing`,
        help:
          like === undefined
            ? `give what is meant the identifier \`{${decoded(`#${url.slice(1)}`, 0)}}\``
            : `write \`#${like}\` if that is meant`,
      })
    }),
]

/** The heading or caption that has the name stands where it is not read, of which another rule speaks. */
function isSwallowed(chapter: Chapter, name: string): boolean {
  if (pairingOf(chapter).isCut) return true
  if (looseBraces(chapter).some(({ braces }) => braces.includes(`#${name}`))) return true
  if (misnamed(chapter).some(({ meant }) => meant === name)) return true
  return namesInRows(groundOf(chapter)).has(name)
}

/** Identifiers in the last rows of tables without a caption: the caption was glued to its table. */
const namesInRows = once(({ chapter: { written } }) => {
  const names = new Set<string>()
  for (const { rows, hasCaption } of written.tables) {
    const { start, end } = rows.at(-1)?.position ?? {}
    if (hasCaption || start === undefined || end === undefined) continue
    const row = written.text.slice(start.offset, end.offset)
    for (const [, name = ''] of row.matchAll(/\{#([^{}]*)\}/g)) names.add(name)
  }
  return names
})

function isTold(
  chapter: Chapter,
  { kind, label, chapter: other }: Chapter['written']['references'][number],
): boolean {
  if (kind !== 'fn' || other !== undefined) return false
  const ground = groundOf(chapter)
  return ground.isDefined(label) || ground.lacksText(label) || healedKeys(ground).has(keyOf(label))
}

const healedKeys = once(
  ({ chapter }) =>
    new Set(
      damagesOf(chapter)
        .flatMap(({ heals, meant }) => heals.map(({ label }) => label).concat(meant ?? []))
        .map(keyOf),
    ),
)

// Where more references lead nowhere, a slip is not what happened, and the search would not be linear.
const most = 50

/** All names of a chapter, as a reference would write them; none where `missing` are too many. */
const namesOf = ({ written }: Chapter, missing: number): string[] =>
  missing > most
    ? []
    : [...written.headings, ...written.figures, ...written.tables]
        .flatMap(({ identifier }) => identifier ?? [])
        .concat(written.definitions.map(({ label }) => `fn-${label}`))

function decoded(url: string, from = 1): string {
  try {
    return decodeURIComponent(url.slice(from))
  } catch {
    return url.slice(from)
  }
}
