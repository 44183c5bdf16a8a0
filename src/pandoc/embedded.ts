/**
 * Pandoc as WebAssembly, in a worker that starts at once and takes its time beside us.
 *
 * In: bytes of a file. Out: pandoc's JSON. Never: two conversions at a time, for they share one
 * memory and one set of files and would spoil each other.
 */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { oneLine, PandocFault, type Engine, type PandocInput } from './engine.ts'
import { openQueue } from './queue.ts'
import { workerSource } from './worker-source.ts'

type Answer = { readonly version: string } | { readonly stdout: string; readonly stderr: string }

/** Makes an engine of pandoc-wasm; `timeout` in milliseconds holds for its start and for each file. */
export function openEmbedded(timeout: number): Engine {
  const queue = openQueue()
  let closed = false
  let running: Running | undefined
  // A worker that failed is not asked again: the next file has a fresh one.
  const worker = (): Running => (running ??= startWorker())
  const stop = async (): Promise<void> => {
    const stopped = running
    running = undefined
    await stopped?.terminate()
  }
  const guarded = async <T>(task: (running: Running) => Promise<T>): Promise<T> => {
    if (closed) throw closedFault()
    try {
      return await within(timeout, task(worker()))
    } catch (error) {
      await stop()
      throw closed ? closedFault() : asFault(error)
    }
  }
  const version = queue(() => guarded(async ({ ready }) => ready))
  version.catch(() => undefined)
  return {
    kind: 'embedded',
    version: () => version,
    async convert(input) {
      const { stdout, stderr } = await queue(() => guarded((running) => running.convert(input)))
      if (stdout.trim() !== '') return stdout
      const said = oneLine(stderr)
      throw new PandocFault(
        `the embedded pandoc ${said === '' ? 'wrote nothing' : `said: ${said}`}`,
        other,
      )
    },
    async close() {
      closed = true
      await stop()
    },
  }
}

interface Running {
  /** The version, as soon as it can be asked. */
  readonly ready: Promise<string>
  readonly convert: (input: PandocInput) => Promise<{ stdout: string; stderr: string }>
  readonly terminate: () => Promise<unknown>
}

function startWorker(): Running {
  const worker = new Worker(workerSource, {
    eval: true,
    workerData: addresses(),
    // Neither the caller's flags for node nor its environment are meant for the worker.
    execArgv: [],
    env: {},
  })
  // Who waits for the next message: one at most, since the engine asks one thing at a time.
  let waiting: { resolve: (answer: Answer) => void; reject: (error: unknown) => void } | undefined
  worker.on('message', (answer: Answer) => waiting?.resolve(answer))
  worker.on('error', (error) => waiting?.reject(error))
  worker.on('exit', (code) => waiting?.reject(new Error(`it ended with ${code}`)))
  const answer = async (): Promise<Answer> => {
    // Held open only while somebody waits: a caller that forgot to close it can still end.
    worker.ref()
    try {
      return await new Promise<Answer>((resolve, reject) => (waiting = { resolve, reject }))
    } finally {
      worker.unref()
    }
  }
  const ready = answer().then((first) => ('version' in first ? first.version : ''))
  ready.catch(() => undefined)
  return {
    ready,
    async convert({ format, bytes, trackChanges = 'accept' }) {
      await ready
      const answered = answer()
      const changes = format === 'docx' ? { 'track-changes': trackChanges } : {}
      worker.postMessage({
        options: { from: format, to: 'json', sandbox: true, ...changes },
        bytes,
      })
      const last = await answered
      return 'stdout' in last ? last : { stdout: '', stderr: '' }
    },
    terminate: () => worker.terminate(),
  }
}

/** Where pandoc.wasm lies, and the shim that pandoc-wasm depends on, from wherever this code runs. */
function addresses(): { readonly wasm: string; readonly shim: string } {
  const entry = createRequire(import.meta.url).resolve('pandoc-wasm')
  const shim = createRequire(entry).resolve('@bjorn3/browser_wasi_shim')
  return { wasm: join(dirname(entry), 'pandoc.wasm'), shim: pathToFileURL(shim).href }
}

const other = 'if other files fail too, install pandoc 2.17 or later, which is then used instead'

const closedFault = (): PandocFault =>
  new PandocFault('the embedded pandoc was stopped before it had ended', 'start the command again')

function asFault(error: unknown): PandocFault {
  if (error instanceof PandocFault) return error
  const said = oneLine(error instanceof Error ? error.message : String(error))
  return new PandocFault(`the embedded pandoc failed: ${said}`, other)
}

/** Waits for `task`, but not longer than `milliseconds`. */
async function within<T>(milliseconds: number, task: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    const fault = `the embedded pandoc did not end within ${milliseconds / 1000} s`
    timer = setTimeout(() => reject(new PandocFault(fault, other)), milliseconds)
  })
  try {
    return await Promise.race([task, late])
  } finally {
    clearTimeout(timer)
  }
}
