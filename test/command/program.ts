import { execFileSync, spawnSync } from 'node:child_process'
import { build } from 'esbuild'
import { chmodSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/**
 * The command as a user starts it, compiled into a folder of its own, so that no test depends on what
 * `dist/` holds. `close` takes the folder away.
 */
export async function makeProgram(): Promise<{ path: string; close(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'imprimatur-program-'))
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    dependencies: Record<string, string>
  }
  await build({
    entryPoints: { cli: 'src/cli.ts' },
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    external: Object.keys(dependencies),
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    logLevel: 'error',
  })
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  // What comes with the program stands beside it.
  for (const name of ['templates', 'node_modules']) symlinkSync(resolve(name), join(folder, name))
  const path = join(folder, 'imprimatur')
  writeFileSync(path, `#!/bin/sh\nexec '${process.execPath}' '${join(folder, 'cli.js')}' "$@"\n`)
  chmodSync(path, 0o755)
  return { path, close: () => rmSync(folder, { recursive: true, force: true }) }
}

/** The environment of a test's processes: nothing of the machine's that would change a report. */
export const environment = (more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv => {
  const { PATH, HOME } = process.env
  return { PATH, HOME, GIT_CONFIG_GLOBAL: '/dev/null', ...more }
}

/** Runs a line of shell. */
export function shell(
  line: string,
  folder: string,
  more: Readonly<Record<string, string>> = {},
): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync('/bin/sh', ['-c', line], {
    cwd: folder,
    env: environment(more),
    encoding: 'utf8',
  })
  return { code: status, out: stdout, err: stderr }
}

export const git = (folder: string, ...words: string[]): string =>
  execFileSync('git', words, { cwd: folder, env: environment(), encoding: 'utf8' })
