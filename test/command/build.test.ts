import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runBuild } from '../../src/command/build.ts'
import { runInit } from '../../src/command/init.ts'
import type { BuildRequest } from '../../src/pipeline.ts'
import { bookYaml, writeFiles } from '../write-book.ts'
import { outside, recorder } from './terminal.ts'

async function build(path: string, out: string, more: Partial<BuildRequest> = {}) {
  const terminal = recorder()
  const request: BuildRequest = {
    path,
    out,
    editions: ['print', 'word', 'epub'],
    draft: false,
    ...more,
  }
  const code = await runBuild(
    request,
    { info: false, quiet: true, format: 'pretty' },
    outside,
    terminal,
  )
  return { code, said: terminal.said(), results: terminal.results() }
}
/** Every file of a folder with its bytes. */
const snapshot = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: false })
      .sort()
      .filter((name) => !name.endsWith('draft'))
      .map((name) => [name, readFileSync(join(folder, name), 'base64')]),
  )

const yaml = bookYaml(['{ elsewhere: A to J, footnotes: 1-567 }', 'k.md'])
const chapter = `---
title: Kazakhstan
footnotes: 568-570
---

## Part {#sec-part}

First.[^568] Second.[^569] Third.[^570]

[^568]: Note one.

[^569]: Note two.

[^570]: Note three.
`

describe('imprimatur build', () => {
  it('makes a new book that builds at once', async () => {
    const folder = join(writeFiles({}), 'book')
    expect(runInit(folder, recorder())).toBe(0)
    const built = await build(folder, join(folder, 'out'))
    expect(built).toMatchObject({ code: 0, said: '' })
    expect(readdirSync(join(folder, 'out')).sort()).toEqual([
      'SHA256SUMS',
      'first-chapter.docx',
      'first-chapter.epub',
      'first-chapter.pdf',
      'manifest.json',
    ])
    const again = recorder()
    expect(runInit(folder, again)).toBe(2)
    expect(again.said()).toContain('is there already, and is a book')
    expect(again.said()).toContain('note: nothing was written; what is there stays as it is')
  })

  it('publishes the whole book and every chapter of a book of several', async () => {
    const folder = writeFiles({
      'book.yaml': bookYaml(['k.md', 'l.md']),
      'k.md': '# K\n\na[^x]\n\n[^x]: X. See @l/fn-y.\n',
      'l.md': '# L\n\nb[^y]\n\n[^y]: Y.\n',
    })
    expect(await build(folder, join(folder, 'out'), { editions: ['epub', 'print'] })).toMatchObject(
      { code: 0, said: '' },
    )
    expect(readdirSync(join(folder, 'out'))).toEqual(
      expect.arrayContaining(['report.epub', 'report.pdf', 'k.epub', 'k.pdf', 'l.epub', 'l.pdf']),
    )
    expect(
      await build(folder, join(folder, 'one'), { chapter: 'l', editions: ['print'] }),
    ).toMatchObject({ code: 0 })
    expect(readdirSync(join(folder, 'one')).sort()).toEqual([
      'SHA256SUMS',
      'l.pdf',
      'manifest.json',
    ])
  })

  it.each<[string, string | RegExp, string, string]>([
    ['undefined', 'Second.[^569]', 'Second.[^999]', 'undefined-footnote'],
    ['a second text', '[^570]: Note', '[^569]: Again.\n\n[^570]: Note', 'duplicate-footnote'],
    ['uncalled', 'Second.[^569]', 'Second.', 'unused-footnote'],
    ['called twice', 'Third.[^570]', 'Third.[^570] Fourth.[^568]', 'footnote-called-twice'],
    [
      'out of order',
      'First.[^568] Second.[^569]',
      'First.[^569] Second.[^568]',
      'footnote-out-of-order',
    ],
    ['after a gap', /570/gu, '571', 'footnote-gap'],
    ['from a wrong start', /\^56([89])/gu, '^55$1', 'footnote'],
    ['typed by hand', 'Second.[^569]', 'Second.⁵⁶⁹', 'footnote-typed-by-hand'],
    ['behind a fence left open', '[^569]: Note', '```\n\n[^569]: Note', 'unclosed-fence'],
  ])(
    'stops at a note that is %s, and changes nothing that is published',
    async (_, from, to, rule) => {
      const folder = writeFiles({
        'book.yaml': yaml,
        'k.md': chapter,
        'bad/book.yaml': yaml,
        'bad/k.md': chapter.replace(from, to),
      })
      const out = join(folder, 'out')
      expect(await build(folder, out, { editions: ['epub'] })).toMatchObject({ code: 0 })
      const before = snapshot(out)
      const { code, said } = await build(join(folder, 'bad'), out, { editions: ['epub'] })
      expect(code).toBe(1)
      expect(said).toContain(`error  ${rule}`)
      expect(said).toMatch(/\n {2}\d+ \| /u)
      expect(said).toMatch(/\n {2}help: /u)
      expect(snapshot(out)).toEqual(before)
    },
  )

  it('gives the same bytes in another folder, another time zone, another language', async () => {
    const files = { 'book.yaml': yaml, 'k.md': chapter }
    const [here, there] = [writeFiles(files), writeFiles(files)]
    await build(here, join(here, 'out'))
    const { TZ, LANG } = process.env
    process.env['TZ'] = 'Asia/Almaty'
    process.env['LANG'] = 'tr_TR.UTF-8'
    await build(there, join(there, 'out'))
    Object.assign(process.env, { TZ: TZ ?? 'UTC', LANG: LANG ?? 'C' })
    expect(snapshot(join(there, 'out'))).toEqual(snapshot(join(here, 'out')))
  })

  it('stamps drafts, and keeps them out of the manifest', async () => {
    const folder = writeFiles({ 'book.yaml': yaml, 'k.md': chapter })
    const { code, results } = await build(folder, join(folder, 'out'), { draft: true })
    expect(code).toBe(0)
    expect(results).toContain(join('out', 'draft', 'k.pdf'))
    expect(readdirSync(join(folder, 'out'))).toEqual(['draft'])
  })
})
