import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { diagnose } from '../diagnostic/diagnose.ts'
import { fileNameOf } from '../publish/manifest.ts'
import { build, type BuildRequest, type Outside } from '../pipeline.ts'
import { counted, countsOf, exitCodeOf, formatFindings, type Format } from './report.ts'
import { progressOn } from './progress.ts'
import type { ExitCode, Terminal } from './terminal.ts'

export interface BuildOptions {
  readonly info: boolean
  readonly quiet: boolean
  readonly format: Exclude<Format, 'json'>
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
  terminal.err(formatFindings(diagnostics, options.format, new Map(), options))
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
  return code
}

/** `-o FILE`: builds one edition into a folder of its own, then puts the one file where it is wanted. */
export async function runBuildTo(
  file: string,
  request: BuildRequest,
  options: BuildOptions,
  outside: Outside,
  terminal: Terminal,
): Promise<ExitCode> {
  const folder = mkdtempSync(join(dirname(resolve(file)), '.imprimatur-'))
  try {
    const silent: Terminal = { ...terminal, out: () => {} }
    const progress = progressOn(terminal, options.quiet)
    const { value, diagnostics } = await build({ ...request, out: folder }, outside, progress.stage)
    progress.end()
    silent.err(formatFindings(diagnostics, options.format, new Map(), options))
    const [edition] = value?.editions ?? []
    if (value === undefined || edition === undefined)
      return exitCodeOf(diagnostics, request.strict) || 1
    if (value.editions.length > 1) {
      const found = diagnose('wrong-usage', {
        message: `-o names one file, but ${value.editions.length} editions were asked for`,
        help: 'add --edition and --chapter, or use --out DIR',
      })
      terminal.err(formatFindings([found], options.format, new Map(), options))
      return 2
    }
    copyFileSync(join(value.folder, fileNameOf(edition)), file)
    terminal.out(`${file}\n`)
    return exitCodeOf(diagnostics, request.strict)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
