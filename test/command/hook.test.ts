import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bookYaml, writeFiles } from '../write-book.ts'
import { git, makeProgram, shell } from './program.ts'

let program: Awaited<ReturnType<typeof makeProgram>>
beforeAll(async () => {
  program = await makeProgram()
})
afterAll(() => program.close())

/** The hook as it is documented. */
const hook = /```sh\n(#!\/bin\/sh\n[\s\S]*?)```/u.exec(
  readFileSync('docs/checking.md', 'utf8'),
)?.[1]

it('the documented hook refuses a commit of a broken note, and lets a sound one pass', () => {
  const folder = writeFiles({ 'source/book.yaml': bookYaml(['k.md']) })
  git(folder, 'init', '--quiet')
  git(folder, 'config', 'user.name', 'An Author')
  git(folder, 'config', 'user.email', 'author@example.org')
  const path = join(folder, '.git', 'hooks', 'pre-commit')
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, hook ?? '')
  chmodSync(path, 0o755)
  const write = (text: string): void => writeFileSync(join(folder, 'source', 'k.md'), text)
  const commit = (): ReturnType<typeof shell> =>
    shell('git commit --quiet -m "A change"', folder, {
      PATH: `${dirname(program.path)}:${process.env['PATH']}`,
    })

  write('# K\n\nText.[^nope]\n')
  git(folder, 'add', '.')
  const refused = commit()
  expect(refused.code).toBe(1)
  expect(refused.out + refused.err).toMatch(/source\/k\.md:3:6 {2}error {2}undefined-footnote/u)

  // Mended in the folder, but not in what is to be committed.
  write('# K\n\nText.[^a]\n\n[^a]: Note.\n')
  expect(commit().code).toBe(1)

  git(folder, 'add', '.')
  expect(commit()).toMatchObject({ code: 0 })
  expect(git(folder, 'log', '--format=%s').trim()).toBe('A change')

  // Broken in the folder only: not what is committed.
  write('# K\n\nText.[^nope]\n')
  writeFileSync(join(folder, 'other.txt'), 'x')
  git(folder, 'add', 'other.txt')
  expect(commit().code).toBe(0)
})
