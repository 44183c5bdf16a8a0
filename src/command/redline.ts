import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { diagnose } from '../diagnostic/diagnose.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { makeRedline } from '../make-redline.ts'
import { writeWhole } from '../publish/write-whole.ts'
import type { Outside } from '../read-and-check.ts'
import { exitCodeOf, formatFindings, printingTo, type TextFormat } from './report.ts'
import { openRevision, type Revision } from './revision.ts'
import type { ExitCode, Terminal } from './terminal.ts'

export interface RedlineOptions {
  /** Where the book stands in a commit. */
  readonly book: string
  readonly output?: string
  readonly chapter?: string
  readonly author?: string
  readonly force: boolean
  readonly format: TextFormat
}

/** One of the two versions: a path, or a commit that was laid out. */
interface Version {
  readonly path: string
  readonly revision?: Revision
}

/** `imprimatur redline OLD NEW`: a Word file with the differences of two versions as tracked changes. */
export async function runRedline(
  old: string,
  now: string,
  options: RedlineOptions,
  outside: Outside,
  terminal: Terminal,
): Promise<ExitCode> {
  const versions: Version[] = []
  const ended = (found: readonly Diagnostic[]): ExitCode => {
    terminal.err(
      formatFindings(
        found,
        options.format,
        new Map(),
        printingTo(terminal, 'err', { info: false }),
      ),
    )
    return exitCodeOf(found)
  }
  try {
    for (const name of [old, now]) {
      const version = await versionOf(name, options.book, terminal.folder)
      if (version === undefined) return ended([unknown(name)])
      versions.push(version)
    }
    const [before, after] = versions
    if (before === undefined || after === undefined) return 2
    const { author = after.revision?.author, chapter } = options
    const { value, diagnostics } = await makeRedline(
      {
        old: before.path,
        now: after.path,
        ...(chapter !== undefined && { chapter }),
        editor: {
          ...(author !== undefined && { author }),
          ...(after.revision && { date: after.revision.date }),
        },
      },
      outside,
    )
    if (value === undefined) return ended(diagnostics)
    const output = options.output ?? `${basename(after.path).replace(/\.[^.]*$/u, '')}-redline.docx`
    const refused = writeWhole(output, value.bytes, { force: options.force })
    if (refused !== undefined)
      return ended([
        diagnose('unwritable-output', {
          message: `\`${output}\` was not written: ${refused}`,
          help: 'name another file with -o, or add --force',
        }),
      ])
    if (value.isSame)
      terminal.err('the two versions say the same: there is no change in the file\n')
    terminal.out(`${output}\n`)
    return 0
  } finally {
    for (const { revision } of versions) revision?.remove()
  }
}

async function versionOf(name: string, book: string, folder: string): Promise<Version | undefined> {
  if (existsSync(name)) return { path: name }
  const revision = await openRevision(name, folder)
  return revision && { path: join(revision.folder, book), revision }
}

const unknown = (name: string): Diagnostic =>
  diagnose('wrong-usage', {
    message: `\`${name}\` is no file or folder, and no commit, branch or tag of a git repository here`,
    help: 'name two versions of a book: folders, Markdown files, or commits',
  })
