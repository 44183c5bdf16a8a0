import { inflateSync } from 'node:zlib'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import type { ProvenKind } from '../../src/edition.ts'
import type { Book } from '../../src/model/book.ts'
import { bookOf, closePandoc, make, proofOf, told } from '../proof/editions.ts'

afterAll(closePandoc)

const kinds: readonly ProvenKind[] = ['print', 'word', 'epub']

/** The three editions of a book: the files of each as text, by name. */
async function editionsOf(book: Book) {
  const files = await Promise.all(kinds.map((kind) => make(book, kind)))
  const [print, word, epub] = files.map(({ bytes }) => bytes)
  const zipped = (bytes: Uint8Array | undefined): string =>
    Object.entries(unzipSync(bytes ?? new Uint8Array()))
      .filter(([name]) => /\.(?:xml|rels|xhtml|opf|ncx)$/u.test(name))
      .map(([, content]) => strFromU8(content))
      .join('\n')
  return { files, print: pdfText(print), word: zipped(word), epub: zipped(epub) }
}

/** The objects of a PDF, its streams unpacked. */
function pdfText(bytes: Uint8Array | undefined): string {
  const raw = Buffer.from(bytes ?? []).toString('latin1')
  return raw.replace(/stream\n([\s\S]*?)\nendstream/gu, (whole, data: string) => {
    try {
      return inflateSync(Buffer.from(data, 'latin1')).toString('latin1')
    } catch {
      return whole
    }
  })
}

const unsafe = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(2)',
  '&#106;avascript:alert(3)',
  'vbscript:x4',
  'data:text/html,x5',
  'file:///etc/x6',
  'smb://host/x7',
  '<\\\\\\\\host\\\\x8>',
  'ms-word:ofe|u|https://example.org/x9',
  'https://user:pw@example.org/x10',
]

describe('an address that no edition may lead to', () => {
  it('leads nowhere in any, and its text stays', async () => {
    const links = unsafe.map((url, index) => `- [text${index}](${url})`).join('\n')
    const book = bookOf({ 'k.md': `# K\n\n${links}\n\nA [safe](https://example.org/) one.\n` })
    const { print, word, epub, files } = await editionsOf(book)
    // Every place in which a live address can stand.
    const live = {
      print: [...print.matchAll(/\/URI \(([^)]*)\)/gu)],
      word: [...word.matchAll(/Target="([^"]*)" TargetMode="External"/gu)],
      epub: [...epub.matchAll(/<a [^>]*href="([^"#]+:[^"]*)"/gu)],
    }
    for (const [kind, found] of Object.entries(live))
      expect([...new Set(found.map(([, url]) => url))], kind).toEqual(['https://example.org/'])
    expect(print).not.toMatch(/\/JavaScript|\/Launch|\/OpenAction/u)
    expect(told(await proofOf(book, ...files))).toEqual([])
  })
})

const literal = [
  "{{constructor.constructor('return process')()}} ${7*7} <%= 7*7 %> #{7*7}",
  '{ INCLUDETEXT "c:\\\\secret" } { DDEAUTO c:\\\\x } { HYPERLINK "x" }',
  '\\input{/etc/passwd} and $\\href{x}{y}$ and \\<script>1\\</script>',
  '=1+1 +1 -1 @SUM(A1)',
].join('\n\n')

describe('what other programs would run', () => {
  it('is text in every edition: templates, fields, formulas, markup in escapes and code', async () => {
    const code = [
      '```{=html}\n<script>alert(1)</script>\n```',
      '```{=openxml}\n<w:p><w:fldSimple w:instr="DDEAUTO x"/></w:p>\n```',
      'A `<w:instrText>`{=openxml} and `<iframe>`.',
    ].join('\n\n')
    const book = bookOf({ 'k.md': `# ${'=cmd|x'} {{7*7}}\n\n${literal}\n\n${code}\n` })
    const { word, epub, files } = await editionsOf(book)
    expect(epub).not.toMatch(/<(?:script|iframe)/u)
    const fields = [...word.matchAll(/<w:instrText[^>]*>([^<]*)</gu)].map(([, text]) => text ?? '')
    for (const field of fields)
      expect(field).toMatch(/^ ?(?:TOC|PAGE|PAGEREF|REF|NOTEREF|STYLEREF)\b/u)
    expect(word).not.toMatch(/<w:fldSimple[^>]*(?:INCLUDE|DDE|HYPERLINK)/u)
    // Read back by independent readers, each says what the manuscript says.
    expect(told(await proofOf(book, ...files))).toEqual([])
  })
  it('is text in titles and metadata too', async () => {
    const title = 'a) /OpenAction << /S /JavaScript <script> & ]]> "{{7*7}}" ${7*7}'
    const settings = `subtitle: '${title}'\nauthors: ['${title}']\ndescription: '${title}'\nkeywords: ['${title}']`
    const book = bookOf({ 'k.md': `---\ntitle: '${title}'\n---\n\nText.\n` }, settings)
    const { print, word, epub, files } = await editionsOf(book)
    expect(epub).not.toMatch(/<script/u)
    expect(word).not.toMatch(/<script/u)
    // In strings alone, whose brackets are balanced or escaped (ISO 32000-1, 7.3.4.2).
    expect(print.replace(/\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f\s]*>/gu, '()')).not.toMatch(
      /\/(?:OpenAction|JavaScript|JS)\b(?![^<]*<\/)/u,
    )
    expect(told(await proofOf(book, ...files))).toEqual([])
  })
})
