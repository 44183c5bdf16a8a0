import fc, { type Arbitrary } from 'fast-check'

const keys = [
  ...[
    'title',
    'subtitle',
    'language',
    'languages',
    'date',
    'version',
    'status',
    'template',
    'isbn',
  ],
  ...[
    'footnotes',
    'chapters',
    'checks',
    'authors',
    'keywords',
    'first-folio',
    'hyphenation',
    'cover',
  ],
  ...[
    'titel',
    '__proto__',
    'constructor',
    '? x',
    '"',
    '',
    '- ',
    '<<',
    'first',
    'numbering',
    'elsewhere',
  ],
]
const values = [
  ...[
    'Report',
    'en-US',
    '2020-12-15',
    '2024-02-30',
    'no',
    'k.md',
    '../k.md',
    'final',
    'null',
    '~',
    '0o7',
  ],
  ...[
    '-1',
    '0',
    '1',
    '1.5',
    '1e3',
    '0x10',
    '012',
    '.nan',
    '99999999999999999999',
    '568-600',
    '""',
    "'",
  ],
  ...[
    '&a x',
    '*a',
    '!!binary x',
    '!x y',
    '|',
    '>-',
    '[k.md]',
    '[k.md, k.md]',
    '{first: 568}',
    '{',
    '[[',
  ],
  ...[
    '{undefined-footnote: off}',
    '- k.md',
    '{elsewhere: A, footnotes: 1-5}',
    '#',
    '\t',
    '\u0000',
    '---',
  ],
]
const sound = 'title: Report\nlanguage: en\ndate: 2020-12-15\nchapters:\n  - k.md\n'

const line = fc
  .tuple(
    fc.constantFrom('', '', '  ', '\t'),
    fc.constantFrom(...keys),
    fc.constantFrom(': ', ':', ':\n  - ', ' '),
    fc.constantFrom(...values),
  )
  .map((parts) => `${parts.join('')}\n`)

/** A `book.yaml` that is sound but for some lines, or not at all. */
export const settings: Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('', sound, sound),
    fc.array(line, { maxLength: 4 }),
    fc.constantFrom('', '', '---\n', '...\n', '- x\n'),
    fc.nat({ max: 200 }),
  )
  .map(([head, lines, tail, cut]) => {
    const text = head + lines.join('') + tail
    return cut < 40 ? text.slice(0, -cut || undefined) : text
  })
