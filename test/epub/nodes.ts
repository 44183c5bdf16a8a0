import type { Position } from '../../src/diagnostic/diagnostic.ts'
import type { Book, Chapter } from '../../src/model/book.ts'
import type {
  Block,
  CrossReference,
  Footnote,
  FootnoteReference,
  Heading,
  Inline,
  Link,
  List,
  Paragraph,
  Table,
  TableRow,
  Text,
} from '../../src/model/nodes.ts'

const point = { line: 1, column: 1, offset: 0 }
export const nowhere: Position = { start: point, end: point }
export const at = (offset: number): Position => ({ start: { ...point, offset }, end: point })

type Content = string | Inline | readonly (string | Inline)[]

export const inlines = (content: Content): Inline[] =>
  [content]
    .flat()
    .filter((node) => node !== '')
    .map((node) => (typeof node === 'string' ? text(node) : node))

export const text = (value: string, language?: string, offset = 0): Text => ({
  type: 'text',
  value,
  ...(language === undefined ? {} : { language }),
  position: at(offset),
})

export const emphasis = (content: Content): Inline => ({
  type: 'emphasis',
  children: inlines(content),
  position: nowhere,
})

export const strong = (content: Content): Inline => ({
  type: 'strong',
  children: inlines(content),
  position: nowhere,
})

export const deleted = (content: Content): Inline => ({
  type: 'delete',
  children: inlines(content),
  position: nowhere,
})

export const inlineCode = (value: string): Inline => ({
  type: 'inlineCode',
  value,
  position: nowhere,
})

export const lineBreak: Inline = { type: 'break', position: nowhere }

export const link = (url: string, content: Content, bare = false): Link => ({
  type: 'link',
  url,
  bare,
  children: inlines(content),
  position: nowhere,
})

export const call = (label: string, number: string): FootnoteReference => ({
  type: 'footnoteReference',
  note: `fn-${label}`,
  number,
  anchor: `fnref-${label}`,
  position: nowhere,
})

export const reference = (more: Partial<CrossReference>): CrossReference => ({
  type: 'crossReference',
  kind: 'section',
  title: '',
  bare: false,
  page: false,
  position: nowhere,
  ...more,
})

export const paragraph = (content: Content): Paragraph => ({
  type: 'paragraph',
  children: inlines(content),
  position: nowhere,
})

export const heading = (level: Heading['level'], anchor: string, content: Content): Heading => ({
  type: 'heading',
  level,
  anchor,
  children: inlines(content),
  position: nowhere,
})

export const blockquote = (children: Block[]): Block => ({
  type: 'blockquote',
  children,
  position: nowhere,
})

export const list = (items: Block[][], more: Partial<List> = {}): List => ({
  type: 'list',
  ordered: false,
  start: 1,
  spread: false,
  children: items.map((children) => ({ type: 'listItem', children, position: nowhere })),
  position: nowhere,
  ...more,
})

const row = (cells: Content[]): TableRow => ({
  type: 'tableRow',
  cells: cells.map((cell) => ({ type: 'tableCell', children: inlines(cell), position: nowhere })),
  position: nowhere,
})

export const table = (head: Content[], rows: Content[][], more: Partial<Table> = {}): Table => ({
  type: 'table',
  caption: [],
  align: head.map(() => undefined),
  head: row(head),
  rows: rows.map(row),
  position: nowhere,
  ...more,
})

export const code = (value: string): Block => ({ type: 'code', value, position: nowhere })
export const thematicBreak: Block = { type: 'thematicBreak', position: nowhere }

export const footnote = (label: string, number: string, content: Content | Block[]): Footnote => ({
  type: 'footnote',
  label,
  anchor: `fn-${label}`,
  numberAnchor: `fn-${number}`,
  number,
  children: isBlocks(content) ? content : [paragraph(content)],
  reference: `fnref-${label}`,
  position: nowhere,
  referencePosition: nowhere,
})

const blockTypes = new Set(['paragraph', 'list', 'blockquote', 'code', 'table', 'figure'])
const isBlocks = (content: Content | Block[]): content is Block[] =>
  Array.isArray(content) &&
  content.every((node) => typeof node !== 'string' && blockTypes.has(node.type))

export const svg = new TextEncoder().encode(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 5" width="10" height="5"><rect width="10" height="5"/></svg>',
)

export const chapter = (
  id: string,
  title: Content,
  children: Block[],
  more: Partial<Chapter> = {},
): Chapter => ({
  type: 'chapter',
  id,
  file: `${id}.md`,
  title: inlines(title),
  shortTitle: id,
  language: 'en',
  children,
  notes: [],
  images: {},
  written: {} as Chapter['written'],
  ...more,
})

export const book = (parts: Book['parts'], metadata: Partial<Book['metadata']> = {}): Book => ({
  type: 'book',
  name: 'sample',
  published: [],
  metadata: {
    title: 'Sample',
    authors: [],
    contributors: [],
    identifier: 'urn:uuid:7f3b1c1e-6a55-5d0c-9c1e-0c9a5a0b7d11',
    isbn: {},
    keywords: [],
    corrections: [],
    language: 'en',
    languages: {},
    date: '2020-12-15',
    version: '1',
    status: 'final',
    template: 'small',
    footnotes: { numbering: 'continuous', first: 1 },
    firstFolio: 1,
    sourcesIndex: false,
    hyphenation: { exceptions: [] },
    checks: {},
    ...metadata,
  },
  parts,
})
