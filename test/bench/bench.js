// Times whole processes, cold: `npm run bench`. Medians of five, with the time of an empty node
// beside them, since machines are noisy and of different speed.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

const runs = 5
const out = mkdtempSync(join(tmpdir(), 'imprimatur-bench-'))
const cli = ['dist/cli.js']
/** Without a native pandoc on the PATH, so that the embedded one reads. */
const embedded = {
  ...process.env,
  PATH: (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => spawnSync('test', ['-x', join(folder, 'pandoc')]).status !== 0)
    .join(delimiter),
}

const rows = [
  ['an empty node', ['-e', '0']],
  ['imprimatur --version', [...cli, '--version']],
  ['check', [...cli, 'check', 'source']],
  ['print, draft', [...cli, 'build', 'source', '--draft', '--edition', 'print', '--out', out]],
  ['word, draft', [...cli, 'build', 'source', '--draft', '--edition', 'word', '--out', out]],
  ['epub, draft', [...cli, 'build', 'source', '--draft', '--edition', 'epub', '--out', out]],
  ['three editions, draft', [...cli, 'build', 'source', '--draft', '--out', out]],
  [
    'three editions, proven by the embedded pandoc',
    [...cli, 'build', 'source', '--out', out],
    embedded,
  ],
  ['three editions, proven by pandoc on the PATH', [...cli, 'build', 'source', '--out', out]],
]

for (const [name, words, env = process.env] of rows) {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now()
    const { status, stderr } = spawnSync(process.execPath, words, { env, encoding: 'utf8' })
    if (status !== 0) throw new Error(`${name}: ${stderr}`)
    return performance.now() - start
  }).sort((a, b) => a - b)
  const [least, median, most] = [times[0], times[Math.floor(runs / 2)], times[runs - 1]]
  console.log(
    `${name.padEnd(48)} ${median.toFixed(0).padStart(6)} ms  (${least.toFixed(0)}–${most.toFixed(0)})`,
  )
}
rmSync(out, { recursive: true, force: true })
