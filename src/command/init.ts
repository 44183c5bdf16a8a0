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
  const refuse = (message: string, note: string, help: string): ExitCode => {
    const found = diagnose('unwritable-output', { message, note, help })
    terminal.err(
      formatFindings([found], 'pretty', new Map(), printingTo(terminal, 'err', { info: false })),
    )
    return 2
  }
  if (existsSync(folder) && (!statSync(folder).isDirectory() || readdirSync(folder).length > 0))
    return refuse(
      `\`${folder}\` is there already, and ${isBook(folder) ? 'is a book' : 'not empty'}`,
      'nothing was written; what is there stays as it is',
      isBook(folder)
        ? `build it with \`imprimatur build ${folder}\`, or name a new folder`
        : 'name a new folder',
    )
  for (const name of readdirSync(starter, { recursive: true, encoding: 'utf8' }).toSorted()) {
    if (statSync(join(starter, name)).isDirectory()) continue
    const content = readFileSync(join(starter, name))
    const failed = writeWhole(join(folder, name), content, { force: false })
    if (failed !== undefined)
      return refuse(
        `\`${join(folder, name)}\` was not written: ${failed}`,
        'the new book is not whole',
        'check the permissions of the folder, and name one that can be written',
      )
    terminal.out(`${join(folder, name)}\n`)
  }
  terminal.err(`now: imprimatur build ${folder}\n`)
  return 0
}

const isBook = (folder: string): boolean => existsSync(join(folder, 'book.yaml'))
