import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Cut, Family, Style, StyleName, Template } from '../../src/template/template.ts'
import { pt } from '../../src/unit/length.ts'

const resolve = createRequire(import.meta.url).resolve

function family(name: string, kind: Family['kind'], folder: string, files: string[]): Family {
  const cuts: Cut[] = ['regular', 'italic', 'bold', 'boldItalic']
  const faces = cuts.map((cut, at) => {
    const file = `${folder}/OTF/${files[at] ?? ''}.otf`
    const path = resolve(file)
    return [cut, { key: `${files[at] ?? ''}`, file, path, bytes: readFileSync(path) }]
  })
  return {
    name,
    kind,
    fallbacks: ['Georgia'],
    borrowsFrom: [],
    faces: Object.fromEntries(faces) as Family['faces'],
  }
}

const cutsOf = (stem: string): string[] =>
  ['Regular', 'It', 'Semibold', 'SemiboldIt'].map((cut) => `${stem}-${cut}`)

const plain: Style = {
  family: 'serif',
  cut: 'regular',
  size: pt(10),
  leading: pt(14),
  spaceBefore: pt(0),
  spaceAfter: pt(0),
  align: 'justify',
  indent: pt(10),
  inset: pt(0),
  color: '#1a1a1a',
  tracking: 0,
  caps: 'none',
  figures: 'oldstyle',
  hyphenate: true,
}
const head: Partial<Style> = { cut: 'bold', align: 'start', color: '#1f4e79', hyphenate: false }
const sans: Partial<Style> = { family: 'sans', size: pt(8), leading: pt(11), align: 'start' }

const styles: Partial<Record<StyleName, Partial<Style>>> = {
  note: { family: 'caption', size: pt(8), leading: pt(10.5), spaceAfter: pt(3) },
  quotation: { inset: pt(14), spaceBefore: pt(7), spaceAfter: pt(7) },
  code: { family: 'sans', size: pt(9), align: 'start', hyphenate: false },
  caption: sans,
  credit: { ...sans, size: pt(7) },
  tableHead: { ...sans, cut: 'bold' },
  tableCell: { ...sans, figures: 'lining' },
  chapterTitle: { ...head, cut: 'regular', size: pt(22), leading: pt(26), spaceAfter: pt(28) },
  heading2: { ...head, size: pt(13), leading: pt(16), spaceBefore: pt(20), spaceAfter: pt(6) },
  heading3: { ...head, cut: 'italic', size: pt(11), spaceBefore: pt(14) },
  heading4: { ...head, caps: 'small' },
  heading5: head,
  heading6: { ...head, caps: 'upper', tracking: 50 },
  bookTitle: { ...head, size: pt(26), leading: pt(30), align: 'center' },
  bookSubtitle: { size: pt(14), leading: pt(20), align: 'center' },
  titlePageChapter: { align: 'center', indent: pt(0), spaceBefore: pt(20) },
  titlePageText: { align: 'center', indent: pt(0) },
  colophonText: { ...sans, indent: pt(0) },
  contentsTitle: head,
  contentsEntry: { align: 'start' },
}

const styleNames: StyleName[] = [
  'body',
  'note',
  'quotation',
  'code',
  'caption',
  'credit',
  'tableHead',
  'tableCell',
  'chapterTitle',
  'heading2',
  'heading3',
  'heading4',
  'heading5',
  'heading6',
  'runningHead',
  'folio',
  'bookTitle',
  'bookSubtitle',
  'titlePageChapter',
  'titlePageText',
  'colophonText',
  'contentsTitle',
  'contentsEntry',
]

/** A small house style over the real faces, two optical sizes under one family name. */
export const template: Template = {
  name: 'small',
  page: {
    width: pt(420),
    height: pt(595),
    inner: pt(60),
    outer: pt(48),
    firstBaseline: pt(60),
    lines: 34,
    headBaseline: pt(36),
    footBaseline: pt(560),
  },
  families: {
    serif: family('Source Serif 4', 'serif', 'source-serif', cutsOf('SourceSerif4SmText')),
    caption: family('Source Serif 4', 'serif', 'source-serif', cutsOf('SourceSerif4Caption')),
    sans: family('Source Sans 3', 'sans', 'source-sans', cutsOf('SourceSans3')),
  },
  styles: Object.fromEntries(
    styleNames.map((name) => [name, { ...plain, ...styles[name] }]),
  ) as Template['styles'],
  inks: {},
  colors: { text: '#1a1a1a', accent: '#1f4e79', link: '#1f4e79', rule: '#888888' },
  notes: { separatorWeight: pt(0.5), separatorLength: pt(72), numberWidth: pt(20) },
  lists: { space: pt(7), indent: pt(14), bullets: ['•', '–'] },
  tables: { outerRule: pt(0.6), innerRule: pt(0.3), captionGap: pt(4), columnGap: pt(12) },
  runningHeads: { verso: '{title}', recto: '{chapter}' },
  words: {
    en: {
      date: '{month} {day}, {year}',
      months: ['January', 'February', 'March'],
      figure: 'Figure',
      table: 'Table',
      section: 'Section',
      note: 'note',
      page: 'page',
      notes: 'Notes',
      figures: 'List of figures',
      tables: 'List of tables',
      index: 'Index of sources',
      contents: 'Contents',
      cover: 'Cover',
      titlePage: 'Title page',
      colophon: 'Colophon',
      cite: 'Cite this note',
      permalink: 'Address of note',
      skip: 'Skip to the text',
      backToText: 'back to text',
      source: 'Source',
      draft: 'Draft, not for citation',
      review: 'Review copy',
      embargoed: 'Embargoed',
      embargoedUntil: 'Embargoed until {date}',
      inChapter: '{text} in {chapter}',
      openQuote: '“',
      closeQuote: '”',
      punctuationInside: true,
      continued: 'continued',
    },
  },
  titlePage: '',
  colophon: '',
}
