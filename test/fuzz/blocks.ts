import fc, { type Arbitrary } from 'fast-check'
import { inlines, label } from './inlines.ts'

const oneOf = (...words: readonly string[]): Arbitrary<string> => fc.constantFrom(...words)

/** A run without line ends, for what must stand on one line. */
const line = inlines.map((text) => text.replace(/\s*\n/gu, ' '))

/** Every line behind a mark; the first may have another. */
const behind = (block: string, first: string, rest: string): string =>
  block
    .split('\n')
    .map((each, index) => (index === 0 ? first : each === '' ? '' : rest) + each)
    .join('\n')

const table = fc
  .tuple(
    fc.integer({ min: 1, max: 3 }),
    fc.array(line, { minLength: 1, maxLength: 6 }),
    oneOf('\n\n: ', '\n: ', ''),
  )
  .map(([columns, cells, caption]) => {
    const row = (from: number): string =>
      `| ${Array.from({ length: columns }, (_, at) => cells[(from + at) % cells.length] ?? '').join(' | ')} |`
    const rule = `|${' --- |'.repeat(columns)}`
    const said = caption === '' ? '' : `${caption}${cells[0] ?? ''} {#tbl-a}`
    return [row(0), rule, row(1), row(2)].join('\n') + said
  })

/** Blocks that hold no blocks. */
const leaf = fc.oneof(
  { weight: 6, arbitrary: inlines },
  {
    weight: 4,
    arbitrary: fc
      .tuple(label, oneOf(']: ', ']:', '] ', '] : '), inlines)
      .map(([name, colon, text]) => `[^${name}${colon}${text}`),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(oneOf('#', '##', '###', '####'), line, oneOf('', ' {#sec-a}', ' ##'))
      .map((parts) => `${parts[0]} ${parts[1]}${parts[2]}`),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(inlines, oneOf('===', '---', '-'))
      .map(([text, rule]) => `${text}\n${rule}`),
  },
  { weight: 1, arbitrary: table },
  { weight: 1, arbitrary: line.map((text) => `![${text}](x.svg){#fig-a alt="b"}`) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(oneOf('```', '~~~', '````md'), inlines, oneOf('```', '~~~', '````', ''))
      .map(([open, text, close]) => `${open}\n${text}\n${close}`),
  },
  { weight: 1, arbitrary: inlines.map((text) => behind(text, '    ', '    ')) },
  {
    weight: 1,
    arbitrary: fc.tuple(inlines, oneOf('-->', '')).map(([text, end]) => `<!-- ${text} ${end}`),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        oneOf('<div>', '<script>', '</p>', '<x-y z="1">', '<?php', '<!DOCTYPE x', '<![CDATA['),
        inlines,
      )
      .map((parts) => parts.join('\n')),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(label, line)
      .map(([name, text]) => `[${name}]: https://example.org/ "${text}"`),
  },
  {
    weight: 1,
    arbitrary: oneOf(
      '---',
      '***',
      '<!-- imprimatur: allow undefined-footnote, no-such-rule -->',
      '<<<<<<< HEAD',
      '=======',
      '>>>>>>> main',
      '[//]: # (comment)',
      ': a caption {#tbl-a}',
      '|-|',
      '',
    ),
  },
)

/** Blocks in blocks, to some depth. */
const block: Arbitrary<string> = fc.letrec<{ one: string; many: string }>((tie) => ({
  many: fc
    .array(fc.tuple(tie('one'), oneOf('\n\n', '\n\n', '\n', '\n \n')), {
      minLength: 1,
      maxLength: 2,
    })
    .map((parts) => parts.flat().join('').trimEnd()),
  one: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 8, arbitrary: leaf },
    { weight: 1, arbitrary: tie('many').map((text) => behind(text, '> ', '> ')) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(oneOf('- ', '* ', '1. ', '568. ', '-\t', '-     '), tie('many'))
        .map(([mark, text]) => behind(text, mark, ' '.repeat(mark.length))),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(label, tie('many'))
        .map(([name, text]) => behind(text, `[^${name}]: `, '    ')),
    },
  ),
})).one

const metadata = fc.oneof(
  { weight: 4, arbitrary: oneOf('', '# Title\n\n') },
  {
    weight: 1,
    arbitrary: oneOf(
      '---\ntitle: K\nfootnotes: 568-570\n---\n\n',
      '---\ntitle: K\n',
      '---\nfootnotes: 3-1\n---\n',
      '---js\nx\n---\n',
      '--- \n---\n',
      '---\n[x\n---\n',
    ),
  },
)

/** A chapter of the format, sound or not. */
export const documents: Arbitrary<string> = fc
  .tuple(
    metadata,
    fc.array(fc.tuple(block, oneOf('\n\n', '\n\n', '\n\n', '\n', '\n\t\n')), {
      minLength: 1,
      maxLength: 5,
    }),
  )
  .map(([head, blocks]) => head + blocks.flat().join(''))
