import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path'
import { writeSynced } from '../publish/journal.ts'
import { lock, unlock } from '../publish/lock.ts'

/** A file that is written over. */
export interface Rewritten {
  /** As the user named it. */
  readonly file: string
  /** What it holds as long as nobody else writes to it. */
  readonly before: Uint8Array
  readonly after: Uint8Array
}

/** What is renamed, decided and on the disk: an interrupted start is completed by the next one. */
interface Journal {
  readonly renames: readonly {
    /** Path from the folder of the book. */
    readonly target: string
    /** SHA-256 of what the target held: a person's later change is never written over. */
    readonly before: string
  }[]
}

const journalName = '.imprimatur-rewrite.json'

/** Files by the folder of the book in which they lie. */
export type RewrittenByFolder = ReadonlyMap<string, readonly Rewritten[]>

/**
 * Writes over files, all of them or none: each is written whole beside its place and synced, then a
 * journal in each folder, then all are renamed. Links are followed as far as they stay in the folder;
 * modes and owners stay. Returns why nothing was written, or nothing.
 */
export function writeTogether(files: RewrittenByFolder): string | undefined {
  const locked: string[] = []
  const staged: Staged[] = []
  try {
    for (const folder of files.keys()) {
      const holder = lock(folder)
      if (holder !== undefined) return `another process (${holder.pid}) is writing there`
      locked.push(folder)
    }
    for (const [folder, rewritten] of files)
      for (const each of rewritten) stage(each, realpathSync(folder), staged)
    for (const folder of files.keys()) {
      const renames = staged.filter((each) => each.folder === realpathSync(folder))
      writeSynced(`${join(folder, journalName)}.part`, JSON.stringify(toJournal(renames)))
    }
    for (const folder of files.keys())
      renameSync(`${join(folder, journalName)}.part`, join(folder, journalName))
    for (const folder of files.keys()) completeRewriting(folder)
    return undefined
  } catch (error) {
    // Once its journal is there a folder is decided, and the next start completes it.
    for (const { folder, part } of staged)
      if (!existsSync(join(folder, journalName))) rmSync(part, { force: true })
    for (const folder of files.keys()) rmSync(`${join(folder, journalName)}.part`, { force: true })
    return reasonOf(error)
  } finally {
    locked.forEach(unlock)
  }
}

interface Staged {
  readonly folder: string
  readonly part: string
  readonly target: string
  readonly before: string
}

function stage({ file, before, after }: Rewritten, folder: string, staged: Staged[]): void {
  const target = realpathSync(file)
  const reason = unwritable(target, folder, before)
  if (reason !== undefined) throw new Error(`\`${file}\` ${reason}`)
  const part = partOf(target)
  staged.push({ folder, part, target, before: sha256(before) })
  writeSynced(part, after)
  keepOwner(part, target)
}

const toJournal = (staged: readonly Staged[]): Journal => ({
  renames: staged.map(({ folder, target, before }) => ({
    target: relative(folder, target),
    before,
  })),
})

/** Carries out what an interrupted command has decided, but for files that a person has changed since. */
export function completeRewriting(root: string): void {
  const path = join(root, journalName)
  if (!existsSync(path)) return
  const folder = realpathSync(root)
  for (const { target: way, before } of renamesIn(readFileSync(path, 'utf8'))) {
    const target = join(folder, way)
    const part = partOf(target)
    // A journal may have come with a folder from elsewhere: it moves nothing outside of it.
    if (!existsSync(part) || !existsSync(target) || isOutside(folder, realpathSync(target)))
      continue
    if (sha256(readFileSync(target)) === before) renameSync(part, target)
    else rmSync(part, { force: true })
  }
  rmSync(path, { force: true })
}

/** Of a journal; any other text has none. */
function renamesIn(text: string): Journal['renames'] {
  try {
    const { renames = [] } = JSON.parse(text) as Partial<Journal>
    return renames.filter(({ target }) => typeof target === 'string' && target.endsWith('.md'))
  } catch {
    return []
  }
}

const partOf = (target: string): string =>
  join(dirname(target), `.${basename(target)}.imprimatur-part`)

function isOutside(folder: string, target: string): boolean {
  const way = relative(folder, target)
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)
}

function unwritable(target: string, folder: string, before: Uint8Array): string | undefined {
  if (isOutside(folder, target)) return 'leads outside the folder of the book'
  const { mode } = statSync(target)
  // Asked of the mode, not of the system: to its owner a read-only file says "do not touch".
  if ((mode & 0o222) === 0) return 'is read-only'
  if (!readFileSync(target).equals(before)) return 'was changed by another program meanwhile'
  return undefined
}

function keepOwner(part: string, target: string): void {
  const { mode, uid, gid } = statSync(target)
  try {
    chownSync(part, uid, gid)
  } catch {
    // Only the owner's own files can be given away; it is ours then.
  }
  chmodSync(part, mode & 0o7777)
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const known: Readonly<Record<string, string>> = {
    ENOSPC: 'the disk is full',
    EDQUOT: 'the quota of the disk is used up',
    EROFS: 'the file system is read-only',
    EACCES: 'the folder may not be written',
    EPERM: 'the folder may not be written',
  }
  return known[code] ?? (error instanceof Error ? error.message : String(error))
}
