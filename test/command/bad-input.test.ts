import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runBuild } from '../../src/command/build.ts'
import { runCheck } from '../../src/command/check.ts'
import { bookYaml, writeFiles } from '../write-book.ts'
import { outside, recorder } from './terminal.ts'

const chapter = '# K\n\nText.[^a]\n\n[^a]: Note.\n'

/** Builds into an `out/` that holds an earlier edition; what was said, with the folder's name taken off. */
async function build(files: Record<string, string>, prepare: (folder: string) => void = () => {}) {
  const folder = writeFiles({
    'book.yaml': bookYaml(['k.md']),
    'k.md': chapter,
    'out/k.pdf': 'earlier',
    ...files,
  })
  prepare(folder)
  const terminal = recorder()
  const request = {
    path: folder,
    out: join(folder, 'out'),
    editions: ['epub'],
    draft: false,
  } as const
  const code = await runBuild(
    request,
    { info: false, quiet: false, format: 'pretty' },
    outside,
    terminal,
  )
  expect(readdirSync(join(folder, 'out'))).toEqual(['k.pdf'])
  expect(readFileSync(join(folder, 'out', 'k.pdf'), 'utf8')).toBe('earlier')
  return { code, said: terminal.said().replaceAll(`${folder}/`, '') }
}

const withTemplate = (from: string, to: string) => (folder: string) => {
  mkdirSync(join(folder, 'templates'))
  cpSync('templates/report', join(folder, 'templates', 'mine'), { recursive: true })
  const path = join(folder, 'templates', 'mine', 'template.yaml')
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))
}

describe('what is named and not there', () => {
  const folder = writeFiles({ 'kazakhstan.md': '# K\n\ntext\n' })
  const said = (path: string): string => {
    const terminal = recorder()
    const options = { strict: false, info: false, quiet: true, format: 'pretty' } as const
    expect(runCheck([path], options, outside, terminal)).toBe(2)
    return terminal.results().replaceAll(folder, 'F')
  }

  it.each([
    ['kazahkstan.md', '`F/kazahkstan.md` is not there', 'did you mean `F/kazakhstan.md`?'],
    ['x.md', '`F/x.md` is not there', 'check the name, and the folder in which you are'],
    ['no/x.md', '`F/no/x.md` is not there', 'there is no folder `F/no`: check the name'],
    ['source', 'there is no folder `F/source`', '`imprimatur init F/source` makes a new book'],
    ['', 'the folder `F/` holds no book.yaml', 'name a chapter alone, such as `F/kazakhstan.md`'],
  ])('is said of `%s`, with what may be meant', (name, message, help) => {
    const text = said(join(folder, '/') + name)
    expect(text).toContain(message)
    expect(text).toContain(help)
    expect(text).toContain('note: nothing was read')
  })
})

describe('a build of what cannot be read ends with 2, names file and line, and leaves earlier editions alone:', () => {
  it.each<[string, Record<string, string>, RegExp, ((folder: string) => void)?]>([
    [
      'a chapter that is not there',
      { 'book.yaml': bookYaml(['nope.md']) },
      /^book\.yaml:5:5 {2}error {2}missing-file\n/mu,
    ],
    ['a book that is not there', { 'book.yaml': '' }, /^book\.yaml {2}error {2}metadata-value/mu],
    [
      'YAML that does not parse',
      { 'book.yaml': 'title: "x\nlanguage: en\n' },
      /^book\.yaml:\d+:\d+ {2}error {2}metadata-syntax/mu,
    ],
    [
      'an unknown key',
      { 'book.yaml': bookYaml(['k.md'], 'titel: x\n') },
      /^book\.yaml:4:1 {2}error {2}unknown-key/mu,
    ],
    [
      'an unknown key in a chapter',
      { 'k.md': '---\ntitle: K\nfotnotes: 1-2\n---\n\nx\n' },
      /^k\.md:3:1 {2}error {2}unknown-key/mu,
    ],
    [
      'an image that is not there',
      { 'k.md': '# K\n\n![a](i.png){#fig-a alt="b"}\n' },
      /^k\.md:3:1 {2}error {2}missing-file/mu,
    ],
    [
      'a chapter listed twice',
      { 'book.yaml': bookYaml(['k.md', 'k.md']) },
      /^book\.yaml:6:5 {2}error {2}duplicate-chapter/mu,
    ],
    [
      'a template that is not there',
      { 'book.yaml': bookYaml(['k.md'], 'template: nope\n') },
      /^book\.yaml {2}error {2}missing-template|^book\.yaml:4:11 {2}error {2}missing-template/mu,
    ],
    [
      'a template without a face',
      { 'book.yaml': bookYaml(['k.md'], 'template: mine\n') },
      /templates\/mine\/template\.yaml:\d+:\d+ {2}error {2}missing-face/u,
      withTemplate('SourceSerif4SmText-It.otf', 'Gone.otf'),
    ],
    [
      'a template with an unknown key',
      { 'book.yaml': bookYaml(['k.md'], 'template: mine\n') },
      /template\.yaml:\d+:\d+ {2}error {2}unknown-key/u,
      withTemplate('inner:', 'iner:'),
    ],
  ])('%s', async (_, files, expected, prepare) => {
    const { code, said } = await build(files, prepare)
    expect(said).toMatch(expected)
    expect(said).toMatch(/\n {2}help: /u)
    expect(said.match(/ {2}error {2}/gu)).toHaveLength(1)
    expect(code).toBe(2)
  })
})
