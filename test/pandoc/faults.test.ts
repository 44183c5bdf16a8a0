import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, describe, expect, test, vi } from 'vitest'
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts'
import { findPandoc } from '../../src/pandoc/native.ts'
import { openPandoc, type PandocOptions } from '../../src/pandoc/pandoc.ts'

// A busy machine takes long to start even a small script.
vi.setConfig({ testTimeout: 30_000 })

const folder = mkdtempSync(join(tmpdir(), 'imprimatur-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let count = 0
/** Writes a program that tells a good version, and does `body` when it is asked to read. */
function fake(body: string, version = 'pandoc 3.1'): string {
  const file = join(folder, `pandoc-${++count}`)
  writeFileSync(
    file,
    `#!/bin/sh\nif [ "$1" = --version ]; then echo '${version}'; exit 0; fi\n${body}\n`,
  )
  chmodSync(file, 0o755)
  return file
}

/** The one finding of reading a file with the program. */
async function fault(path: string, options: PandocOptions = {}): Promise<Diagnostic | undefined> {
  const pandoc = openPandoc({ path, ...options })
  const { value, diagnostics } = await pandoc.read({ format: 'docx', bytes: new Uint8Array(9) })
  await pandoc.close()
  expect(value).toBeUndefined()
  expect(diagnostics).toHaveLength(1)
  return diagnostics[0]
}

/** True for a process that runs: one that has ended but was not yet fetched by its parent does not. */
function isAlive(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' })
  return stdout.trim() !== '' && !stdout.trim().startsWith('Z')
}

const blank = '{"pandoc-api-version":[1,23],"meta":{},"blocks":[]}'

describe.skipIf(process.platform === 'win32')('a pandoc that is unfit', () => {
  test('is told of where it is missing', async () => {
    const found = await fault(join(folder, 'nowhere'))
    expect(found?.message).toMatch(/could not be started: ENOENT$/)
    expect(found?.help).toContain('remove it from the PATH to use the embedded pandoc')
  })

  test('is told of where it is too old, or not pandoc at all', async () => {
    const old = await fault(fake('', 'pandoc 1.19.2'))
    expect(old?.message).toBe('the `pandoc` on the PATH is version 1.19.2; 2.17 to 3.x can be used')
    const other = await fault(fake('', 'Panda OC 3.1'))
    expect(other?.message).toBe('the `pandoc` on the PATH does not tell its version')
  })

  test('is ended when it floods its standard error', async () => {
    const found = await fault(fake('head -c 100000000 /dev/zero >&2'))
    expect(found?.message).toMatch(/wrote more than it may$/)
  })

  test('is ended with all that it started when it never ends', async () => {
    const pids = join(folder, 'pids')
    const found = await fault(fake(`sleep 60 &\necho $! $$ > ${pids}\nwait`), { timeout: 2000 })
    expect(found?.message).toMatch(/did not end within 2 s$/)
    await wait(50)
    const left = readFileSync(pids, 'utf8').trim().split(' ').map(Number).filter(isAlive)
    expect(left).toEqual([])
  })

  test('is told of where it ends well without a word', async () => {
    expect((await fault(fake('exit 0')))?.message).toMatch(/ended well but wrote nothing$/)
  })

  test('is told of where it is killed by a signal', async () => {
    expect((await fault(fake('kill -9 $$')))?.message).toMatch(/was killed by the signal SIGKILL$/)
  })

  test('is told of with its own words where it fails', async () => {
    const found = await fault(fake('echo "no  such\nthing" >&2; exit 63'))
    expect(found?.message).toMatch(/ended with 63: no such thing$/)
  })

  test('is told of where its output is no document', async () => {
    expect((await fault(fake('echo {}')))?.message).toBe(
      'the native pandoc wrote something that is not its JSON',
    )
  })

  test('has no engine', async () => {
    const pandoc = openPandoc({ path: join(folder, 'nowhere') })
    expect(await pandoc.engine).toBeUndefined()
    await pandoc.close()
  })
})

describe.skipIf(process.platform === 'win32')('a native pandoc', () => {
  test('sees no variable of ours, a fixed list of arguments and an empty folder of data', async () => {
    const seen = join(folder, 'seen')
    const path = fake(`{ env; echo "$@"; ls -A "$HOME/data"; } > ${seen}; echo '${blank}'`)
    process.env['PANDOC_DATA_DIR'] = '/hostile'
    process.env['XDG_DATA_HOME'] = '/hostile'
    const pandoc = openPandoc({ path })
    const { diagnostics } = await pandoc.read({ format: 'docx', bytes: new Uint8Array(9) })
    const told = readFileSync(seen, 'utf8')
    const home = /^HOME=(.+)$/m.exec(told)?.[1] ?? ''
    await pandoc.close()
    delete process.env['PANDOC_DATA_DIR']
    delete process.env['XDG_DATA_HOME']
    expect(diagnostics).toEqual([])
    expect(told).not.toContain('hostile')
    expect(told.split('\n').filter((line) => line.startsWith('+RTS'))).toEqual([
      `+RTS -M1500m -RTS --sandbox --quiet --data-dir=${home}/data -f docx -t json --track-changes=accept -- -`,
    ])
    expect(told.endsWith('-- -\n')).toBe(true)
    expect(existsSync(home)).toBe(false)
  })

  test('is ended by closing', async () => {
    const pandoc = openPandoc({ path: fake('sleep 60') })
    const asked = pandoc.read({ format: 'epub', bytes: new Uint8Array(9) })
    await pandoc.engine
    await pandoc.close()
    expect((await asked).diagnostics[0]?.message).toMatch(/was stopped before it had ended$/)
  })

  test('is not looked for in the current folder', () => {
    expect(findPandoc(`::${join(folder, 'none')}:`)).toBeUndefined()
    expect(findPandoc(undefined)).toBeUndefined()
  })
})
