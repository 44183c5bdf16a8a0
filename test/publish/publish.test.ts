import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Edition } from '../../src/edition.ts'
import { stage } from '../../src/publish/journal.ts'
import { entryOf, type Manifest } from '../../src/publish/manifest.ts'
import { publish } from '../../src/publish/publish.ts'
import { writeFiles } from '../write-book.ts'

const edition = (kind: Edition['kind'], text: string): Edition => ({
  kind,
  name: 'k',
  bytes: Buffer.from(text),
})
const facts = { notes: { count: 2, first: '568', last: '569' }, words: 10 }
const manifest = (editions: readonly Edition[], source = 'a', identifier = 'urn:a'): Manifest => ({
  schema: 1,
  identifier,
  title: 'T',
  version: '1',
  date: '2020-12-15',
  status: 'final',
  source,
  madeBy: { imprimatur: '0', libraries: {} },
  editions: editions.map((each) => entryOf(each, facts, { identifier, source }, 'read back')),
})
const put = (folder: string, editions: readonly Edition[], source?: string) =>
  publish(folder, editions, manifest(editions, source))
const read = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8')

describe('publication', () => {
  it('puts editions, checksums and the manifest into place, and leaves nothing else', () => {
    const folder = join(writeFiles({}), 'out')
    const { diagnostics } = put(folder, [edition('print', 'P'), edition('word', 'W')])
    expect(diagnostics).toEqual([])
    expect(readdirSync(folder).sort()).toEqual(['SHA256SUMS', 'k.docx', 'k.pdf', 'manifest.json'])
    expect(JSON.parse(read(folder, 'manifest.json'))).toMatchObject({
      editions: [
        { file: 'k.docx', size: 1, notes: { count: 2, first: '568', last: '569' } },
        {
          file: 'k.pdf',
          sha256: '5c62e091b8c0565f1bafad0dad5934276143ae2ccef7a5381e8ada5b1a8d26d2',
        },
      ],
    })
  })
  it('keeps an edition that is not made anew where its source is the same, and removes it where not', () => {
    const folder = join(writeFiles({}), 'out')
    put(folder, [edition('print', 'P'), edition('word', 'W')])
    put(folder, [edition('print', 'P2')])
    expect(read(folder, 'k.docx')).toBe('W')
    expect(JSON.parse(read(folder, 'manifest.json'))).toMatchObject({ editions: [{}, {}] })
    put(folder, [edition('print', 'P3')], 'b')
    expect(existsSync(join(folder, 'k.docx'))).toBe(false)
    expect(JSON.parse(read(folder, 'manifest.json'))).toMatchObject({
      editions: [{ file: 'k.pdf' }],
    })
  })
  it('leaves the editions of another book alone', () => {
    const folder = join(writeFiles({}), 'out')
    put(folder, [edition('print', 'P')])
    const other = [{ ...edition('print', 'Q'), name: 'l' }]
    publish(folder, other, manifest(other, 'b', 'urn:b'))
    expect(read(folder, 'k.pdf')).toBe('P')
    expect(JSON.parse(read(folder, 'manifest.json'))).toMatchObject({
      editions: [{ file: 'k.pdf' }, { file: 'l.pdf' }],
    })
  })
  it('never removes a file that it did not publish', () => {
    const folder = writeFiles({
      'notes.txt': 'mine',
      'manifest.json': '{"schema":1,"editions":[{"file":"../x","source":"z"}]}',
    })
    put(folder, [edition('print', 'P')])
    expect(read(folder, 'notes.txt')).toBe('mine')
  })
  it('that was decided and interrupted is completed by the next start', () => {
    const folder = join(writeFiles({}), 'out')
    put(folder, [edition('print', 'old')])
    stage(
      folder,
      new Map([
        ['k.pdf', 'new'],
        ['k.docx', 'new'],
      ]),
      [],
    )
    expect(read(folder, 'k.pdf')).toBe('old')
    put(folder, [edition('epub', 'E')])
    expect(read(folder, 'k.pdf')).toBe('new')
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
  })
  it('that was not decided is thrown away', () => {
    const folder = join(writeFiles({}), 'out')
    put(folder, [edition('print', 'old')])
    mkdirSync(join(folder, '.imprimatur-staged'))
    writeFileSync(join(folder, '.imprimatur-staged', 'k.pdf'), 'half')
    put(folder, [edition('word', 'W')])
    expect(read(folder, 'k.pdf')).toBe('old')
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
  })
  it('waits for nobody: says who holds the folder, and changes nothing', () => {
    // Process 1 is always alive.
    const folder = writeFiles({ '.imprimatur-lock': '1', 'k.pdf': 'old' })
    expect(put(folder, [edition('print', 'new')]).diagnostics[0]?.message).toMatch(
      /another build \(process 1\)/u,
    )
    expect(read(folder, 'k.pdf')).toBe('old')
  })
  it('takes over the lock of a process that is gone', () => {
    const folder = writeFiles({ '.imprimatur-lock': '999999999' })
    expect(put(folder, [edition('print', 'new')]).diagnostics).toEqual([])
  })
  it('into a folder that is a file says so', () => {
    const folder = writeFiles({ out: 'a file' })
    const { diagnostics } = put(join(folder, 'out'), [edition('print', 'P')])
    expect(diagnostics[0]).toMatchObject({ rule: 'unwritable-output' })
    expect(diagnostics[0]?.message).toMatch(/it is a file, not a folder/u)
  })
  it.skipIf(process.getuid?.() === 0)('into a folder that may not be written says so', () => {
    const folder = writeFiles({ 'k.pdf': 'old' })
    chmodSync(folder, 0o555)
    expect(put(folder, [edition('print', 'new')]).diagnostics[0]?.message).toMatch(
      /may not be written/u,
    )
    chmodSync(folder, 0o755)
    expect(read(folder, 'k.pdf')).toBe('old')
  })
})
