// Making the print edition, stage by stage.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'

mkdirSync('dist', { recursive: true })
// In the project, so that what stays outside the bundle is found.
const folder = mkdtempSync(resolve('dist', 'bench-'))
const stages = [
  './src/source/read.ts',
  './src/model/to-book.ts',
  './src/matter.ts',
  './src/template/load.ts',
  './src/template/words.ts',
  './src/print/type/open-type.ts',
  './src/print/galley/pictures.ts',
  './src/print/galley/compose.ts',
  './src/print/line/break-lines.ts',
  './src/print/page/paginate.ts',
]
await build({
  stdin: {
    contents: [
      ...stages.map((path) => `export * from '${path}'`),
      "export { installed } from './src/installed.ts'",
    ].join('\n'),
    resolveDir: process.cwd(),
    loader: 'ts',
  },
  outfile: join(folder, 'stages.js'),
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  logLevel: 'warning',
})
export const stage = await import(join(folder, 'stages.js'))
rmSync(folder, { recursive: true })
