import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll } from 'vitest'

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  dependencies: Record<string, string>
}
let folder = ''
beforeAll(async () => {
  mkdirSync('dist', { recursive: true })
  folder = mkdtempSync(resolve('dist', 'test-'))
  await build({
    entryPoints: { cli: 'src/cli.ts', worker: 'src/making/worker.ts' },
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    external: Object.keys(dependencies),
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The command as it is now, from a folder that goes when the tests end: `dist/` may be older. */
export const cli = (): string => join(folder, 'cli.js')

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the command with these words. */
export const imprimatur = (
  words: readonly string[],
  { env = process.env, cwd }: { env?: NodeJS.ProcessEnv; cwd?: string } = {},
): Ended =>
  ended(process.execPath, [cli(), ...words], { env, ...(cwd === undefined ? {} : { cwd }) })

/** Runs a line of a shell in which `$0` stands for the command. */
export const shell = (line: string, ...words: readonly string[]): Ended =>
  ended('bash', ['-c', line.replaceAll('$0', `"${process.execPath}" "$0"`), cli(), ...words], {})

function ended(program: string, words: readonly string[], options: object): Ended {
  const { status, stdout, stderr } = spawnSync(program, words, {
    encoding: 'utf8',
    timeout: 60_000,
    ...options,
  })
  return { code: status, out: stdout, err: stderr }
}
