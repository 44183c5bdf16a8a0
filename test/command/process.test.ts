import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeFiles } from '../write-book.ts'
import { makeProgram, shell } from './program.ts'

let program: Awaited<ReturnType<typeof makeProgram>>
beforeAll(async () => {
  program = await makeProgram()
})
afterAll(() => program.close())

const sound = '# T\n\nText.[^a]\n\n[^a]: Note.\n'
const broken = `# T\n\n${Array.from({ length: 400 }, (_, at) => `Text.[^nope-${at}]\n\n`).join('')}`
const folder = (): string => writeFiles({ 'sound.md': sound, 'broken.md': broken })
const run = (line: string, more = {}) =>
  shell(line.replaceAll('imprimatur', program.path), folder(), more)

describe('where nobody reads on', () => {
  // The reader goes before the first word is written, and the code of the left side is kept.
  const intoNothing = (command: string): string =>
    `{ sleep 0.3; ${command}; echo $? > code; } | true; while [ ! -s code ]; do sleep 0.1; done; exit $(cat code)`

  it.each([
    ['findings', 'imprimatur check broken.md --max 0', 1],
    ['a report for a machine', 'imprimatur check sound.md --format json', 2],
  ])('%s do not end with 0', (_, command, code) => {
    const ended = run(intoNothing(command))
    expect(ended.code).toBe(code)
    expect(ended.err).not.toMatch(/ at .*:\d+|EPIPE|Error/u)
  })

  it('the first of many findings is enough for `head`', () => {
    const ended = run('{ imprimatur check broken.md --max 0; echo $? >&2; } | head -1')
    expect(ended.out).toMatch(/^broken\.md:3:6 {2}error/u)
    expect(ended.err.trim().split('\n').at(-1)).toBe('1')
  })

  it.skipIf(!existsSync('/dev/full'))('a full disk does not end with 0', () => {
    for (const [file, code] of [
      ['sound.md', 2],
      ['broken.md', 1],
    ] as const) {
      const ended = run(`imprimatur check ${file} --format sarif > /dev/full`)
      expect(ended.code).toBe(code)
      expect(ended.err).not.toMatch(/ at .*:\d+|ENOSPC/u)
    }
    expect(run('imprimatur check broken.md > /dev/full').code).toBe(1)
    expect(run('imprimatur check sound.md 2> /dev/full').code).toBe(0)
  })
})

describe('the format', () => {
  it('is annotations in GitHub Actions, and frames elsewhere', () => {
    const actions = { GITHUB_ACTIONS: 'true' }
    expect(run('imprimatur check broken.md', actions).out).toMatch(/^::error file=broken\.md,/u)
    expect(run('imprimatur check broken.md').out).toMatch(/^broken\.md:3:6 {2}error/u)
  })

  it('is what was asked for, in GitHub Actions too', () => {
    const { out } = run('imprimatur check broken.md --format line', { GITHUB_ACTIONS: 'true' })
    expect(out).toMatch(/^broken\.md:3:6: error/u)
  })

  it('names files from the top of the repository', () => {
    const { out } = run('mkdir in && cd in && imprimatur check ../broken.md --max 1', {
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: join('/'),
    })
    expect(out).toMatch(/^::error file=\w[^,]*\/broken\.md,line=3,/u)
  })

  it('is plain in a pipe, and coloured where that is forced', () => {
    expect(run('imprimatur check broken.md').out).not.toContain('\u001B')
    expect(run('imprimatur check broken.md', { FORCE_COLOR: '1' }).out).toContain('\u001B[')
  })

  it('that is unknown, or a number that is none, ends with 2', () => {
    expect(run('imprimatur check sound.md --format xml').code).toBe(2)
    expect(run('imprimatur check sound.md --max -1').code).toBe(2)
    expect(run('imprimatur check sound.md --max many').err).toMatch(/whole number from 0/u)
  })
})
