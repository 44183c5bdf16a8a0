import { strToU8, zipSync, type Zippable } from 'fflate'

/** A file in the container, by its path. */
export interface ContainerFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/**
 * How hard a file is pressed, 0 to 9. Pictures of pixels are packed in themselves; fonts hold little
 * air, and level 9 over all costs ten times the time for half a per cent.
 */
const levelOf = (path: string): 0 | 3 | 6 =>
  /\.(?:png|jpg)$/u.test(path) ? 0 : /\.[ot]tf$/u.test(path) ? 3 : 6

/**
 * The OCF ZIP container (EPUB 3.3, 4.3): `mimetype` first and stored, without an extra field. Every
 * entry bears the edition's date, so that the same book gives the same bytes.
 */
export function zip(files: readonly ContainerFile[], date: string): Uint8Array {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const entries: Zippable = {
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
  }
  for (const { path, bytes } of files) entries[path] = [bytes, { level: levelOf(path) }]
  // ZIP keeps a local time and fflate asks the machine's zone for it, so the date is made in that
  // zone; at noon, when no zone turns its clocks. ZIP knows no year outside 1980 to 2099.
  const mtime = new Date(Math.min(Math.max(year, 1980), 2099), month - 1, day, 12)
  return zipSync(entries, { mtime })
}
