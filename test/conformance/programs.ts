import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** The command as a user runs it, from the bundle. */
export const cli = resolve('dist/cli.js')

/** Runs a program to its end; throws with what it said where it fails. */
export const run = (program: string, ...words: string[]): string =>
  execFileSync(program, words, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'pipe'],
  })

export const isThere = (program: string): boolean => spawnSync('which', [program]).status === 0

/** Says loudly what is not checked, for want of what. */
export function unless(present: boolean, what: string): boolean {
  if (!present) console.warn(`\n*** SKIPPED, not checked here: ${what}\n`)
  return !present
}

/** A tool or text of the folder beside the project, which only its developers have. */
export const beside = (path: string): string => join('..', 'shared', path)
export const isBeside = (path: string): boolean => existsSync(beside(path))

export const temporary = (): string => mkdtempSync(join(tmpdir(), 'imprimatur-conformance-'))

/** Every file of a ZIP as text, by name, with the system's own unzip-free reader: pandoc's and ours are under test. */
export const unzip = (path: string, name: string): string =>
  run(
    'python3',
    '-c',
    'import sys,zipfile;sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))',
    path,
    name,
  )

/** The words of a text in order, marks and white space aside. */
export const words = (text: string): string[] =>
  text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []

export const read = (path: string): string => readFileSync(path, 'utf8')

export const chapterNumbers = Array.from({ length: 33 }, (_, index) => String(568 + index))
