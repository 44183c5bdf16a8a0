import type { Damage, Finder } from '../damage.ts'
import { isEscaped, type Ground } from '../ground.ts'

/** How far the other bracket is looked for, so that the search stays linear. */
const reach = 2000

/**
 * `[[^568]]`, `[[^568]`, `[^568]]`: a bracket too many beside a sound call, which would be printed.
 * A bracket that belongs to an editor's note around the call, `[so the clerk[^568]]`, is no stray.
 */
export const strayBracket: Finder = (ground) =>
  ground.spelled.flatMap(({ kind, label, position }): Damage[] => {
    const start = position.start.offset
    const end = position.end.offset
    if (kind !== 'call' || !ground.isDefined(label)) return []
    const { masked } = ground
    const before = masked[start - 1] === '[' && !isEscaped(masked, start - 1)
    const after = masked[end] === ']'
    if ((!before && !after) || '({['.includes(masked[end + (after ? 1 : 0)] ?? ' ')) return []
    if (before && '!^]'.includes(masked[start - 2] ?? ' ')) return []
    const both = before && after
    if (!both && (before ? closes(ground, end) : opens(ground, start))) return []
    const from = before ? start - 1 : start
    const to = after ? end + 1 : end
    return [
      {
        rule: 'unclosed-footnote',
        start: from,
        end: to,
        message: `a bracket too many stands ${both ? 'around' : before ? 'before' : 'after'} the call \`[^${label}]\``,
        note: 'it would be printed beside the number',
        help: `write \`[^${label}]\``,
        fix: [
          ...(before ? [{ start: from, end: start, text: '' }] : []),
          ...(after ? [{ start: end, end: to, text: '' }] : []),
        ],
        heals: [{ what: 'call', label, offset: start }],
      },
    ]
  })

/** A bracket that was opened before is closed after `from`, in the same paragraph. */
function closes({ masked }: Ground, from: number): boolean {
  return unpaired(paragraphEnd(masked.slice(from, from + reach))).closed > 0
}

function opens({ masked }: Ground, to: number): boolean {
  const before = masked.slice(Math.max(0, to - reach), to)
  return unpaired(before.slice(before.lastIndexOf('\n\n') + 1)).open > 0
}

const paragraphEnd = (text: string): string => {
  const end = text.indexOf('\n\n')
  return end === -1 ? text : text.slice(0, end)
}

/** Brackets that are opened and not closed in a text, and closed that were not opened. */
function unpaired(text: string): { readonly open: number; readonly closed: number } {
  let open = 0
  let closed = 0
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (character === '\\') at++
    else if (character === '[') open++
    else if (character === ']' && open > 0) open--
    else if (character === ']') closed++
  }
  return { open, closed }
}
