// The stages of a check, apart, as they are now: what the command runs, but for the printing.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'

mkdirSync('dist', { recursive: true })
// In the project, so that what stays outside the bundle is found.
const folder = mkdtempSync(resolve('dist', 'bench-'))
const stages = {
  read: './src/source/read.ts',
  model: './src/model/to-book.ts',
  check: './src/check/check.ts',
}
const exported = Object.values(stages).map((path) => `export * from '${path}'`)
await build({
  stdin: { contents: exported.join('\n'), resolveDir: process.cwd(), loader: 'ts' },
  outfile: join(folder, 'stages.js'),
  bundle: true,
  format: 'esm',
  platform: 'node',
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  logLevel: 'warning',
})
export const { readLone, readBook, toBook, check } = await import(join(folder, 'stages.js'))
rmSync(folder, { recursive: true })

/** Milliseconds of this process, whatever else the machine does; and what the work gave. */
export function timed(work) {
  const before = process.cpuUsage()
  const value = work()
  const { user, system } = process.cpuUsage(before)
  return [value, (user + system) / 1000]
}
