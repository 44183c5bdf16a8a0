import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { readRevisions } from '../../src/docx-reader/revisions/read-revisions.ts'
import type { RevisedDocument } from '../../src/docx-reader/revisions/revised.ts'
import { toBook } from '../../src/model/to-book.ts'
import { decideBy, type Choice } from '../../src/review/decide.ts'
import { readOrigin } from '../../src/review/read-origin.ts'
import { review, type Reviewed } from '../../src/review/review.ts'
import { carryOver, type Carried } from '../../src/review/three-way.ts'
import { readLone } from '../../src/source/read.ts'
import { punctuate } from '../../src/template/punctuation.ts'
import { word } from '../../src/word/word.ts'
import { writeFiles } from '../write-book.ts'
import { noFrontMatter, reportTemplate } from '../word/make.ts'

/** The parts of a Word file as text. */
export type Parts = Map<string, string>

/** Edits `word/document.xml`, or another part, as a program would. */
export type Edit = (parts: Parts) => void

const template = reportTemplate()

/** The Word edition of a chapter. */
export async function docxOf(markdown: string): Promise<Uint8Array> {
  const folder = writeFiles({ 'chapter.md': markdown })
  const { value, diagnostics } = readLone(`${folder}/chapter.md`, { today: '2020-12-15' })
  if (value === undefined) throw new Error(JSON.stringify(diagnostics))
  const made = await word(punctuate(toBook(value), template), template, noFrontMatter)
  if (made.value === undefined) throw new Error(JSON.stringify(made.diagnostics))
  return made.value.bytes
}

/** A Word file with its parts edited. */
export function edited(bytes: Uint8Array, ...edits: readonly Edit[]): Uint8Array {
  const entries = unzipSync(bytes)
  const xml: Parts = new Map(
    Object.entries(entries)
      .filter(([path]) => /\.(xml|rels)$/u.test(path))
      .map(([path, content]) => [path, strFromU8(content)]),
  )
  for (const edit of edits) edit(xml)
  for (const [path, content] of xml) entries[path] = strToU8(content)
  return zipSync(entries)
}

export function revisionsIn(bytes: Uint8Array): RevisedDocument {
  const { value, diagnostics } = readRevisions(bytes, 'edited.docx')
  if (value === undefined) throw new Error(JSON.stringify(diagnostics))
  return value
}

export interface Outcome extends Reviewed {
  readonly markdown: string
  readonly conflicts: Carried['conflicts']
}

/** What comes back from a Word file: the Markdown with the editor's changes. */
export function reviewed(bytes: Uint8Array, choice: Choice = {}, today?: string): Outcome {
  const document = revisionsIn(bytes)
  const origin = document.origin === undefined ? undefined : readOrigin(document.origin)
  if (origin === undefined) throw new Error('no origin')
  const outcome = review(document, origin, decideBy(choice))
  const base = origin.chapters[0]?.text ?? ''
  const { edits, conflicts } = carryOver(outcome.edits, base, today ?? base)
  let markdown = today ?? base
  for (const { start, end, text } of edits.toReversed())
    markdown = markdown.slice(0, start) + text + markdown.slice(end)
  return { ...outcome, markdown, conflicts }
}

// ---- edits as Word writes them

let nextId = 9000

/** Attributes of a tracked change. */
export const by = (author = 'Editor', date = '2021-01-05T10:00:00Z'): string =>
  ` w:id="${String((nextId += 1))}" w:author="${author}" w:date="${date}"`

export const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escape(text)}</w:t></w:r>`

const deletedRun = (text: string, properties: string): string =>
  `<w:r>${properties}<w:delText xml:space="preserve">${escape(text)}</w:delText></w:r>`

export const ins = (content: string, author?: string, date?: string): string =>
  `<w:ins${by(author, date)}>${content}</w:ins>`

/** Replaces in one part; throws where there is nothing to replace, so that no test passes by accident. */
export function swap(
  pattern: string | RegExp,
  replacement: string | ((...found: string[]) => string),
  part = 'word/document.xml',
): Edit {
  return (parts) => {
    const before = parts.get(part) ?? ''
    const after =
      typeof replacement === 'string'
        ? before.replace(pattern, () => replacement)
        : before.replace(pattern, replacement)
    if (after === before) throw new Error(`nothing to replace: ${String(pattern)}`)
    parts.set(part, after)
  }
}

const literal = (text: string): string => escape(text).replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')

/** The run that holds a text, taken apart round it. */
function inRun(text: string, make: (properties: string) => string, part?: string): Edit {
  const pattern = new RegExp(
    `<w:r>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t xml:space="preserve">([^<]*?)${literal(text)}([^<]*)</w:t></w:r>`,
    'su',
  )
  return swap(
    pattern,
    (_, properties = '', before = '', after = '') => {
      const rest = (piece: string): string =>
        piece === '' ? '' : `<w:r>${properties}<w:t xml:space="preserve">${piece}</w:t></w:r>`
      return rest(before) + make(properties) + rest(after)
    },
    part,
  )
}

const bare = (properties: string): string => properties.replace(/<\/?w:rPr>/gu, '')

/** Tracked: takes a text out. */
export const remove = (text: string, author?: string, part?: string): Edit =>
  inRun(text, (own) => `<w:del${by(author)}>${deletedRun(text, own)}</w:del>`, part)

/** Tracked: puts a text in behind another. */
export const insertAfter = (text: string, added: string, author?: string, part?: string): Edit =>
  inRun(text, (own) => run(text, bare(own)) + ins(run(added, bare(own)), author), part)

/** Tracked: puts a text in before another. */
export const insertBefore = (text: string, added: string, author?: string, part?: string): Edit =>
  inRun(text, (own) => ins(run(added, bare(own)), author) + run(text, bare(own)), part)

/** Tracked: one text for another. */
export const replace = (text: string, added: string, author?: string, part?: string): Edit =>
  inRun(
    text,
    (own) =>
      `<w:del${by(author)}>${deletedRun(text, own)}</w:del>${ins(run(added, bare(own)), author)}`,
    part,
  )

/** Without tracking: one text for another. */
export const retype = (text: string, added: string, part?: string): Edit =>
  inRun(text, (own) => run(added, bare(own)), part)

/** Tracked: other properties for a text. */
export const format = (text: string, properties: string, author?: string, part?: string): Edit =>
  inRun(
    text,
    (own) =>
      run(text, `${properties}<w:rPrChange${by(author)}><w:rPr>${bare(own)}</w:rPr></w:rPrChange>`),
    part,
  )

/** Anything for the run of a text, with its properties. */
export const instead = (text: string, make: (properties: string) => string, part?: string): Edit =>
  inRun(text, (own) => make(bare(own)), part)

const paragraphWith = (text: string): RegExp =>
  new RegExp(`<w:p>(?:(?!</w:p>).)*?${literal(text)}(?:(?!</w:p>).)*</w:p>`, 'su')

/** The paragraph that holds a text, as a whole. */
export const paragraph = (text: string, make: (xml: string) => string, part?: string): Edit =>
  swap(paragraphWith(text), (xml) => make(xml), part)

/** The paragraph's mark, tracked. */
export const marked = (xml: string, change: 'ins' | 'del', author?: string): string => {
  const mark = `<w:rPr><w:${change}${by(author)}/></w:rPr>`
  return xml.includes('</w:pPr>')
    ? xml.replace('</w:pPr>', `${mark}</w:pPr>`)
    : xml.replace('<w:p>', `<w:p><w:pPr>${mark}</w:pPr>`)
}

/** Everything in a paragraph deleted, its mark too. */
export const gone = (xml: string, author?: string): string =>
  marked(
    xml.replace(
      /<w:r>(?:(?!<\/w:r>).)*<\/w:r>/gsu,
      (each) =>
        `<w:del${by(author)}>${each.replace(/<w:t( [^>]*)?>/gu, '<w:delText$1>').replaceAll('</w:t>', '</w:delText>')}</w:del>`,
    ),
    'del',
    author,
  )

/** Tracked: splits the paragraph before a text. Its bookmarks stay with the first half, as in Word. */
export const splitBefore = (text: string, author?: string, style?: string): Edit =>
  swap(paragraphWith(text), (xml) => {
    const properties = /<w:pPr>.*?<\/w:pPr>/su.exec(xml)?.[0] ?? '<w:pPr></w:pPr>'
    const [, own = '', before = '', after = ''] =
      new RegExp(
        `<w:r>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t xml:space="preserve">([^<]*?)(${literal(text)}[^<]*)</w:t></w:r>`,
        'su',
      ).exec(xml) ?? []
    const piece = (said: string): string =>
      said === '' ? '' : `<w:r>${own}<w:t xml:space="preserve">${said}</w:t></w:r>`
    const whole = `<w:r>${own}<w:t xml:space="preserve">${before}${after}</w:t></w:r>`
    const [head = '', tail = ''] = xml.split(whole)
    const second = style === undefined ? properties : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`
    return `${marked(`${head}${piece(before)}</w:p>`, 'ins', author)}<w:p>${second}${piece(after)}${tail}`
  })
