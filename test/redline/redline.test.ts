import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DocxContents } from '../../src/docx-reader/contents.ts'
import { readDocx } from '../../src/docx-reader/read-docx.ts'
import { redline } from '../../src/redline/redline.ts'
import { unpack, type Parts } from '../../src/word/normalise.ts'
import { word } from '../../src/word/word.ts'
import { bookOf, noFrontMatter, reportTemplate } from '../word/make.ts'
import { pairs } from './pairs.ts'
import { settled, withCalledNotes } from './settle.ts'

const editor = { author: 'An editor', date: '2020-12-15T00:00:00Z' }
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'imprimatur-redline-'))
  const dot =
    '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10"/></svg>'
  writeFileSync(join(folder, 'dot.svg'), dot)
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

async function partsOf(markdown: string): Promise<Parts> {
  const file = join(folder, 'chapter.md')
  writeFileSync(file, `---\ntitle: T\nlanguage: en-US\ndate: 2020-12-15\n---\n\n${markdown}\n`)
  const made = await word(bookOf(file), reportTemplate(), noFrontMatter, { isPublic: true })
  if (made.value === undefined) throw new Error(JSON.stringify(made.diagnostics))
  return unpack(made.value.bytes)
}

function said(parts: Parts, way?: 'accept' | 'reject'): unknown {
  const document = parts.get('word/document.xml') as string
  const footnotes = parts.get('word/footnotes.xml') as string
  const text = way === undefined ? document : settled(document, way)
  const notes = withCalledNotes(way === undefined ? footnotes : settled(footnotes, way), text)
  const entries = [...parts].map(([path, content]) => {
    const own =
      path === 'word/document.xml' ? text : path === 'word/footnotes.xml' ? notes : content
    return [path, typeof own === 'string' ? strToU8(own) : own]
  })
  const { value, diagnostics } = readDocx(
    zipSync(Object.fromEntries(entries) as Record<string, Uint8Array>),
    'x.docx',
  )
  if (value === undefined) throw new Error(JSON.stringify(diagnostics))
  return contentsOf(value)
}

/** What a file says, without the ids by which its parts name each other, and with runs of one look as one. */
const contentsOf = ({ blocks, footnotes, references }: DocxContents): unknown =>
  JSON.parse(
    JSON.stringify({ blocks, footnotes, references }, (name, value: unknown) =>
      name === 'id' || name === 'footnote' ? undefined : name === 'runs' ? joined(value) : value,
    ),
  )

function joined(runs: unknown): unknown {
  const out: { text: string }[] = []
  for (const { text, footnote, ...look } of runs as { text: string; footnote?: string }[]) {
    const last = out.at(-1)
    const isCall = footnote !== undefined
    const run = { ...look, ...(isCall && { isCall }), text }
    const isAlike = (a: object, b: object): boolean =>
      JSON.stringify({ ...a, text: '' }) === JSON.stringify({ ...b, text: '' })
    if (last !== undefined && !isCall && !('alt' in look) && isAlike(last, run)) last.text += text
    else out.push(run)
  }
  return out
}

describe('a redline', () => {
  it.each(Object.entries(pairs))(
    'accepted is the new file, rejected the old: %s',
    async (_, [old, now]) => {
      const [before, after] = [await partsOf(old), await partsOf(now)]
      const { parts, isSame } = redline(before, after, editor)
      expect(isSame).toBe(old === now)
      expect(said(parts, 'accept')).toEqual(said(after))
      expect(said(parts, 'reject')).toEqual(said(before))
      // And the other way round, so that what came goes.
      const back = redline(after, before, editor)
      expect(said(back.parts, 'accept')).toEqual(said(before))
      expect(said(back.parts, 'reject')).toEqual(said(after))
    },
  )

  it('marks words, not paragraphs', async () => {
    const { parts } = redline(
      await partsOf('The court sat late on Monday, and many came.'),
      await partsOf('The court rose early on Monday, and many came.'),
      editor,
    )
    const document = parts.get('word/document.xml') as string
    const texts = (mark: string): readonly (string | undefined)[] =>
      [...document.matchAll(new RegExp(`<w:${mark} .*?</w:${mark}>`, 'gu'))].map(
        ([change]) => />([^<]+)</u.exec(change)?.[1],
      )
    expect(texts('del')).toEqual(['sat late'])
    expect(texts('ins')).toEqual(['rose early'])
    expect(document).toContain('w:author="An editor" w:date="2020-12-15T00:00:00Z"')
  })
})
