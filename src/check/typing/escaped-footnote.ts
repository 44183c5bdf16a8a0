import type { Damage, Finder } from '../damage.ts'
import { headsLine, isEscaped, type Ground } from '../ground.ts'

/** `\\[^568]` where the note has no other call, or its text no other label. A backslash before what is no note is meant. */
export const escapedFootnote: Finder = (ground) => [
  ...opening(ground),
  ...closing(ground),
  ...colon(ground),
  ...entities(ground),
]

const isLost = (ground: Ground, what: 'call' | 'definition', label: string): boolean =>
  what === 'definition' ? ground.lacksText(label) : ground.lacksCall(label)

function opening(ground: Ground): Damage[] {
  return ground.chapter.written.scan.footnotes.flatMap(
    ({ kind, label, escaped, surroundings, position: { start, end } }) => {
      if (!escaped || surroundings !== 'text' || !isLost(ground, kind, label)) return []
      const from = ground.text[start.offset + 1] === '\\' ? start.offset : start.offset - 1
      const backslash = from === start.offset ? start.offset + 1 : from
      return [damage(ground, kind, label, { from, end: end.offset, backslash })]
    },
  )
}

/** `[^568\\]`: the first bracket stands, and the last one is escaped. */
function closing(ground: Ground): Damage[] {
  if (!ground.masked.includes('\\]')) return []
  return [...ground.masked.matchAll(/\[\^([^\s[\]\\\0]{1,80})\\\](:?)/g)].flatMap(
    ({ index, 0: whole, 1: label = '', 2: mark }) => {
      if (isEscaped(ground.masked, index)) return []
      const what = mark === ':' && headsLine(ground.text, index) ? 'definition' : 'call'
      if (!isLost(ground, what, label)) return []
      const end = index + whole.length - (what === 'call' ? (mark?.length ?? 0) : 0)
      return [
        damage(ground, what, label, { from: index, end, backslash: index + 2 + label.length }),
      ]
    },
  )
}

/** `[^568]\\: Text`. */
function colon(ground: Ground): Damage[] {
  return ground.spelled.flatMap(({ label, position: { start, end } }) => {
    if (!ground.text.startsWith('\\:', end.offset) || !headsLine(ground.text, start.offset))
      return []
    if (!ground.lacksText(label)) return []
    return [
      damage(ground, 'definition', label, {
        from: start.offset,
        end: end.offset + 2,
        backslash: end.offset,
      }),
    ]
  })
}

// What stands for `[`, `^` and `]` in HTML and in addresses; a bracket that stands for itself is `opening`'s.
const spelled =
  /(\[|&#(?:91|x5b);|&lsqb;|&lbrack;|%5B)(\^|&#(?:94|x5e);|&Hat;|%5E)([^\s[\]&%;\0]{1,80})(\]|&#(?:93|x5d);|&rsqb;|&rbrack;|%5D)/gi

/** One of the three at least, before all of them are looked for. */
const oneSpelled = /&(?:#(?:9[134]|x5[bde])|[lr]sqb|[lr]brack|Hat);|%5[BDE]/i

function entities(ground: Ground): Damage[] {
  if (!oneSpelled.test(ground.masked)) return []
  return [...ground.masked.matchAll(spelled)].flatMap(
    ({ index, 0: whole, 1: open, 2: caret, 3: label = '', 4: close }) => {
      if (open === '[' && caret === '^' && close === ']') return []
      const isDefinition =
        ground.text[index + whole.length] === ':' && headsLine(ground.text, index)
      const what = isDefinition ? 'definition' : 'call'
      if (!isLost(ground, what, label)) return []
      const end = index + whole.length + (isDefinition ? 1 : 0)
      return [
        {
          rule: 'escaped-footnote' as const,
          start: index,
          end,
          message: `\`${whole}\` is \`[^${label}]\`, escaped as a converter does it`,
          help: `write \`[^${label}]${isDefinition ? ':' : ''}\``,
          fix: [{ start: index, end, text: `[^${label}]${isDefinition ? ':' : ''}` }],
          heals: [{ what, label, offset: index } as const],
        },
      ]
    },
  )
}

function damage(
  ground: Ground,
  what: 'call' | 'definition',
  label: string,
  { from, end, backslash }: { from: number; end: number; backslash: number },
): Damage {
  const isColon = ground.text[backslash + 1] === ':'
  return {
    rule: 'escaped-footnote',
    start: from,
    end,
    message: `the ${isColon ? 'colon after' : 'bracket of'} \`[^${label}]\` is escaped with a backslash`,
    help: `write \`[^${label}]${what === 'definition' ? ':' : ''}\` without the backslash`,
    fix: [{ start: backslash, end: backslash + 1, text: '' }],
    heals: [{ what, label, offset: from }],
  }
}
