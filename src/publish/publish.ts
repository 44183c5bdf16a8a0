// In: proven editions. Out: files in a folder, all of them or none.
// Never: makes or changes an edition.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Edition } from '../edition.ts'
import type { Diagnostic, Warned } from '../diagnostic/diagnostic.ts'
import { diagnose } from '../diagnostic/diagnose.ts'
import { abandon, complete, stage } from './journal.ts'
import { lock, unlock } from './lock.ts'
import { makeFolder } from './make-folder.ts'
import {
  checksums,
  fileNameOf,
  readEntries,
  type Manifest,
  type ManifestEntry,
} from './manifest.ts'

/** Publishes editions with their manifest. Returns the names of the files now in place. */
export function publish(
  folder: string,
  editions: readonly Edition[],
  manifest: Manifest,
): Warned<readonly string[]> {
  return guarded(folder, () => {
    const earlier = readEarlier(folder)
    const replaced = new Set(manifest.editions.map(({ file }) => file))
    // An edition of this book that is not made anew stays only where it says the same manuscript;
    // editions of other books are none of our business.
    const kept = earlier.filter(
      ({ file, source, book }) =>
        !replaced.has(file) &&
        (book !== manifest.identifier || source === manifest.source) &&
        existsSync(join(folder, file)),
    )
    const stale = earlier.filter(
      ({ file }) => !replaced.has(file) && !kept.some((entry) => entry.file === file),
    )
    const entries = [...manifest.editions, ...kept].sort((a, b) => (a.file < b.file ? -1 : 1))
    const files = new Map<string, Uint8Array | string>(
      editions.map((edition) => [fileNameOf(edition), edition.bytes]),
    )
    files.set('SHA256SUMS', checksums(entries))
    files.set('manifest.json', `${JSON.stringify({ ...manifest, editions: entries }, null, 2)}\n`)
    stage(
      folder,
      files,
      stale.map(({ file }) => file),
    )
    complete(folder)
    return [...files.keys()]
  })
}

/** Publishes files alone: drafts, which no manifest names. */
export function publishDraft(
  folder: string,
  editions: readonly Edition[],
): Warned<readonly string[]> {
  return guarded(folder, () => {
    const files = new Map(editions.map((edition) => [fileNameOf(edition), edition.bytes]))
    stage(folder, files, [])
    complete(folder)
    return [...files.keys()]
  })
}

/** Holds the folder while `work` runs; a disk that fails is a finding, and leaves nothing behind. */
function guarded(folder: string, work: () => readonly string[]): Warned<readonly string[]> {
  try {
    makeFolder(folder)
    const holder = lock(folder)
    if (holder !== undefined)
      return failed(
        folder,
        `another build (process ${holder.pid}) is publishing there`,
        'wait for it to end, then build again',
      )
    try {
      complete(folder)
      return { value: work(), diagnostics: [] }
    } finally {
      abandon(folder)
      unlock(folder)
    }
  } catch (error) {
    return failed(folder, ...causeOf(error))
  }
}

const failed = (folder: string, cause: string, help: string): Warned<readonly string[]> => ({
  value: [],
  diagnostics: [
    diagnose('unwritable-output', {
      message: `nothing was published to \`${folder}\`: ${cause}`,
      help,
    }),
  ] satisfies Diagnostic[],
})

function causeOf(error: unknown): [cause: string, help: string] {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const known: Readonly<Record<string, [string, string]>> = {
    ENOSPC: ['the disk is full', 'free some space, then build again'],
    EDQUOT: ['the quota of the disk is used up', 'free some space, then build again'],
    EROFS: ['the file system is read-only', 'choose another folder with --out'],
    EACCES: [
      'the folder may not be written',
      'check its permissions, or choose another with --out',
    ],
    EPERM: ['the folder may not be written', 'check its permissions, or choose another with --out'],
    ENOENT: ['a folder of its path cannot be made', 'choose another folder with --out'],
    ENOTDIR: ['a part of its path is a file', 'choose another folder with --out'],
    EEXIST: ['it is a file, not a folder', 'choose another folder with --out'],
    EIO: ['the disk failed', 'check the disk, then build again'],
  }
  return (
    known[code] ?? [
      error instanceof Error ? error.message : String(error),
      'check the folder and the disk',
    ]
  )
}

function readEarlier(folder: string): readonly ManifestEntry[] {
  const path = join(folder, 'manifest.json')
  return existsSync(path) ? readEntries(readFileSync(path, 'utf8')) : []
}
