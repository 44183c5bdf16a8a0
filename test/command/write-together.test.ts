import {
  chmodSync,
  existsSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { completeRewriting, writeTogether } from '../../src/command/write-together.ts'
import { writeFiles } from '../write-book.ts'

const bytes = (text: string): Buffer => Buffer.from(text)
const rewritten = (file: string, before: string, after: string) => ({
  file,
  before: bytes(before),
  after: bytes(after),
})
const read = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8')

describe('writing together', () => {
  it('changes all files, keeps their modes, and leaves nothing beside them', () => {
    const folder = writeFiles({ 'a.md': 'a', 'in/b.md': 'b' })
    chmodSync(join(folder, 'a.md'), 0o600)
    const [a, b] = [join(folder, 'a.md'), join(folder, 'in', 'b.md')]
    expect(
      writeTogether(new Map([[folder, [rewritten(a, 'a', 'A'), rewritten(b, 'b', 'B')]]])),
    ).toBeUndefined()
    expect([read(folder, 'a.md'), read(folder, 'in/b.md')]).toEqual(['A', 'B'])
    expect(statSync(a).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual([
      'a.md',
      'in',
      join('in', 'b.md'),
    ])
  })

  it('changes no file where one was changed meanwhile', () => {
    const folder = writeFiles({ 'a.md': 'a', 'b.md': 'other' })
    const files = [
      rewritten(join(folder, 'a.md'), 'a', 'A'),
      rewritten(join(folder, 'b.md'), 'b', 'B'),
    ]
    expect(writeTogether(new Map([[folder, files]]))).toMatch(/changed by another program/u)
    expect([read(folder, 'a.md'), read(folder, 'b.md')]).toEqual(['a', 'other'])
    expect(readdirSync(folder).sort()).toEqual(['a.md', 'b.md'])
  })

  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
  /** As a process leaves it that is ended between two renames. */
  function interrupted(): string {
    const folder = writeFiles({ 'a.md': 'a', 'b.md': 'b', 'c.md': 'c' })
    const renames = ['a', 'b', 'c'].map((name) => ({ target: `${name}.md`, before: sha256(name) }))
    writeFileSync(join(folder, '.imprimatur-rewrite.json'), JSON.stringify({ renames }))
    for (const name of ['a', 'b', 'c'])
      writeFileSync(join(folder, `.${name}.md.imprimatur-part`), name.toUpperCase())
    renameSync(join(folder, '.a.md.imprimatur-part'), join(folder, 'a.md'))
    return folder
  }

  it('is completed by the next start, but for what a person has changed since', () => {
    const folder = interrupted()
    writeFileSync(join(folder, 'c.md'), 'mine')
    completeRewriting(folder)
    expect(['a.md', 'b.md', 'c.md'].map((name) => read(folder, name))).toEqual(['A', 'B', 'mine'])
    expect(readdirSync(folder).sort()).toEqual(['a.md', 'b.md', 'c.md'])
  })

  it('moves nothing out of the folder, whatever a journal says', () => {
    const away = writeFiles({ 'x.md': 'x', '.x.md.imprimatur-part': 'X' })
    const folder = writeFiles({ 'a.md': 'a' })
    const target = join('..', realpathSync(away).split('/').at(-1) ?? '', 'x.md')
    const journal = join(folder, '.imprimatur-rewrite.json')
    writeFileSync(journal, JSON.stringify({ renames: [{ target, before: sha256('x') }, null, 7] }))
    completeRewriting(folder)
    expect(read(away, 'x.md')).toBe('x')
    expect(existsSync(journal)).toBe(false)
    writeFileSync(journal, 'no journal')
    completeRewriting(folder)
    expect(existsSync(journal)).toBe(false)
  })
})
