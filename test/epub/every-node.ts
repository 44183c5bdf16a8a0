import type { Book } from '../../src/model/book.ts'
import type { FrontMatter } from '../../src/model/front-matter.ts'
import {
  blockquote,
  book,
  call,
  chapter,
  code,
  deleted,
  emphasis,
  footnote,
  heading,
  inlineCode,
  inlines,
  lineBreak,
  link,
  list,
  nowhere,
  paragraph,
  reference,
  strong,
  svg,
  table,
  text,
  thematicBreak,
} from './nodes.ts'

const image = { path: 'images/map.svg', format: 'svg', bytes: svg, width: 10, height: 5 } as const

/** Two chapters that hold every node, every kind of reference, and notes with every kind of block. */
export const everyNode: Book = book(
  [
    chapter(
      'first',
      ['The ', emphasis('first')],
      [
        paragraph(['Before any heading.', call('568', '568')]),
        heading(2, 'one', ['One', call('trend', '569')]),
        paragraph([
          emphasis(['a ', emphasis('b'), text(' слово', 'ru')]),
          strong('c'),
          deleted('d'),
          inlineCode('e < f'),
          lineBreak,
          link('https://example.org/?a=1&b=2', 'https://example.org/?a=1&b=2', true),
          link('mailto:a@example.org', ['write', call('list', '570')]),
          link('#two', 'below'),
          text('שלום', 'he'),
        ]),
        heading(4, 'deep', 'Deep'),
        heading(3, 'less-deep', 'Less deep'),
        blockquote([paragraph('Said.'), blockquote([paragraph('Said before.')])]),
        list([[paragraph('a'), list([[paragraph('b')]])], [paragraph('c')]]),
        list([[paragraph('third')], [paragraph('fourth'), code('let x')]], {
          ordered: true,
          start: 3,
          spread: true,
        }),
        {
          ...list([]),
          children: [true, false].map((checked) => ({
            type: 'listItem' as const,
            checked,
            children: [paragraph('task')],
            position: nowhere,
          })),
        },
        table(
          ['', 'Figure', 'Source'],
          [
            ['a', '1,000', reference({ kind: 'note', anchor: 'fn-trend', number: '569' })],
            ['b', '', ['x', call('cell', '571')]],
          ],
          {
            anchor: 'tbl-a',
            number: 1,
            caption: inlines('Main figures'),
            align: [undefined, 'end', 'center'],
          },
        ),
        table(['Lone'], []),
        {
          type: 'figure',
          anchor: 'fig-map',
          number: 1,
          image: 'map.svg',
          alt: 'A "black" <bar>',
          credit: 'Drawn here.',
          caption: inlines(['The map', call('caption', '572')]),
          position: nowhere,
        },
        { type: 'figure', image: 'map.svg', alt: 'Again', caption: [], position: nowhere },
        code('if (a < b && c > d) {\n  x\n}'),
        thematicBreak,
        heading(2, 'two', 'Two'),
        paragraph([
          reference({ title: 'One', anchor: 'one' }),
          reference({ kind: 'figure', number: '1', title: '', anchor: 'fig-map' }),
          reference({ kind: 'table', number: '1', title: '', anchor: 'tbl-a', bare: true }),
          reference({ title: 'Elsewhere' }),
          reference({ title: 'Third', anchor: 'third', chapter: 'The second' }),
        ]),
      ],
      {
        images: { 'map.svg': image },
        notes: [
          footnote('568', '568', 'Plain.'),
          footnote('trend', '569', [paragraph(['See ', emphasis('this')]), paragraph('And more.')]),
          footnote('list', '570', [list([[paragraph('in a list')]]), blockquote([paragraph('q')])]),
          footnote('cell', '571', 'In a cell.'),
          footnote('caption', '572', [
            'Under a ',
            reference({ kind: 'figure', number: '1', anchor: 'fig-map' }),
          ]),
        ],
      },
    ),
    chapter(
      'вторая',
      'The second',
      [heading(2, 'third', 'Third'), paragraph(['Text.', call('573', '573')])],
      { language: 'ru', notes: [footnote('573', '573', 'Last.')] },
    ),
  ],
  {
    subtitle: 'With a subtitle',
    authors: ['A. Author', 'B. Author'],
    contributors: ['An Editor'],
    publisher: 'House',
    rights: '© 2020',
    licence: 'CC BY 4.0',
    description: 'A & B',
    keywords: ['one', 'two'],
    isbn: { epub: '978-0-306-40615-7' },
    status: 'review',
  },
)

export const frontMatter: FrontMatter = {
  titlePage: [
    { role: 'title', children: inlines('Sample') },
    { role: 'subtitle', children: inlines('With a subtitle') },
    { role: 'text', children: inlines(['House', lineBreak, '2020']) },
  ],
  colophon: [
    { role: 'text', children: inlines(['Version 1. ', link('https://example.org/', 'Site')]) },
  ],
}
