import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { makeFolder } from './make-folder.ts'

/** Folder in which editions are staged, inside the folder of the editions: a rename cannot leave its file system. */
const staging = '.imprimatur-staged'
/** Its presence says that every staged file is whole and that publication was decided. */
const journalName = 'journal.json'

/** What a publication does, in order: renames first, removals after, the manifest as the last rename. */
interface Journal {
  /** Names in the folder of the editions, each staged under the same name. */
  readonly rename: readonly string[]
  /** Files of an earlier publication that no longer hold. */
  readonly remove: readonly string[]
}

/** Writes `files` beside the published ones, whole and synced, and decides their publication. */
export function stage(
  folder: string,
  files: ReadonlyMap<string, Uint8Array | string>,
  remove: readonly string[],
): void {
  const staged = join(folder, staging)
  rmSync(staged, { recursive: true, force: true })
  makeFolder(staged)
  for (const [name, content] of files) writeSynced(join(staged, name), content)
  const journal: Journal = { rename: [...files.keys()], remove }
  writeSynced(join(staged, `${journalName}.part`), JSON.stringify(journal))
  renameSync(join(staged, `${journalName}.part`), join(staged, journalName))
  syncFolder(staged)
}

/**
 * Carries out what a journal decided. Each step may have been done already, so that a publication
 * that was interrupted is completed by the next start. Without a journal nothing was decided: what
 * was staged is thrown away, and the editions stay as they were.
 */
export function complete(folder: string): void {
  const staged = join(folder, staging)
  if (existsSync(join(staged, journalName))) {
    const journal = JSON.parse(readFileSync(join(staged, journalName), 'utf8')) as Journal
    for (const name of journal.rename)
      if (existsSync(join(staged, name))) renameSync(join(staged, name), join(folder, name))
    for (const name of journal.remove) rmSync(join(folder, name), { force: true })
    syncFolder(folder)
    unlinkSync(join(staged, journalName))
  }
  rmSync(staged, { recursive: true, force: true })
}

/** Throws away what was staged and not decided. */
export function abandon(folder: string): void {
  const staged = join(folder, staging)
  if (!existsSync(join(staged, journalName))) rmSync(staged, { recursive: true, force: true })
}

/** Bytes that are on the disk, not only on their way, when this returns. */
export function writeSynced(path: string, content: Uint8Array | string): void {
  makeFolder(dirname(path))
  const descriptor = openSync(path, 'w')
  try {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Makes the names in a folder last. A file system that cannot sync a folder keeps them by itself. */
function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } catch {
    // EINVAL on file systems without it.
  } finally {
    closeSync(descriptor)
  }
}
