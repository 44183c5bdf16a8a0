import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runBuild } from '../../src/command/build.ts'
import { runCheck } from '../../src/command/check.ts'
import type { BuildRequest } from '../../src/pipeline.ts'
import { bookYaml, writeFiles } from '../write-book.ts'
import { outside, recorder } from './terminal.ts'

const chapter = (...labels: string[]): string =>
  `# Country\n\n${labels.map((label) => `Said ${label}.[^${label}]`).join(' ')}\n\n${labels
    .map((label) => `[^${label}]: Source of ${label}.\n\n`)
    .join('')}`

const book = (version: string, more = ''): string =>
  bookYaml(['country.md'], `version: ${version}\n${more}footnotes: {first: 580}\n`)

async function release(folder: string, more: Partial<BuildRequest> = {}) {
  const terminal = recorder()
  const request: BuildRequest = {
    path: folder,
    out: join(folder, 'out'),
    editions: ['print'],
    draft: false,
    release: true,
    ...more,
  }
  const options = { info: false, quiet: true, format: 'line' } as const
  const code = await runBuild(request, options, outside, terminal)
  return { code, said: terminal.said() }
}

function check(folder: string) {
  const terminal = recorder()
  const options = { strict: false, info: false, quiet: true, format: 'line' } as const
  const code = runCheck([folder], options, outside, terminal)
  return { code, said: terminal.results() }
}

describe('a release', () => {
  it('writes every number that readers can cite, with its printed page, and guards it', async () => {
    const folder = writeFiles({
      'book.yaml': book('1'),
      'country.md': chapter('580', 'law', 'two'),
    })
    expect(await release(folder)).toEqual({ code: 0, said: '' })
    const register = join(folder, 'published', '1.json')
    const { notes } = JSON.parse(readFileSync(register, 'utf8')) as { notes: unknown[] }
    expect(notes).toMatchObject([
      { chapter: 'country', label: '580', number: '580', page: '1' },
      { label: 'law', number: '581' },
      { label: 'two', number: '582' },
    ])

    // The same version with the same notes may be built again, a corrected one may add 581a.
    expect(await release(folder)).toEqual({ code: 0, said: '' })
    writeFileSync(join(folder, 'book.yaml'), book('1.1'))
    writeFileSync(join(folder, 'country.md'), chapter('580', 'law', '581a', 'two'))
    expect(check(folder)).toEqual({ code: 0, said: '' })
    writeFileSync(join(folder, 'country.md'), chapter('580', 'new', 'law', 'two'))
    expect(check(folder).said).toContain('notes 581–582 of version 1 would become 582–583')

    // A new line of versions counts anew.
    writeFileSync(join(folder, 'book.yaml'), book('2'))
    expect(check(folder)).toEqual({ code: 0, said: '' })
  })

  it('does not publish a version twice with other notes', async () => {
    const folder = writeFiles({ 'book.yaml': book('1'), 'country.md': chapter('a', 'b') })
    await release(folder)
    const before = readFileSync(join(folder, 'published', '1.json'), 'utf8')
    const editions = readdirSync(join(folder, 'out')).map((name) =>
      readFileSync(join(folder, 'out', name), 'base64'),
    )
    writeFileSync(join(folder, 'country.md'), chapter('a', 'b', 'c'))
    const { code, said } = await release(folder)
    expect({ code, said }).toMatchObject({ code: 2 })
    expect(said).toContain('published-version: version 1 was published before')
    expect(readFileSync(join(folder, 'published', '1.json'), 'utf8')).toBe(before)
    expect(
      readdirSync(join(folder, 'out')).map((name) =>
        readFileSync(join(folder, 'out', name), 'base64'),
      ),
    ).toEqual(editions)
  })

  it.each<[string, string, Partial<BuildRequest>]>([
    ['a draft', '', { draft: true }],
    ['a part of a book', '', { chapter: 'country' }],
    ['a book without printed pages', '', { editions: ['word'] }],
    ['a book under review', 'status: review\n', {}],
  ])('is not made of %s', async (_, more, request) => {
    const folder = writeFiles({ 'book.yaml': book('1', more), 'country.md': chapter('a') })
    const { code, said } = await release(folder, request)
    expect(code).toBe(2)
    expect(said).toContain('--release publishes a version')
    expect(existsSync(join(folder, 'published'))).toBe(false)
    expect(existsSync(join(folder, 'out'))).toBe(false)
  })

  it('says so where a register is damaged', () => {
    const folder = writeFiles({ 'book.yaml': book('1'), 'country.md': chapter('a') })
    mkdirSync(join(folder, 'published'))
    writeFileSync(join(folder, 'published', '1.json'), '{"schema": 1, "notes": [')
    const { code, said } = check(folder)
    expect(code).toBe(2)
    expect(said).toContain('the register of a published version is damaged')
  })
})
