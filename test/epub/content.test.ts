import { expect, test } from 'vitest'
import {
  blockquote,
  call,
  code,
  emphasis,
  footnote,
  heading,
  inlines,
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
import { bodyOf } from './open.ts'

const golden = (topic: string): string => `./${topic}.xhtml`

test('a note is an aside at the chapter’s end, its number the way back to its call', async () => {
  const body = await bodyOf(
    [paragraph(['One.', call('568', '568'), ' Two.', call('trend', '569')])],
    {
      notes: [
        footnote('568', '568', ['See ', emphasis('this'), '.']),
        footnote('trend', '569', [paragraph('First.'), paragraph('Second.')]),
      ],
    },
  )
  await expect(body).toMatchFileSnapshot(golden('notes'))
})

test('a note that begins with a list keeps its number on a line before it', async () => {
  const body = await bodyOf([paragraph(['One.', call('a', '581a')])], {
    notes: [footnote('a', '581a', [list([[paragraph('in a list')]])])],
  })
  await expect(body).toMatchFileSnapshot(golden('note-of-a-list'))
})

test('sections nest as their headings do, whatever levels are left out', async () => {
  const body = await bodyOf([
    paragraph('Before.'),
    heading(2, 'a', 'A'),
    heading(4, 'b', 'B'),
    paragraph('In B.'),
    heading(3, 'c', 'C'),
    heading(2, 'd', 'D'),
    paragraph('In D.'),
  ])
  await expect(body).toMatchFileSnapshot(golden('sections'))
})

test('lists keep their first number, their white and their ticks', async () => {
  const task = (checked: boolean, word: string) => ({
    type: 'listItem' as const,
    checked,
    children: [paragraph(word)],
    position: nowhere,
  })
  const body = await bodyOf([
    list([[paragraph('a'), list([[paragraph('b')]])], [paragraph('c')]]),
    list([[paragraph('d')], [paragraph('e'), paragraph('f')]], {
      ordered: true,
      start: 4,
      spread: true,
    }),
    { ...list([]), children: [task(true, 'done'), task(false, 'open')] },
    { ...list([]), spread: true, children: [task(true, 'done')] },
  ])
  await expect(body).toMatchFileSnapshot(golden('lists'))
})

test('a table names its columns, and an empty corner is no header', async () => {
  const body = await bodyOf([
    table(['', 'Figure'], [['Cameras', '4,000']], {
      anchor: 'tbl-a',
      number: 2,
      caption: inlines('Main figures'),
      align: [undefined, 'end'],
    }),
    table(['Without rows'], []),
  ])
  await expect(body).toMatchFileSnapshot(golden('tables'))
})

test('a figure has its alternative text, caption and credit', async () => {
  const image = { path: 'a/The Map.svg', format: 'svg' as const, bytes: svg, width: 1, height: 1 }
  const body = await bodyOf(
    [
      {
        type: 'figure',
        anchor: 'fig-map',
        number: 1,
        image: 'map',
        alt: 'A map',
        credit: 'Drawn here.',
        caption: inlines(['The ', strong('map')]),
        position: nowhere,
      },
      { type: 'figure', image: 'map', alt: 'Again', caption: [], position: nowhere },
    ],
    { images: { map: image } },
  )
  await expect(body).toMatchFileSnapshot(golden('figures'))
})

test('quotations, code and breaks stay what they are', async () => {
  const body = await bodyOf([
    blockquote([paragraph('Said.'), blockquote([paragraph('Said before.')])]),
    code('if (a < b) {\n  c && d\n}'),
    thematicBreak,
  ])
  await expect(body).toMatchFileSnapshot(golden('blocks'))
})

test('references say what print says, and lead there where it is present', async () => {
  const body = await bodyOf([
    heading(2, 'one', 'One'),
    paragraph([
      reference({ title: 'One', anchor: 'one' }),
      '; ',
      reference({ kind: 'note', number: '12' }),
      '; ',
      reference({ kind: 'table', number: '2', anchor: 'gone' }),
    ]),
  ])
  await expect(body).toMatchFileSnapshot(golden('references'))
})

test('a text in another language bears it, and its direction where that turns', async () => {
  const body = await bodyOf([
    paragraph([emphasis(text('Об утверждении', 'ru')), text('same', 'en'), text('שלום', 'he')]),
  ])
  await expect(body).toMatchFileSnapshot(golden('languages'))
})

test('bullets go by depth among lists of both kinds, and long numbers have room', async () => {
  const body = await bodyOf([
    list([[paragraph('a'), list([[paragraph('b')]])]], { ordered: true, start: 10 }),
  ])
  expect(body).toContain('<ol start="10" class="figures-2">')
  expect(body).toContain('<ul class="depth-2">')
})

test('short cells of words are marked as such, fewer the more columns there are', async () => {
  const cells = ['Item 10', 'Mar. 11, 2020', 'Ministry of Education', 'one']
  const body = await bodyOf([table(cells.slice(0, 2), []), table(cells, [])])
  const heads = [...body.matchAll(/<th scope="col"( class="short")?>/gu)]
  expect(heads.map(([, short]) => short !== undefined)).toEqual([
    ...[true, true],
    ...[true, false, false, false],
  ])
})

test('a drawing that is taller than wide is no larger than print sets it', async () => {
  const image = { path: 'a/tall.svg', format: 'svg' as const, bytes: svg, width: 1, height: 2 }
  const body = await bodyOf(
    [{ type: 'figure', image: 'tall', alt: 'A', caption: [], position: nowhere }],
    { images: { tall: image } },
  )
  expect(body).toContain('style="width: min(100%, 19.6em, 47.5vh)"')
})
