import { isAbsolute, relative, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Where names of files are told from. */
export interface Folders {
  /** Absolute: the folder in which the command was called, by which the user's names are read. */
  readonly called: string
  /** Absolute: the top of the repository; absence means where the command was called. */
  readonly top?: string
}

/** A file as a machine reads it: from the top, with `/`. One that the user named in full and that lies elsewhere keeps its full name. */
export function nameFrom({ called, top = called }: Folders, file: string): string {
  const full = resolve(called, file)
  const name = relative(top, full)
  const isInside = !isAbsolute(name) && name !== '..' && !name.startsWith(`..${sep}`)
  return (isInside || !isAbsolute(file) ? name : full).split(sep).join('/')
}

/** The same as a URI reference: relative (RFC 3986, 4.2), each part percent-encoded, or `file:`. */
export function uriFrom(folders: Folders, file: string): string {
  const name = nameFrom(folders, file)
  if (isAbsolute(name)) return pathToFileURL(name).href
  // Half a surrogate pair has no UTF-8.
  return name
    .replace(/\p{Cs}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
}
