import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runRedline } from '../../src/command/redline.ts'
import type { ExitCode } from '../../src/command/terminal.ts'
import { partsOf } from '../word/make.ts'
import { outside, recorder } from './terminal.ts'

const chapter = (text: string): string =>
  `---\ntitle: T\nlanguage: en-US\ndate: 2020-12-15\n---\n\n${text}\n`
const options = { book: 'a.md', force: false, format: 'pretty' } as const

let folder = ''
const git = async (...words: string[]): Promise<void> => {
  await execa('git', ['-c', 'user.name=A. Editor', '-c', 'user.email=a@b.example', ...words], {
    cwd: folder,
    env: { GIT_COMMITTER_DATE: '2021-02-03T04:05:06Z', GIT_AUTHOR_DATE: '2021-02-03T04:05:06Z' },
  })
}
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'imprimatur-redline-'))
  await git('init', '-q')
  for (const text of ['The court sat late.', 'The court sat early.']) {
    writeFileSync(join(folder, 'a.md'), chapter(text))
    await git('add', '.')
    await git('commit', '-qm', text)
  }
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

async function run(
  old: string,
  now: string,
  output: string,
): Promise<{ readonly code: ExitCode; readonly said: string }> {
  const terminal = recorder()
  const at = { ...terminal, folder }
  const code = await runRedline(old, now, { ...options, output }, outside, at)
  return { code, said: terminal.said() }
}

describe('redline', () => {
  it('shows what a commit changed as changes of its author', async () => {
    const output = join(folder, 'x.docx')
    expect(await run('HEAD~1', 'HEAD', output)).toMatchObject({ code: 0 })
    const document = partsOf(readFileSync(output)).get('word/document.xml') ?? ''
    expect(document).toMatch(/<w:del [^>]*w:author="A. Editor"[^>]*>.*?>late</u)
    expect(document).toMatch(/<w:ins [^>]*w:date="2021-02-03T04:05:06Z"[^>]*>.*?>early</u)
  })

  it('says that two versions are the same', async () => {
    const file = join(folder, 'a.md')
    const { code, said } = await run(file, file, join(folder, 'y.docx'))
    expect(code).toBe(0)
    expect(said).toContain('the two versions say the same')
  })

  it('replaces no file unasked, and says what is no version', async () => {
    const file = join(folder, 'a.md')
    expect((await run(file, file, file)).code).not.toBe(0)
    const unknown = await run('--upload-pack=x', file, join(folder, 'z.docx'))
    expect(unknown.code).toBe(2)
    expect(unknown.said).toContain('`--upload-pack=x` is no file or folder')
  })
})
