// Compiles src/ into dist/: one file a command, so that starting takes no transpiling, with the
// licences of everything that is inside. `--types` adds the declarations for use as a library.
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

const packageJson = JSON.parse(readFileSync('package.json', 'utf8'))

rmSync('dist', { recursive: true, force: true })
const { metafile } = await build({
  entryPoints: { cli: 'src/cli.ts', index: 'src/index.ts', worker: 'src/making/worker.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  // All in one folder, so that what stands beside dist/ is found from every chunk.
  chunkNames: 'chunk-[hash]',
  external: Object.keys(packageJson.dependencies),
  plugins: [leaveOutOfPdfkit(['fontkit', 'linebreak', '@noble/ciphers/aes'])],
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  metafile: true,
  logLevel: 'warning',
})

// A shebang belongs to the entry alone, not to every chunk.
writeFileSync('dist/cli.js', `#!/usr/bin/env node\n${readFileSync('dist/cli.js', 'utf8')}`)
chmodSync('dist/cli.js', 0o755)
writeFileSync('dist/THIRD-PARTY-LICENSES.txt', licencesOf(Object.keys(metafile.inputs)))

if (process.argv.includes('--types'))
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.types.json'], {
    stdio: 'inherit',
  })

/**
 * What pdfkit imports and print never calls: faces are embedded, and lines broken, by print itself,
 * and nothing is encrypted. Together they are two thirds of print's code, and evaluate tables when
 * they are imported.
 */
function leaveOutOfPdfkit(names) {
  return {
    name: 'leave-out-of-pdfkit',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^[^.]/ }, ({ path, importer }) =>
        names.includes(path) && /[\\/]node_modules[\\/]pdfkit[\\/]/.test(importer)
          ? { path, namespace: 'left-out', sideEffects: false }
          : undefined,
      )
      onLoad({ filter: /^/, namespace: 'left-out' }, ({ path }) => ({
        // By CommonJS, whatever name is imported is there: undefined.
        contents: `module.exports = {} // ${path}`,
      }))
    },
  }
}

/** Name, version, licence and its text of every package that was bundled. */
function licencesOf(inputs) {
  const folders = new Set(
    inputs
      .map((input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1])
      .filter((folder) => folder !== undefined),
  )
  const parts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    )
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each))
    const path = file === undefined ? undefined : join(folder, file)
    const text = path !== undefined && existsSync(path) ? readFileSync(path, 'utf8').trim() : ''
    return `${name} ${version} (${license ?? 'see its text'})\n\n${text}\n`
  })
  return `What is bundled into this program, with its licences.\n\n${parts.join(`\n${'-'.repeat(72)}\n\n`)}`
}
