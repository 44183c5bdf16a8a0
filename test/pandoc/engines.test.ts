import { afterAll, describe, expect, test, vi } from 'vitest'
import { findPandoc } from '../../src/pandoc/native.ts'
import type { PandocInput } from '../../src/pandoc/engine.ts'
import { openPandoc, type Pandoc } from '../../src/pandoc/pandoc.ts'
import { notesOf, plainText } from '../../src/pandoc/text.ts'
import { epubFile, footnote, noteref, wordFile } from './files.ts'

// A busy machine takes many times the second that the embedded pandoc needs to start.
vi.setConfig({ testTimeout: 60_000 })

const native = findPandoc(process.env['PATH'])
if (native === undefined) console.warn('SKIPPED: native pandoc is not tested, none is on the PATH')

const opened: Pandoc[] = []
const open = (options: Parameters<typeof openPandoc>[0]): Pandoc => {
  const pandoc = openPandoc(options)
  opened.push(pandoc)
  return pandoc
}
// One worker for the file: each costs a second.
const embedded = open({ prefer: 'embedded' })
afterAll(() => Promise.all(opened.map((pandoc) => pandoc.close())))

/** What a reader is told: the words and the notes. */
async function told(pandoc: Pandoc, input: PandocInput): Promise<unknown> {
  const { value, diagnostics } = await pandoc.read(input)
  return value === undefined
    ? diagnostics.map(({ message }) => message)
    : { text: plainText(value.blocks), notes: notesOf(value) }
}

const epub = epubFile(
  `<section epub:type="chapter"><h1 id="h">One</h1><p>Text<sup>${noteref('fn-1', 568)}</sup> here.</p><section role="doc-endnotes" epub:type="footnotes">${footnote('fn-1', 568, 'First.')}</section></section>`,
  `<section epub:type="chapter"><h1>Two</h1><p>More${noteref('fn-1', 569)}.</p>${footnote('fn-1', 569, 'Second.')}</section>`,
)

const engines = [
  { name: 'embedded', here: true, pandoc: () => embedded },
  { name: 'native', here: native !== undefined, pandoc: () => open({ prefer: 'native' }) },
]

for (const { name, here, pandoc } of engines) {
  describe.skipIf(!here)(`the ${name} pandoc`, () => {
    test('tells its kind and its version', async () => {
      const engine = await pandoc().engine
      expect(engine?.kind).toBe(name)
      expect(engine?.version).toMatch(/^[23]\.\d+/)
    })

    test('reads the words and the notes of a Word file', async () => {
      expect(await told(pandoc(), { format: 'docx', bytes: await wordFile() })).toEqual({
        text: 'The law was passed.\n“Nobody” came.',
        notes: ['Note one.', 'Note two.'],
      })
    })

    test('reads the notes of an EPUB, with the same id in two chapters', async () => {
      expect(await told(pandoc(), { format: 'epub', bytes: epub })).toEqual({
        text: 'One\nText here.\nTwo\nMore.',
        notes: ['First.', 'Second.'],
      })
    })

    test('tells why a file cannot be read, and reads the next one', async () => {
      const asked = pandoc()
      const broken = await asked.read({ format: 'docx', bytes: new Uint8Array([1, 2, 3]) })
      expect(broken.value).toBeUndefined()
      expect(broken.diagnostics[0]?.rule).toBe('pandoc-failed')
      expect(broken.diagnostics[0]?.message).toContain("couldn't unpack docx container")
      expect(await told(asked, { format: 'epub', bytes: epub })).toHaveProperty('notes')
    })

    test('answers reads asked at once each with its own file', async () => {
      const asked = pandoc()
      const names = ['alpha', 'beta', 'gamma', 'delta']
      const answers = names.map(async (word) =>
        told(asked, { format: 'docx', bytes: await wordFile(word, `${word} again`) }),
      )
      expect(await Promise.all(answers)).toMatchObject(
        names.map((word) => ({ notes: [word, `${word} again`] })),
      )
    })

    test('takes an EPUB to the end without a note whose reference names its file', async () => {
      const bytes = epubFile(
        `<p>A<a epub:type="noteref" href="c1.xhtml#n">1</a>.</p>${footnote('n', 1, 'Lost.')}`,
      )
      expect(await told(pandoc(), { format: 'epub', bytes })).toEqual({ text: 'A1.', notes: [] })
    })
  })
}

test('tells of a file asked for after closing, instead of waiting', async () => {
  const pandoc = openPandoc({ prefer: 'embedded' })
  const bytes = await wordFile()
  const asked = pandoc.read({ format: 'docx', bytes })
  await pandoc.close()
  const message = 'the embedded pandoc was stopped before it had ended'
  expect((await asked).diagnostics).toMatchObject([{ message }])
  expect((await pandoc.read({ format: 'docx', bytes })).diagnostics).toMatchObject([{ message }])
  expect(await pandoc.engine).toBeUndefined()
})

test('ends an embedded pandoc that takes longer than it may', async () => {
  const pandoc = open({ prefer: 'embedded', timeout: 20 })
  const { diagnostics } = await pandoc.read({ format: 'docx', bytes: await wordFile() })
  expect(diagnostics).toMatchObject([
    { rule: 'pandoc-failed', message: 'the embedded pandoc did not end within 0.02 s' },
  ])
})
