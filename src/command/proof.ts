import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { diagnose } from '../diagnostic/diagnose.ts'
import type { Edition } from '../edition.ts'
import { proveAgain } from '../prove-editions.ts'
import type { Outside } from '../read-and-check.ts'
import { fileNameOf, readEntries, sha256 } from '../publish/manifest.ts'
import { counted, exitCodeOf, formatFindings, printingTo, type TextFormat } from './report.ts'
import type { ExitCode, Terminal } from './terminal.ts'

/** `imprimatur proof`: reads what the manifest of a folder names and holds it against the manuscript. */
export async function runProof(
  folder: string,
  { book, format }: { readonly book: string; readonly format: TextFormat },
  outside: Outside,
  terminal: Terminal,
): Promise<ExitCode> {
  const manifest = join(folder, 'manifest.json')
  const entries = existsSync(manifest) ? readEntries(readFileSync(manifest, 'utf8')) : []
  const editions = entries.flatMap(({ file, kind }): Edition[] => {
    const path = join(folder, file)
    if (!existsSync(path)) return []
    return [{ kind, name: file.replace(/\.[^.]*$/u, ''), bytes: readFileSync(path) }]
  })
  const missing = entries.filter(({ file }) => !existsSync(join(folder, file)))
  const found = missing.map(({ file }) =>
    diagnose('missing-file', {
      message: `\`${join(folder, file)}\` is in the manifest but not there`,
      help: 'build again',
    }),
  )
  for (const entry of entries) {
    const edition = editions.find((each) => fileNameOf(each) === entry.file)
    if (edition !== undefined && sha256(edition.bytes) !== entry.sha256)
      found.push(
        diagnose('altered-edition', {
          message: `\`${join(folder, entry.file)}\` is not the file that was published: its bytes differ from the manifest`,
          help: 'build again, or take the file from where it was published',
        }),
      )
  }
  if (entries.length === 0)
    found.push(
      diagnose('missing-file', {
        message: `\`${manifest}\` names no editions`,
        help: 'build first: imprimatur build',
      }),
    )
  const { value, diagnostics } = await proveAgain(editions, book, outside)
  const all = [...found, ...diagnostics]
  terminal.err(formatFindings(all, format, new Map(), printingTo(terminal, 'err', { info: false })))
  const code = exitCodeOf(all)
  if (code === 0) terminal.err(`${counted(value, 'edition')} read back: sound\n`)
  return code
}
