import { chmodSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runCheck } from '../../src/command/check.ts'
import { runFix, type FixOptions } from '../../src/command/fix.ts'
import { diagnose } from '../../src/diagnostic/diagnose.ts'
import type { Diagnostic, Fix } from '../../src/diagnostic/diagnostic.ts'
import { mend, type Checkup } from '../../src/rewrite/mend.ts'
import { applyEdits, sourceText } from '../../src/rewrite/source-text.ts'
import { outside, recorder } from '../command/terminal.ts'
import { bookYaml, writeFiles } from '../write-book.ts'

function fix(folder: string, paths: readonly string[], more: Partial<FixOptions> = {}) {
  const terminal = recorder()
  const options: FixOptions = { dryRun: false, info: false, quiet: false, format: 'line', ...more }
  const code = runFix(
    paths.map((path) => join(folder, path)),
    options,
    outside,
    terminal,
  )
  const plain = (text: string): string =>
    text.replaceAll(/(?<=^[-+]{3} [ab]\/).*\//gmu, '').replaceAll(`${folder}/`, '')
  return { code, said: plain(terminal.said()), out: plain(terminal.results()) }
}

const damaged = `# T

One.[^1 Two.\\[^2] Three.[^ 3] Four.[^x] [^1]: One.

[^2]: Two.

[^3]: Three.
`
const mended = `# T

One.[^1] Two.[^2] Three.[^3] Four.[^x]

[^1]: One.

[^2]: Two.

[^3]: Three.
`

describe('imprimatur fix', () => {
  it('applies what is certain, shows it, and leaves the rest', () => {
    const folder = writeFiles({ 'k.md': damaged })
    const { code, said, out } = fix(folder, ['k.md'])
    expect(readFileSync(join(folder, 'k.md'), 'utf8')).toBe(mended)
    expect(said).toMatch(
      /k\.md:3:\d+: error undefined-footnote: [^\n]+\n4 mended, 1 left for you\n$/u,
    )
    expect(out).toMatch(/^--- a\/k\.md\n\+\+\+ b\/k\.md\n@@ -1,6 \+1,8 @@\n/u)
    expect(out).toContain('-One.[^1 Two.\\[^2] Three.[^ 3] Four.[^x] [^1]: One.\n+One.[^1] Two.')
    expect(code).toBe(1)
  })

  it('tells what would be left where it stands in the file as it is', () => {
    const folder = writeFiles({ 'k.md': damaged })
    const { said } = fix(folder, ['k.md'], { dryRun: true })
    const column = (damaged.split('\n')[2] ?? '').indexOf('[^x]') + 1
    expect(said).toContain(`k.md:3:${column}: error undefined-footnote`)
  })

  it('tells only of the rules that are named, and counts the others', () => {
    const folder = writeFiles({ 'k.md': damaged })
    const { said, code } = fix(folder, ['k.md'], { rules: ['space-in-footnote'] })
    expect(said).toBe('1 mended, 0 left for you, and 4 of other rules\n')
    expect(code).toBe(1)
  })

  it('changes nothing the second time, and nothing on a dry run', () => {
    const folder = writeFiles({ 'k.md': damaged })
    const dry = fix(folder, ['k.md'], { dryRun: true })
    expect(dry.said).toContain('4 would be mended, 1 left for you')
    expect(readFileSync(join(folder, 'k.md'), 'utf8')).toBe(damaged)
    expect(fix(folder, ['k.md']).out).toBe(dry.out)
    expect(fix(folder, ['k.md'])).toMatchObject({ out: '' })
    expect(readFileSync(join(folder, 'k.md'), 'utf8')).toBe(mended)
  })

  it('keeps line ends and a byte order mark', () => {
    const folder = writeFiles({ 'k.md': '\uFEFF' + damaged.replaceAll('\n', '\r\n') })
    fix(folder, ['k.md'])
    expect(readFileSync(join(folder, 'k.md'), 'utf8')).toBe(
      '\uFEFF' + mended.replaceAll('\n', '\r\n'),
    )
  })

  it('takes the fixes of some rules alone', () => {
    const folder = writeFiles({ 'k.md': damaged })
    const rules = ['space-in-footnote', 'escaped-footnote']
    expect(fix(folder, ['k.md'], { rules }).said).toMatch(
      /^2 mended, 0 left for you, and 3 of other rules\n$/u,
    )
    expect(readFileSync(join(folder, 'k.md'), 'utf8')).toContain('One.[^1 Two.[^2] Three.[^3]')
    expect(fix(folder, ['k.md'], { rules: ['glued-footnot'] })).toMatchObject({ code: 2 })
    expect(fix(folder, ['k.md'], { rules: ['glued-footnot'] }).said).toContain(
      'there is no rule `glued-footnot`',
    )
  })

  it('mends every chapter of a book, or none where one may not be written', () => {
    const files = {
      'book.yaml': bookYaml(['a.md', 'b.md']),
      'a.md': '# A\n\nOne.[^1\n\n[^1]: One.\n',
      'b.md': '# B\n\nOne.\\[^2]\n\n[^2]: One.\n',
    }
    const folder = writeFiles(files)
    chmodSync(join(folder, 'b.md'), 0o444)
    const { code, said } = fix(folder, ['.'])
    expect(said).toMatch(/error unwritable-output: nothing was changed: .*b\.md` is read-only/u)
    expect(code).toBe(2)
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(files['a.md'])
    chmodSync(join(folder, 'b.md'), 0o640)
    expect(fix(folder, ['.'])).toMatchObject({ code: 0, said: '2 mended, 0 left for you\n' })
    expect(statSync(join(folder, 'b.md')).mode & 0o777).toBe(0o640)
  })

  it('does nothing with a file that is named twice', () => {
    const folder = writeFiles({ 'book.yaml': bookYaml(['k.md']), 'k.md': damaged })
    expect(fix(folder, ['.', 'k.md'])).toMatchObject({ code: 2, out: '' })
  })

  it('writes through a link inside the folder, and not out of it', () => {
    const away = writeFiles({ 'k.md': damaged })
    const folder = writeFiles({ 'real/k.md': damaged })
    symlinkSync(join('real', 'k.md'), join(folder, 'in.md'))
    symlinkSync(join(away, 'k.md'), join(folder, 'out.md'))
    expect(fix(folder, ['in.md']).code).toBe(1)
    expect(readFileSync(join(folder, 'real', 'k.md'), 'utf8')).toBe(mended)
    expect(fix(folder, ['out.md'])).toMatchObject({ code: 2 })
    expect(readFileSync(join(away, 'k.md'), 'utf8')).toBe(damaged)
  })
})

describe('mend', () => {
  const sourceOf = (text: string) => {
    const source = sourceText(Buffer.from(text))
    if (source === undefined) throw new Error('not UTF-8')
    return source
  }
  /** A check that finds each `from`, with a fix to `to`, and an error wherever the text holds `bad`. */
  const checker =
    (pairs: readonly (readonly [from: string, to: string])[], bad: string) =>
    (sources: Checkup['sources']): Checkup => {
      const text = sources.get('k.md')?.text ?? ''
      const finding = (message: string, start: number, fix?: readonly Fix[]): Diagnostic =>
        diagnose(fix === undefined ? 'undefined-footnote' : 'duplicate-heading', {
          file: 'k.md',
          position: {
            start: { line: 1, column: start + 1, offset: start },
            end: { line: 1, column: start + 2, offset: start + 1 },
          },
          message,
          ...(fix === undefined ? {} : { fix }),
        })
      const findings = pairs.flatMap(([from, to]) =>
        [...text.matchAll(new RegExp(from, 'gu'))].map(({ index }) =>
          finding(from, index, [{ start: index, end: index + from.length, text: to }]),
        ),
      )
      if (text.includes(bad)) findings.push(finding('bad', text.indexOf(bad)))
      return { findings, sources }
    }
  const run = (text: string, pairs: readonly (readonly [string, string])[], bad = '!') => {
    const recheck = checker(pairs, bad)
    const given = recheck(new Map([['k.md', sourceOf(text)]]))
    const { value, diagnostics } = mend(given, () => true, recheck)
    return {
      text: value.sources.get('k.md')?.text,
      left: diagnostics.map(({ message }) => message),
      applied: value.applied.length,
    }
  }

  it('takes the first of two that overlap, then looks again', () => {
    expect(
      run('abc', [
        ['ab', 'x'],
        ['bc', 'y'],
      ]),
    ).toMatchObject({ text: 'xc', applied: 1 })
  })
  it('goes on with what a fix uncovers', () => {
    expect(
      run('a', [
        ['a', 'b'],
        ['b', 'c'],
      ]),
    ).toMatchObject({ text: 'c', applied: 2 })
  })
  it('ends where fixes undo each other', () => {
    expect(
      run('a', [
        ['a', 'b'],
        ['b', 'a'],
      ]).applied,
    ).toBe(10)
  })
  it('leaves out the one fix that brings in an error, and says so', () => {
    expect(
      run('a b a c', [
        ['a', 'x'],
        ['b', '!'],
        ['c', 'y'],
      ]),
    ).toEqual({
      text: 'x b x y',
      applied: 3,
      left: ['the fix of `duplicate-heading` would bring in `undefined-footnote`: bad'],
    })
  })
})

describe('edits', () => {
  it('throw where two would change one place', () => {
    const source = sourceText(Buffer.from('abc'))!
    const edit = (start: number, end: number) => ({ start, end, parts: ['x'] })
    expect(() => applyEdits(source, [edit(0, 2), edit(1, 3)])).toThrow()
    expect(() => applyEdits(source, [edit(1, 1), edit(1, 1)])).toThrow()
    expect(applyEdits(source, [edit(1, 2), edit(0, 1)]).raw).toBe('xxc')
  })

  it('leave every byte outside of them as it is', () => {
    const line = fc.constantFrom('a', 'bb', '\t', ' ', '\n', '\r\n', '\r', 'é', '𝄞', '[^1]')
    fc.assert(
      fc.property(fc.array(line), fc.boolean(), fc.nat(), fc.nat(), (parts, hasMark, one, two) => {
        const raw = (hasMark ? '\uFEFF' : '') + parts.join('')
        const source = sourceText(Buffer.from(raw))!
        const [start, end] = [one, two]
          .map((place) => place % (source.text.length + 1))
          .sort((a, b) => a - b) as [number, number]
        const { text } = applyEdits(source, [{ start, end, parts: [{ start, end }] }])
        expect(applyEdits(source, [{ start, end, parts: [{ start, end }] }]).raw).toBe(raw)
        expect(text).toBe(source.text)
        const changed = applyEdits(source, [{ start, end, parts: ['X'] }])
        expect(changed.text).toBe(`${source.text.slice(0, start)}X${source.text.slice(end)}`)
      }),
    )
  })
})

it('leaves a chapter that another fix would not change', () => {
  // Damage of every kind that has a fix, in a random selection: twice is as good as once.
  const calls = [
    'One.[^1',
    'One.\\[^1]',
    'One.[^ 1]',
    'One.[1]',
    'One.[^\n1]',
    'One.[^1]',
    'One.⁽¹⁾',
  ]
  const texts = ['[^1]: One.', '[^1] : One.', '  \\[^1]: One.', '[^ 1]: One.', '[^1： One.']
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...calls), fc.constantFrom(...texts)), {
        minLength: 1,
        maxLength: 5,
      }),
      (pairs) => {
        const named = (text: string, index: number): string =>
          text.replaceAll(/(?<=[[^ \n\\])1/gu, String(index + 101))
        const text = `# T\n\n${pairs.map(([call], index) => named(call, index)).join(' ')}\n\n${pairs.map(([, each], index) => `${named(each, index)}\n\n`).join('')}`
        const folder = writeFiles({ 'k.md': text })
        const count = (): number => {
          const terminal = recorder()
          const options = { strict: false, info: false, quiet: true, format: 'line' } as const
          runCheck([join(folder, 'k.md')], options, outside, terminal)
          return terminal
            .results()
            .split('\n')
            .filter((each) => each.includes(' error ')).length
        }
        const before = count()
        fix(folder, ['k.md'])
        expect(count()).toBeLessThanOrEqual(before)
        const once = readFileSync(join(folder, 'k.md'), 'utf8')
        expect(fix(folder, ['k.md']).out).toBe('')
        expect(readFileSync(join(folder, 'k.md'), 'utf8')).toBe(once)
        writeFileSync(join(folder, 'k.md'), '')
      },
    ),
    { numRuns: 30 },
  )
})
