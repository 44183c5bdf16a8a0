// In: what a command was asked to read, and is not there. Out: a finding that says what may be meant.
import { readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { diagnose } from '../diagnostic/diagnose.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { nearest } from '../diagnostic/nearest.ts'

/** A chapter that the user named. */
export function missingChapter(named: string): Diagnostic {
  const folder = dirname(named)
  const names = namesIn(folder)
  const like = nearest(basename(named), (names ?? []).filter(isChapter))
  return told(
    named,
    `\`${named}\` is not there`,
    names === undefined
      ? `there is no folder \`${folder}\`: check the name`
      : like === undefined
        ? 'check the name, and the folder in which you are'
        : `did you mean \`${join(folder, like)}\`?`,
  )
}

/** A book that the user named, or did not name: a folder without `book.yaml`. */
export function missingBook(folder: string): Diagnostic {
  const file = join(folder, 'book.yaml')
  const names = namesIn(folder)
  if (names === undefined)
    return told(
      file,
      `there is no folder \`${folder}\``,
      `name the folder of a book, or a Markdown file; \`imprimatur init ${folder}\` makes a new book there`,
    )
  const chapter = names.find(isChapter)
  const other = names.find((name) => /^book\.ya?ml$/iu.test(name))
  return told(
    file,
    `the folder \`${folder}\` holds no book.yaml`,
    other !== undefined
      ? `rename \`${other}\` to \`book.yaml\``
      : chapter !== undefined
        ? `name a chapter alone, such as \`${join(folder, chapter)}\`, or write a book.yaml that lists the chapters`
        : 'name the folder of a book, or a Markdown file; `imprimatur init DIR` makes a new book',
  )
}

const told = (file: string, message: string, help: string): Diagnostic =>
  diagnose('missing-file', { file, message, note: 'nothing was read', help })

const isChapter = (name: string): boolean => name.endsWith('.md')

/** Absence means that there is no such folder. */
function namesIn(folder: string): string[] | undefined {
  try {
    return readdirSync(folder).sort()
  } catch {
    return undefined
  }
}
