import { closeSync, fstatSync, openSync, readSync, realpathSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { Position } from '../diagnostic/diagnostic.ts'
import type { Diagnostic, Warned } from '../diagnostic/diagnostic.ts'
import { diagnose } from '../diagnostic/diagnose.ts'

/** Where a file is asked for, so that a fault finds its place. */
export interface Asking {
  readonly file: string
  readonly position?: Position
}

/**
 * Reads a file whole, once. Folders, devices and pipes are no files; `most` bounds the bytes that
 * are read whatever the size claims to be. `named` is how the user knows the file.
 */
export function readFileBounded(
  path: string,
  named: string,
  most: number,
  asking: Asking = { file: named },
): Warned<Uint8Array | undefined> {
  const fail = (message: string, help: string): Warned<undefined> => ({
    value: undefined,
    diagnostics: [diagnose('missing-file', { ...asking, message, help })],
  })
  let descriptor: number
  try {
    // Asked before opening: opening a pipe would wait for its other end.
    if (!statSync(path).isFile()) return fail(`\`${named}\` is not a file`, 'name a file')
    descriptor = openSync(path, 'r')
  } catch (error) {
    return fail(...reasonOf(error, named))
  }
  try {
    const { size } = fstatSync(descriptor)
    if (size > most) return { value: undefined, diagnostics: [tooLarge(named, size, most, asking)] }
    const bytes = new Uint8Array(size)
    let read = 0
    while (read < size) {
      const count = readSync(descriptor, bytes, read, size - read, null)
      if (count === 0) break
      read += count
    }
    return { value: bytes.subarray(0, read), diagnostics: [] }
  } catch (error) {
    return fail(...reasonOf(error, named))
  } finally {
    closeSync(descriptor)
  }
}

function reasonOf(error: unknown, named: string): [string, string] {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return [`\`${named}\` is not there`, 'check the name and the folder']
  if (code === 'EACCES' || code === 'EPERM')
    return [`\`${named}\` may not be read`, 'check the permissions of the file']
  return [`\`${named}\` cannot be read (${String(code ?? error)})`, 'check the name and the disk']
}

const tooLarge = (named: string, size: number, most: number, asking: Asking): Diagnostic =>
  diagnose('over-limit', {
    ...asking,
    message: `\`${named}\` has ${size} bytes, more than the ${most} that are allowed`,
    help: 'make it smaller or split it',
  })

/**
 * The path of `name` inside `folder`, or a fault where the name leads out of it: by itself, by `..`
 * in any encoding, by an address, or through a symbolic link.
 */
export function pathInside(
  folder: string,
  name: string,
  asking: Asking,
): Warned<string | undefined> {
  const outside: Warned<undefined> = {
    value: undefined,
    diagnostics: [
      diagnose('outside-book', {
        ...asking,
        message: `\`${name}\` leads outside the folder of the book`,
        help: 'copy the file into the folder of the book and name it from there',
      }),
    ],
  }
  if (/^[A-Za-z][A-Za-z0-9+.-]*:/u.test(name) || /^[\\/]/u.test(name) || /[\u0000\\]/u.test(name))
    return outside
  const path = resolve(folder, name)
  if (!isWithin(resolve(folder), path)) return outside
  try {
    // The link's end, not the link, is what would be published.
    if (!isWithin(realpathSync(folder), join(realpathSync(dirname(path)), '.'))) return outside
    if (!isWithin(realpathSync(folder), realpathSync(path))) return outside
  } catch {
    // Not there: reading it says so.
  }
  return { value: path, diagnostics: [] }
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
}
