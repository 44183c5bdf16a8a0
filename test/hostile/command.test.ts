import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bookYaml, writeFiles } from '../write-book.ts'
import { imprimatur, shell } from './program.ts'

const sound = '# K\n\nText.[^1]\n\n[^1]: Note.\n'
const book = (name = '.'): string =>
  join(
    writeFiles({ [join(name, 'book.yaml')]: bookYaml(['k.md']), [join(name, 'k.md')]: sound }),
    name,
  )
/** A trace of the program's own lines, which no user should be shown. */
const trace = /\n {4}at |node:internal/u
const draft = ['--draft', '--edition', 'epub']
const { PATH = '' } = process.env

describe('words that are not understood end with 2 and a line of usage', () => {
  it.each<[string, string[], RegExp]>([
    ['no words at all', [], /Usage: imprimatur/u],
    ['an unknown option', ['check', '--nope'], /unknown option '--nope'\n.*--help/u],
    ['an unknown command', ['chekc'], /Did you mean check/u],
    ['an option without its value', ['build', '--out'], /argument missing\n.*--help/u],
    [
      'an option given twice',
      ['check', '--first', '1', '--first', '2'],
      /'--first' is given twice/u,
    ],
    ['a number that is none', ['check', '--first', '1e3'], /whole number from 1/u],
    ['an edition that is none', ['build', '--edition', 'mobi'], /"mobi" is no edition/u],
    ['a word too many', ['init', 'a', 'b'], /too many arguments/u],
  ])('%s', (_, words, message) => {
    const { code, err } = imprimatur(words)
    expect(err).toMatch(message)
    expect(err).not.toMatch(trace)
    expect(code).toBe(2)
  })
  it.each(['--version', '-o', '@file', ';rm -rf x', '$(id)', '', 'not/there', '/'])(
    'but after `--` every word is a name: %s',
    (name) => {
      const { code, err, out } = imprimatur(['check', '--', name])
      expect(out + err).toMatch(/missing-file/u)
      expect(err).not.toMatch(trace)
      expect(code).toBe(2)
    },
  )
})

describe('a book is found', () => {
  it.each(['with spaces', 'Қазақстан', "it's", '#1 50%'])('in a folder named %s', (name) => {
    expect(imprimatur(['check', book(name)])).toMatchObject({ code: 0 })
  })
  it('behind a slash, and by a way up and down again', () => {
    const folder = book('a')
    expect(imprimatur(['check', `${folder}/`]).code).toBe(0)
    expect(imprimatur(['check', join('..', 'a')], { cwd: folder }).code).toBe(0)
  })
  it('nowhere on a path of 4,096 bytes', () => {
    const { code, err } = imprimatur(['check', '--quiet', 'a/'.repeat(2048)])
    expect(code).toBe(2)
    expect(err).not.toMatch(trace)
  })
})

describe('the folder of the editions', () => {
  it('may lie in the folder of the book, which stays as it is', () => {
    const folder = book()
    const before = readdirSync(folder).sort()
    expect(imprimatur(['build', folder, ...draft, '--out', join(folder, 'out')]).code).toBe(0)
    expect(readdirSync(folder).sort()).toEqual([...before, 'out'].sort())
    expect(imprimatur(['build', folder, ...draft, '--out', folder]).code).toBe(0)
    expect(imprimatur(['check', folder]).code).toBe(0)
  })
  it.each([
    ['a file', (folder: string) => join(folder, 'k.md')],
    ['a folder in a file', (folder: string) => join(folder, 'k.md', 'out')],
    ['one that cannot be made', () => '/proc/imprimatur'],
    ['one far below such a one', () => '/proc/imprimatur/a/b'],
  ])('is refused where it is %s', (_, out) => {
    const folder = book()
    const { code, err } = imprimatur(['build', folder, ...draft, '--out', out(folder)])
    expect(err).toMatch(/unwritable-output/u)
    expect(err).not.toMatch(trace)
    expect(code).toBe(2)
  })
  it('is refused for a new book where it cannot be made', () => {
    const { code, err } = imprimatur(['init', '/proc/imprimatur'])
    expect(err).toMatch(/unwritable-output/u)
    expect(code).toBe(2)
  })
  it.skipIf(!existsSync('/dev/shm'))('may lie on another file system', () => {
    const out = mkdtempSync('/dev/shm/imprimatur-')
    try {
      expect(imprimatur(['build', book(), ...draft, '--out', out]).code).toBe(0)
      expect(readdirSync(join(out, 'draft'))).toEqual(['k.epub'])
      expect(imprimatur(['build', book(), '--draft', '-o', join(out, 'x.epub')]).code).toBe(0)
      expect(readdirSync(out).sort()).toEqual(['draft', 'x.epub'])
    } finally {
      rmSync(out, { recursive: true })
    }
  })
  it('is named by no one file that is a folder', () => {
    const folder = book()
    mkdirSync(join(folder, 'x.epub'))
    const { code, err } = imprimatur(['build', folder, '--draft', '-o', join(folder, 'x.epub')])
    expect(err).not.toMatch(trace)
    expect(code).toBe(2)
    expect(readdirSync(join(folder, 'x.epub'))).toEqual([])
  })
})

describe('streams', () => {
  it('that are closed do not matter to what is done', () => {
    const folder = book()
    expect(shell('$0 check "$1" <&-', folder).code).toBe(0)
    expect(shell('$0 build "$1" --draft --edition epub --out "$1/out" >&- 2>&-', folder).code).toBe(
      0,
    )
    expect(readdirSync(join(folder, 'out', 'draft'))).toEqual(['k.epub'])
  })
  it('that are full end with 2', () => {
    const folder = book()
    expect(shell('$0 check "$1" --format json >/dev/full', folder).code).toBe(2)
    // What was found is said all the same.
    expect(shell('$0 check "$1" 2>/dev/full', folder).code).toBe(0)
  })
  it('whose reader goes away before the report end with 2, without a trace', () => {
    const ended = shell('set -o pipefail; $0 check "$1" --format json | true', book())
    expect(ended).toMatchObject({ code: 2, err: '' })
  })
})

describe('an odd environment', () => {
  const bare = { PATH, LANG: 'C', TZ: 'Mars/Phobos' }
  it('without HOME, with LANG=C and a time zone that is none changes nothing', () => {
    const folder = book()
    const build = (out: string, env: NodeJS.ProcessEnv): string => {
      const to = join(folder, out)
      const { code } = imprimatur(['build', folder, ...draft, '--out', to], { env })
      expect(code).toBe(0)
      return shell('sha256sum < "$1"', join(to, 'draft', 'k.epub')).out
    }
    expect(build('a', bare)).toBe(build('b', process.env))
  })
  it('with templates and defaults for pandoc changes nothing', () => {
    const folder = book()
    const home = writeFiles({
      'pandoc/defaults/x.yaml': 'from: html\n',
      'pandoc/templates/default.native': 'hostile',
      '.local/share/pandoc/templates/default.native': 'hostile',
    })
    const env = { PATH, HOME: home, XDG_DATA_HOME: home, PANDOC_DATA_DIR: join(home, 'pandoc') }
    const words = ['build', folder, '--edition', 'epub', '--out', join(folder, 'out')]
    expect(imprimatur(words, { env })).toMatchObject({ code: 0 })
  })
  it('without a folder for temporary files is told once, and not blamed on pandoc', () => {
    const folder = book()
    writeFileSync(join(folder, 'pandoc'), '#!/bin/sh\necho pandoc 3.0\n', { mode: 0o755 })
    const env = { PATH: `${folder}:${PATH}`, TMPDIR: join(folder, 'nowhere') }
    const words = ['build', folder, '--edition', 'word,epub', '--out', join(folder, 'out')]
    const { code, err } = imprimatur(words, { env })
    expect(err.match(/^error {2}\S+/gmu)).toEqual(['error  no-temporary-folder'])
    expect(err).toMatch(/set TMPDIR/u)
    expect(code).toBe(2)
    expect(existsSync(join(folder, 'out'))).toBe(false)
  })
  it('with few open files ends well or is told in a line', () => {
    const folder = book()
    const ended = shell('ulimit -n 24; $0 build "$1" --draft --edition epub --out "$1/out"', folder)
    expect(ended.err).not.toMatch(/\n {4}at /u)
    expect([0, 2]).toContain(ended.code)
  })
  it('with little memory leaves no half file', () => {
    const folder = book()
    const line = 'ulimit -v 900000; $0 build "$1" --draft --edition epub --out "$1/out"'
    const { code } = shell(line, folder)
    const made = existsSync(join(folder, 'out', 'draft'))
      ? readdirSync(join(folder, 'out', 'draft'))
      : []
    expect(made).toEqual(code === 0 ? ['k.epub'] : [])
  })
})
