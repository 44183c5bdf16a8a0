import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { diagnose } from '../diagnostic/diagnose.ts'
import type { RuleId } from '../diagnostic/rules.ts'
import { extensions, type EditionKind } from '../edition.ts'
import { fileNameOf } from '../publish/manifest.ts'
import { build, type BuildRequest } from '../pipeline.ts'
import type { Outside } from '../read-and-check.ts'
import {
  counted,
  countsOf,
  exitCodeOf,
  formatFindings,
  printingTo,
  type TextFormat,
} from './report.ts'
import { progressOn } from './progress.ts'
import type { ExitCode, Terminal } from './terminal.ts'

export interface BuildOptions {
  readonly info: boolean
  readonly quiet: boolean
  readonly format: TextFormat
  readonly max?: number
}

/** `imprimatur build`. */
export async function runBuild(
  request: BuildRequest,
  options: BuildOptions,
  outside: Outside,
  terminal: Terminal,
): Promise<ExitCode> {
  const progress = progressOn(terminal, options.quiet)
  const { value, diagnostics } = await build(request, outside, progress.stage)
  progress.end()
  terminal.err(
    formatFindings(diagnostics, options.format, new Map(), printingTo(terminal, 'err', options)),
  )
  const code = exitCodeOf(diagnostics, request.strict)
  if (value === undefined) {
    if (!options.quiet)
      terminal.err(
        code === 0
          ? 'nothing was built\n'
          : `${countsOf(diagnostics)}: nothing was published, earlier editions are as they were\n`,
      )
    return code === 0 ? 1 : code
  }
  for (const edition of value.editions) {
    const pages = edition.pages === undefined ? '' : `, ${counted(edition.pages.length, 'page')}`
    const size = `${Math.ceil(edition.bytes.length / 1024)} KiB`
    terminal.out(`${join(value.folder, fileNameOf(edition))}  ${size}${pages}\n`)
  }
  if (value.register !== undefined)
    terminal.out(`${value.register}  released: keep this file with the chapters\n`)
  return code
}

/** `-o FILE`: builds the edition that the file's ending names into a folder of its own, then puts it where it is wanted. */
export async function runBuildTo(
  file: string,
  request: BuildRequest,
  options: BuildOptions,
  outside: Outside,
  terminal: Terminal,
): Promise<ExitCode> {
  const refuse = (message: string, help: string, rule: RuleId = 'wrong-usage'): ExitCode => {
    const found = diagnose(rule, { message, help })
    terminal.err(
      formatFindings([found], options.format, new Map(), printingTo(terminal, 'err', options)),
    )
    return 2
  }
  const kind = kindOf(file)
  if (kind === undefined)
    return refuse(
      `\`${file}\` does not say which edition is wanted`,
      'end it in .pdf, .docx, .epub or .html',
    )
  if (!request.editions.includes(kind))
    return refuse(
      `\`${file}\` names another edition than --edition`,
      `leave --edition out, or add ${kind}`,
    )
  let folder: string
  try {
    folder = mkdtempSync(join(dirname(resolve(file)), '.imprimatur-'))
  } catch {
    return refuse(
      `the folder of \`${file}\` is not there, or may not be written`,
      'make it first',
      'unwritable-output',
    )
  }
  try {
    const progress = progressOn(terminal, options.quiet)
    const wanted = {
      ...request,
      editions: [kind],
      out: folder,
      isWhole: request.chapter === undefined,
    }
    const { value, diagnostics } = await build(wanted, outside, progress.stage)
    progress.end()
    terminal.err(
      formatFindings(diagnostics, options.format, new Map(), printingTo(terminal, 'err', options)),
    )
    const [edition] = value?.editions ?? []
    if (value === undefined || edition === undefined)
      return exitCodeOf(diagnostics, request.strict) || 1

    try {
      renameSync(join(value.folder, fileNameOf(edition)), file)
    } catch {
      return refuse(
        `\`${file}\` cannot be replaced by an edition`,
        'name a file, or one that may be written',
        'unwritable-output',
      )
    }
    terminal.out(`${file}\n`)
    return exitCodeOf(diagnostics, request.strict)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const kindOf = (file: string): EditionKind | undefined =>
  (Object.keys(extensions) as EditionKind[]).find((kind) => file.endsWith(`.${extensions[kind]}`))
