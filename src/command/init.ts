import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { diagnose } from '../diagnostic/diagnose.ts'
import { installed } from '../installed.ts'
import { writeWhole } from '../publish/write-whole.ts'
import { formatFindings, printingTo } from './report.ts'
import type { ExitCode, Terminal } from './terminal.ts'

/** `imprimatur init DIR`: a book that builds at once. A folder with anything in it is left alone. */
export function runInit(folder: string, terminal: Terminal): ExitCode {
  const starter = installed(join('templates', 'new-book'))
  const refuse = (message: string, help: string): ExitCode => {
    const found = diagnose('unwritable-output', { message, help })
    terminal.err(
      formatFindings([found], 'pretty', new Map(), printingTo(terminal, 'err', { info: false })),
    )
    return 2
  }
  if (existsSync(folder) && (!statSync(folder).isDirectory() || readdirSync(folder).length > 0))
    return refuse(`\`${folder}\` is there already and not empty`, 'name a new folder')
  for (const name of readdirSync(starter, { recursive: true, encoding: 'utf8' }).toSorted()) {
    if (statSync(join(starter, name)).isDirectory()) continue
    const content = readFileSync(join(starter, name))
    const failed = writeWhole(join(folder, name), content, { force: false })
    if (failed !== undefined)
      return refuse(`\`${join(folder, name)}\` was not written: ${failed}`, 'check the folder')
    terminal.out(`${join(folder, name)}\n`)
  }
  terminal.err(`now: imprimatur build ${folder}\n`)
  return 0
}
