import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { beside, cli, isBeside, isThere, read, run, temporary, unless, words } from './programs.ts'

const text = 'chapter/kazakhstan-original.txt'
const absent = unless(isBeside(text) && isThere('pandoc'), 'the import of the typeset original')

describe.skipIf(absent)('the typeset original', () => {
  it('imports, checks and builds with its 33 notes and every word', () => {
    const folder = temporary()
    const chapter = join(folder, 'kazakhstan.md')
    cpSync(beside(text), join(folder, 'original.txt'))
    run(process.execPath, cli, 'import', join(folder, 'original.txt'), '-o', chapter)
    const checked = JSON.parse(
      run(process.execPath, cli, 'check', chapter, '--format', 'json'),
    ) as {
      summary: unknown
    }
    expect(checked.summary).toMatchObject({ notes: 33, first: '568', last: '600', errors: 0 })
    run(process.execPath, cli, 'build', chapter, '--out', join(folder, 'out'))
    run('test', '-s', join(folder, 'out', 'kazakhstan.pdf'))

    // The words of the text in reading order, notes aside, by pandoc and by hand.
    const heads = [
      'Artificial Intelligence and Democratic Values',
      'The AI Social Contract Index 2020',
    ]
    const isNote = (line: string): boolean => /^[⁰¹²³⁴-⁹]/u.test(line)
    let inNotes = false
    const original: string[] = []
    for (const line of read(beside(text)).split('\n')) {
      if (heads.includes(line.trim())) inNotes = false
      else if (isNote(line)) inNotes = true
      else if (!(inNotes && (line.trim() === '' || line.startsWith('<')))) {
        inNotes = false
        original.push(line)
      }
    }
    const expected = words(
      original
        .join('\n')
        .replace(/[⁰¹²³⁴-⁹]+/gu, '')
        .replaceAll('Kazakhstan\n\nOverview', 'Overview'),
    )
    const body = run('pandoc', '-f', 'markdown', '-t', 'json', chapter)
    expect(words(plain((JSON.parse(body) as { blocks: unknown }).blocks))).toEqual(
      expected.slice(expected[0] === 'Kazakhstan' ? 1 : 0),
    )
  })
})

/** The text of pandoc's JSON, notes left out. */
function plain(node: unknown): string {
  if (Array.isArray(node)) return node.map(plain).join('')
  if (typeof node !== 'object' || node === null) return ''
  const { t, c } = node as { t?: string; c?: unknown }
  if (t === 'Str') return String(c)
  if (t === 'Note') return ''
  if (t === 'Space' || t === 'SoftBreak' || t === 'LineBreak') return ' '
  if (t === 'Quoted') return plain((c as unknown[])[1])
  const inner = plain(c)
  return ['Para', 'Plain', 'Header', 'BulletList'].includes(t ?? '') ? `${inner}\n` : inner
}
