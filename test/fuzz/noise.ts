import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc, { type Arbitrary } from 'fast-check'

const specials = [
  ...['[^', ']', ']:', '[^1]', '[^568]', '[^1]: ', '^[', '[', '![', '](', ')', '(', '{#', '}', '{'],
  ...['`', '```', '\n```\n', '~~~', '<!--', '-->', '<', '>', '</', '<b>', '|', '|-|', '\n|-|-|\n'],
  ...[
    '\\',
    '\t',
    '    ',
    '\n',
    '\n\n',
    '\n    ',
    '\n> ',
    '\n- ',
    '\n1. ',
    '\n# ',
    '\n---\n',
    '===',
  ],
  ...['*', '_', '~~', '$', '&', '&amp;', '&#0;', '&#x5b;', ': ', '@sec-', '@fn-', '@', '[-@', '-'],
  ...[
    'https://',
    'www.',
    'javascript:',
    '<https://x.y>',
    '¹',
    '⁵⁶⁸',
    '0',
    '9',
    '٣',
    'О',
    'é',
    'e\u0301',
  ],
  ...[
    '\u00a0',
    '\u00ad',
    '\u200b',
    '\ufeff',
    '\u2028',
    '\u2029',
    '\u0085',
    '\u202e',
    '\u2066',
    '🙂',
  ],
  ...['\u0000', '\u0007', '\f', '\uffff', '\r', '\r\n', '"', '“', '’', 'ibid', '<<<<<<< a\n', '"}'],
]

/** Every Markdown text of the project. */
const seeds = ['test', 'source', 'templates'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .toSorted()
    .map((name) => readFileSync(join(folder, name), 'utf8')),
)

const place = fc.nat({ max: 1_000_000 })
const change = fc.oneof(
  fc.record({
    kind: fc.constant('insert' as const),
    at: place,
    text: fc.constantFrom(...specials),
  }),
  fc.record({ kind: fc.constant('delete' as const), at: place, length: fc.nat({ max: 40 }) }),
  fc.record({
    kind: fc.constant('double' as const),
    at: place,
    length: fc.nat({ max: 400 }),
    to: place,
  }),
  fc.record({
    kind: fc.constant('splice' as const),
    at: place,
    seed: fc.nat({ max: seeds.length - 1 }),
    from: place,
    length: fc.nat({ max: 400 }),
  }),
)
type Change = typeof change extends Arbitrary<infer T> ? T : never

function changed(text: string, one: Change): string {
  const at = one.at % (text.length + 1)
  const put = (from: number, more: string): string => text.slice(0, from) + more + text.slice(from)
  switch (one.kind) {
    case 'insert':
      return put(at, one.text)
    case 'delete':
      return text.slice(0, at) + text.slice(at + one.length)
    case 'double':
      return put(one.to % (text.length + 1), text.slice(at, at + one.length))
    case 'splice': {
      const other = seeds[one.seed] ?? ''
      const from = one.from % (other.length + 1)
      return put(at, other.slice(from, from + one.length))
    }
  }
}

/** The project's own texts, damaged in a few places. */
export const damaged: Arbitrary<string> = fc
  .tuple(fc.nat({ max: seeds.length - 1 }), place, fc.array(change, { minLength: 1, maxLength: 8 }))
  .map(([seed, from, changes]) => {
    const whole = seeds[seed] ?? ''
    // A window of a long text, so that many can be tried.
    const start = whole.length > 3000 ? from % (whole.length - 2500) : 0
    return changes.reduce(changed, whole.slice(start, start + 3000))
  })
