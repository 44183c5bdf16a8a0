import type { Damage, Finder } from '../damage.ts'
import { headsLine, isEscaped, keyOf, type Ground } from '../ground.ts'
import { startsBlock } from './starts-block.ts'

// A label without a close before white space, another bracket or the end.
// U+FEFF, which patterns take for white space, belongs to the label: `footnote-label`.
const opened = /\[\^([^\s[\]\0]{1,80})(?=[[\0]|[^\S\ufeff]|$)/g
const unopened = /(?<![[^])\^([\p{L}\p{N}][^\s[\]^\0]{0,63})\]/gu

/** `[^568` or `^568]`: one bracket of a call is missing, or is another kind of bracket. */
export const unclosedFootnote: Finder = (ground) => [...unclosed(ground), ...neverOpened(ground)]

function unclosed(ground: Ground): Damage[] {
  return [...ground.masked.matchAll(opened)].flatMap(({ index, 1: run = '' }): Damage[] => {
    if (isEscaped(ground.masked, index)) return []
    const label = labelIn(ground, run)
    if (label === undefined) return []
    const after = run.slice(label.length)
    // `[^568)` has a close of the wrong kind, which the mend takes away.
    const wrong = /^[)}>]/.test(after) ? 1 : 0
    const isDefinition =
      headsLine(ground.text, index) &&
      (after.startsWith(':', wrong) || (ground.lacksText(label) && startsBlock(ground.text, index)))
    const end = index + 2 + label.length + wrong
    return [
      {
        rule: 'unclosed-footnote',
        start: index,
        end,
        message: `the bracket of \`${ground.text.slice(index, end)}\` is not closed`,
        help: `write \`[^${label}]${isDefinition ? ':' : ''}\``,
        ...(ground.isDefined(label) || ground.lacksText(label)
          ? { fix: [{ start: end - wrong, end, text: ']' }] }
          : {}),
        heals: [{ what: isDefinition ? 'definition' : 'call', label, offset: index }],
      },
    ]
  })
}

/** The longest head of a run that is a note's label, else its digits, else its word. */
function labelIn(ground: Ground, run: string): string | undefined {
  for (let length = run.length; length > 0; length--) {
    const label = run.slice(0, length)
    if (ground.definitions.has(keyOf(label)) || ground.lacksText(label)) return label
  }
  // A class of characters, `[^a-z`, is no call.
  if (/^[a-zA-Z0-9]-[a-zA-Z0-9](?:\W|$)/.test(run)) return undefined
  return /^(?:\d+|[\p{L}\p{N}][\p{L}\p{N}_-]*)/u.exec(run)?.[0]
}

function neverOpened(ground: Ground): Damage[] {
  return [...ground.masked.matchAll(unopened)].flatMap(({ index, 0: whole, 1: label = '' }) => {
    if (!ground.lacksCall(label) && !ground.lacksText(label)) return []
    const isDefinition = ground.text[index + whole.length] === ':' && headsLine(ground.text, index)
    if (!isDefinition && !ground.lacksCall(label)) return []
    return [
      {
        rule: 'unclosed-footnote' as const,
        start: index,
        end: index + whole.length,
        message: `the bracket of \`${whole}\` is not opened`,
        help: `write \`[^${label}]${isDefinition ? ':' : ''}\``,
        fix: [{ start: index, end: index, text: '[' }],
        heals: [
          {
            what: isDefinition ? ('definition' as const) : ('call' as const),
            label,
            offset: index,
          },
        ],
      },
    ]
  })
}
