import { describe, expect, it } from 'vitest'
import { chapter, found } from './books.ts'

const cases: readonly (readonly [
  rule: string,
  what: string,
  bad: string,
  good: readonly string[],
])[] = [
  [
    'unbalanced-bidi',
    'controls of direction that are not closed',
    'Words \u202e that read backwards.',
    ['Words \u2067עברית\u2069 again.', 'עברית with English in it.'],
  ],
  [
    'merge-conflict',
    'marks of a merge that was not finished',
    'Words.\n\n<<<<<<< HEAD\n\nOne.\n\n=======\n\nOther.\n\n>>>>>>> main',
    ['Words.\n\n```\n<<<<<<< HEAD\n```', 'Words\n======='],
  ],
  [
    'look-alike-host',
    'a host with a letter of another alphabet',
    'See [the bank](https://b\u0430nk.example/).',
    ['See [the ministry](https://пример.рф/).', 'See [it](https://bank.example/).'],
  ],
  [
    'url-text-differs',
    'a link whose text is another address',
    'See [https://bank.example](https://evil.example).',
    [
      'See [https://bank.example](https://bank.example/).',
      'See [bank.example](https://www.bank.example).',
    ],
  ],
  [
    'line-separator',
    'a line separator of Unicode',
    'Words\u2028that go on.',
    ['Words  \nthat go on.'],
  ],
  [
    'stacked-marks',
    'ten thousand marks on a letter',
    `Words a${'\u0301'.repeat(10_000)} again.`,
    ['Tiếng Việt a\u0323\u0302, ʻŌlelo, i\u0308\u0301.'],
  ],
  [
    'ragged-table',
    'a row with more cells than its table',
    '| a | b |\n| - | - |\n| c | d | e |\n\n: Caption {#tbl-a}\n\nSee @tbl-a.',
    ['| a | b |\n| - | - |\n| c | d |\n\n: Caption {#tbl-a}\n\nSee @tbl-a.'],
  ],
  [
    'look-alike-host',
    'a space without width in an address',
    'See [it](https://exa\u200bmple.org/).',
    ['A word\u00adbreak.', 'می\u200cخواهم'],
  ],
]

describe('what rules of the text find', () => {
  for (const [rule, what, bad, good] of cases) {
    it(`${rule}: ${what}`, () => {
      expect(found(chapter(bad)).told.map((each) => each.split(' ')[1])).toContain(rule)
    })
    it(`${rule}: nothing in what is right`, () => {
      for (const markdown of good)
        expect(found(chapter(markdown)).told.filter((each) => each.endsWith(rule))).toEqual([])
    })
  }
})
