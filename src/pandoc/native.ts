/**
 * Pandoc as a program of the machine, run by execa.
 *
 * In: bytes of a file. Out: pandoc's JSON. Never: a shell, the caller's environment, a file name
 * on the command line, an argument that was not written in this file.
 */
import { accessSync, constants, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { execa } from 'execa'
import { oneLine, PandocFault, type Engine, type PandocInput } from './engine.ts'

/** Oldest pandoc whose answers the tests have seen; with it came also `--sandbox` (2.15). */
const oldest = [2, 17] as const
/** Pandoc 4 does not exist; its JSON may be another. */
const tooNew = 4

const outputLimit = {
  // A book of a million words is some 60 million characters of JSON.
  stdout: 256 * 1024 * 1024,
  // Messages only.
  stderr: 1024 * 1024,
}

/** Finds `pandoc` as a shell would, in the folders of the PATH. Absolute, or undefined. */
export function findPandoc(path: string | undefined): string | undefined {
  const names = process.platform === 'win32' ? ['pandoc.exe'] : ['pandoc']
  // An empty entry means the current folder: a file that lies there by chance must not be run.
  const folders = (path ?? '').split(delimiter).filter((folder) => folder !== '')
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram)
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}

/** Makes an engine of the program `file`; `timeout` in milliseconds holds for each of its runs. */
export function openNative(file: string, timeout: number): Engine {
  const closing = new AbortController()
  const program = prepare(file, timeout, closing.signal)
  program.catch(() => undefined)
  return {
    kind: 'native',
    version: async () => (await program).version,
    async convert(input) {
      const { home, run } = await program
      return run(argumentsFor(input, join(home, 'data')), input.bytes)
    },
    async close() {
      closing.abort()
      const prepared = await program.catch(() => undefined)
      if (prepared !== undefined) rmSync(prepared.home, { recursive: true, force: true })
    },
  }
}

interface Prepared {
  readonly version: string
  /** A folder of ours alone, in which pandoc runs and finds nothing. */
  readonly home: string
  readonly run: (args: readonly string[], input: Uint8Array) => Promise<string>
}

/** Makes the folder and asks the program for its version; leaves no folder where that fails. */
async function prepare(file: string, timeout: number, signal: AbortSignal): Promise<Prepared> {
  const home = makeHome()
  const run: Prepared['run'] = (args, input) =>
    runPandoc({ file, args, input, home, timeout, signal })
  try {
    return { version: checkVersion(await run(['--version'], new Uint8Array())), home, run }
  } catch (error) {
    rmSync(home, { recursive: true, force: true })
    throw error
  }
}

/** Private to us, so nobody can lay templates or defaults into what pandoc takes for its own. */
function makeHome(): string {
  try {
    const home = mkdtempSync(join(tmpdir(), 'imprimatur-pandoc-'))
    mkdirSync(join(home, 'data'))
    return home
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new PandocFault(
      `no folder can be made in \`${tmpdir()}\` (${code})`,
      'set TMPDIR to a folder that is there and may be written',
      'no-temporary-folder',
    )
  }
}

function argumentsFor(input: PandocInput, data: string): readonly string[] {
  // A DOCX bomb of 302 kB was seen to take 3 GB.
  const memory = ['+RTS', '-M1500m', '-RTS']
  const changes =
    input.format === 'docx' ? [`--track-changes=${input.trackChanges ?? 'accept'}`] : []
  // `-` is the standard input: there is no name that could be taken for an option.
  const reading = ['-f', input.format, '-t', 'json', ...changes, '--', '-']
  return [...memory, '--sandbox', '--quiet', `--data-dir=${data}`, ...reading]
}

function checkVersion(output: string): string {
  const found = /^pandoc(?:\.exe)? (\d+)\.(\d+)(?:\.\d+)*/.exec(output)
  if (found === null) {
    throw new PandocFault(
      'the `pandoc` on the PATH does not tell its version',
      'it may be another program of that name; remove it from the PATH to use the embedded pandoc',
    )
  }
  const version = found[0].slice(found[0].indexOf(' ') + 1)
  const [major, minor] = [Number(found[1]), Number(found[2])]
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1]) || major >= tooNew) {
    throw new PandocFault(
      `the \`pandoc\` on the PATH is version ${version}; 2.17 to 3.x can be used`,
      'update it, or remove it from the PATH to use the embedded pandoc',
    )
  }
  return version
}

interface Run {
  readonly file: string
  readonly args: readonly string[]
  readonly input: Uint8Array
  readonly home: string
  readonly timeout: number
  readonly signal: AbortSignal
}

/** Runs pandoc to its end and gives its standard output; throws PandocFault where it has no good end. */
async function runPandoc({ file, args, input, home, timeout, signal }: Run): Promise<string> {
  const child = execa(file, args, {
    input,
    cwd: home,
    // HOME stands for the folders in which pandoc would look for data; GHC wants UTF-8.
    env: { HOME: home, LANG: 'C.UTF-8' },
    extendEnv: false,
    stripFinalNewline: false,
    maxBuffer: outputLimit,
    reject: false,
    windowsHide: true,
    // A group of its own, so that what it started ends with it.
    detached: process.platform !== 'win32',
  })
  let ended: 'time' | 'close' | undefined
  const end = (why: typeof ended) => (): void => {
    ended ??= why
    killGroup(child.pid, () => child.kill('SIGKILL'))
  }
  const [onTime, onClose] = [end('time'), end('close')]
  // execa's own limit and clean-up end the child alone.
  const timer = setTimeout(onTime, timeout)
  signal.addEventListener('abort', onClose)
  process.once('exit', onClose)
  if (signal.aborted) onClose()
  const result = await child
  clearTimeout(timer)
  signal.removeEventListener('abort', onClose)
  process.removeListener('exit', onClose)
  if (result.failed) killGroup(child.pid, () => undefined)

  const program = `\`${file}\``
  if (ended === 'time')
    throw new PandocFault(`${program} did not end within ${seconds(timeout)}`, other)
  if (ended === 'close') throw new PandocFault(`${program} was stopped before it had ended`, again)
  if (result.isMaxBuffer) throw new PandocFault(`${program} wrote more than it may`, other)
  if (result.signal !== undefined) {
    throw new PandocFault(`${program} was killed by the signal ${result.signal}`, memoryOr)
  }
  if (result.exitCode === undefined) {
    throw new PandocFault(`${program} could not be started: ${oneLine(result.code ?? '')}`, other)
  }
  if (result.exitCode !== 0) {
    const said = oneLine(result.stderr)
    throw new PandocFault(`${program} ended with ${result.exitCode}${said && `: ${said}`}`, other)
  }
  if (result.stdout.trim() === '') {
    throw new PandocFault(`${program} ended well but wrote nothing`, other)
  }
  return result.stdout
}

const other = 'if other files fail too, remove it from the PATH to use the embedded pandoc'
const again = 'start the command again'
const memoryOr = 'the machine may have run out of memory; free some, or remove it from the PATH'
const seconds = (milliseconds: number): string => `${milliseconds / 1000} s`

/** Ends a process and all that it started; `alone` ends the process where there are no groups. */
function killGroup(pid: number | undefined, alone: () => void): void {
  if (pid === undefined) return
  if (process.platform === 'win32') return alone()
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // Nobody of the group is left.
  }
}
