import fc, { type Arbitrary } from 'fast-check'

const oneOf = (...words: readonly string[]): Arbitrary<string> => fc.constantFrom(...words)

/** Few labels, so that calls and texts meet; some of them never should. */
export const label = fc.oneof(
  { weight: 5, arbitrary: oneOf('1', '2', '3', '4', '5', '6', '7', '568', '569', '570') },
  { weight: 2, arbitrary: oneOf('trend', 'Trend', 'a-b', 'ns:x', 'é', 'e\u0301', '56О', '０１') },
  {
    weight: 1,
    arbitrary: oneOf('__proto__', 'constructor', '../x', 'a\\]b', '^', '^1', 'a`b', ''),
  },
)

const word = fc.oneof(
  { weight: 6, arbitrary: oneOf('the', 'notes', 'say', 'A', 'policing.', 'in 2020,', 'see', 'ii') },
  {
    weight: 2,
    arbitrary: oneOf('“so”', '(so)', 'm²', '10⁶', 'закон', '中文', 'نص', 'עברית', '🙂'),
  },
  {
    weight: 1,
    arbitrary: oneOf(
      'word568',
      'word.⁵⁶⁸',
      '<sup>568</sup>',
      '^568^',
      '$^{568}$',
      'note 570',
      '[568]',
    ),
  },
)

const marks = fc.oneof(
  oneOf('*', '**', '_', '~~', '`', '``', '[', ']', '![', '](', '(', ')', '<', '>', '{', '}', '|'),
  oneOf('\\', '\\\\', '\\[', '&amp;', '&#0;', '&#91;', '&copy', '^', '^[', '[^', ']:', '@', '[-@'),
  oneOf('\u00a0', '\u200b', '\u00ad', '\u2028', '\u0085', '\t', '  \n', '\\\n', 'ˆ', '［', '’'),
)

const address = oneOf(
  'https://example.org/a_(b)',
  'https://example.org/?a=1&b=2#c',
  'www.example.org/[^1]',
  'http://пример.рф/',
  'javascript:alert(1)',
  'mailto:a@example.org',
  '<https://example.org/>',
  '#sec-a',
  'file:///etc/passwd',
  '//host/x',
  'a b',
)

export const reference = oneOf(
  '@sec-a',
  '@fig-a',
  '@tbl-a',
  '@fn-1',
  '@fn-trend',
  '@page-sec-a',
  '[-@fig-a]',
  '@k/fn-1',
  '@sec-',
  '@sec-a.',
)

const call = label.map((name) => `[^${name}]`)

/** A run of inline Markdown, sound or not. */
export const inlines: Arbitrary<string> = fc.letrec<{ run: string; one: string }>((tie) => ({
  run: fc
    .array(fc.tuple(tie('one'), oneOf(' ', ' ', ' ', '', '\n')), { minLength: 1, maxLength: 5 })
    .map((parts) => parts.flat().join('').trim() || 'x'),
  one: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 6, arbitrary: word },
    { weight: 3, arbitrary: call },
    { weight: 1, arbitrary: marks },
    { weight: 1, arbitrary: reference },
    { weight: 1, arbitrary: address },
    {
      weight: 1,
      arbitrary: fc
        .tuple(oneOf('*', '**', '_', '~~', '`', '``'), tie('run'))
        .map(([mark, text]) => mark + text + mark),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(tie('run'), address).map(([text, url]) => `[${text}](${url})`),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(tie('run'), label).map(([text, name]) => `[${text}][${name}]`),
    },
    { weight: 1, arbitrary: tie('run').map((text) => `^[${text}]`) },
    { weight: 1, arbitrary: tie('run').map((text) => `[${text}]{lang=ru}`) },
    { weight: 1, arbitrary: tie('run').map((text) => `![${text}](x.svg){#fig-a alt="${text}"}`) },
    { weight: 1, arbitrary: tie('run').map((text) => `<!-- ${text} -->`) },
    { weight: 1, arbitrary: tie('run').map((text) => `<b title="${text}">${text}</b>`) },
  ),
})).run
