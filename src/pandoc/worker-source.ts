/**
 * The program of the worker that runs the embedded pandoc, as text.
 *
 * As text, because a worker needs a file that node can run, and there would be three: TypeScript
 * under vitest, a chunk in dist/, and none at all where a bundler did not know of it. It imports
 * what it needs by addresses that the parent has resolved.
 *
 * It drives pandoc.wasm itself, over the WASI shim of pandoc-wasm, instead of calling `convert` of
 * pandoc-wasm, for one reason: that wrapper starts the Haskell runtime with `-H64m`. With it the
 * memory grows by some seventy steps of 1 MB, and V8 answers nearly every step with a collection
 * of all its garbage ("external memory pressure"). Measured, first DOCX after start: 1.6 s with
 * `-H64m`, 0.35 s with `-A16m`; processor time of the whole 5.0 s against 2.4 s.
 *
 * Everything pandoc sees is a map of files in memory: no disk, no network, no environment.
 */
export const workerSource = `
const { parentPort, workerData } = require('node:worker_threads')
const { readFileSync } = require('node:fs')

const encode = (text) => new TextEncoder().encode(text)
const decode = (file) => new TextDecoder().decode(file.data)

async function start() {
  const { WASI, File, OpenFile, PreopenDirectory, ConsoleStdout } = await import(workerData.shim)
  const args = ['pandoc.wasm', '+RTS', '-A16m', '-M1500m', '-RTS']
  const files = new Map()
  const quiet = () => ConsoleStdout.lineBuffered(() => undefined)
  const stdin = new OpenFile(new File(new Uint8Array(), { readonly: true }))
  const root = new PreopenDirectory('/', files)
  const wasi = new WASI(args, [], [stdin, quiet(), quiet(), root], { debug: false })
  const module = await WebAssembly.compile(readFileSync(workerData.wasm))
  const imports = { wasi_snapshot_preview1: wasi.wasiImport }
  const instance = await WebAssembly.instantiate(module, imports)
  const pandoc = instance.exports
  wasi.initialize(instance)
  pandoc.__wasm_call_ctors()

  // The memory may have moved after every call: a view is made anew each time.
  const put = (bytes) => {
    const at = pandoc.malloc(bytes.length)
    new Uint8Array(pandoc.memory.buffer, at, bytes.length).set(bytes)
    return at
  }
  const words = (numbers) => put(new Uint8Array(Uint32Array.from(numbers).buffer))
  const argv = words([...args.map((arg) => put(encode(arg + '\\0'))), 0])
  pandoc.hs_init_with_rtsopts(words([args.length]), words([argv]))

  const call = (entry, options, input) => {
    const out = { stdout: new File(new Uint8Array()), stderr: new File(new Uint8Array()) }
    files.clear()
    files.set('stdin', new File(new Uint8Array(), { readonly: true }))
    files.set('stdout', out.stdout)
    files.set('stderr', out.stderr)
    files.set('warnings', new File(new Uint8Array()))
    if (input) files.set('input', new File(input, { readonly: true }))
    const json = encode(JSON.stringify(options))
    pandoc[entry](put(json), json.length)
    files.clear()
    return { stdout: decode(out.stdout), stderr: decode(out.stderr) }
  }

  parentPort.on('message', ({ options, bytes }) => {
    parentPort.postMessage(call('convert', { ...options, 'input-files': ['input'] }, bytes))
  })
  parentPort.postMessage({ version: JSON.parse(call('query', { query: 'version' }).stdout) })
}

start()
`
