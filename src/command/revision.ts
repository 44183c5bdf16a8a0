import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { execa } from 'execa'
import { unzipSync } from 'fflate'

/** The files of a commit, laid out in a folder of their own, and who made it. */
export interface Revision {
  readonly folder: string
  readonly author: string
  /** ISO 8601, UTC. */
  readonly date: string
  readonly remove: () => void
}

/** Commits of books; a repository of films is none. */
const LARGEST = 512 * 1024 * 1024
const SLOWEST = 60_000

/** What git knows of `name`: a commit, branch or tag; undefined where it knows none, or is not there. */
export async function openRevision(name: string, root: string): Promise<Revision | undefined> {
  // A name that begins with a hyphen would be read as an option.
  if (name.startsWith('-')) return undefined
  const git = async (...options: string[]): Promise<Uint8Array> => {
    const { stdout } = await execa('git', options, {
      cwd: root,
      encoding: 'buffer',
      maxBuffer: LARGEST,
      timeout: SLOWEST,
    })
    return stdout
  }
  try {
    const text = new TextDecoder()
    const id = text.decode(await git('rev-parse', '--verify', '--quiet', `${name}^{commit}`)).trim()
    const top = text.decode(await git('rev-parse', '--show-toplevel')).trim()
    const [author = '', date = ''] = text
      .decode(await git('log', '-1', '--format=%an%n%aI', id))
      .trim()
      .split('\n')
    const { stdout } = await execa('git', ['archive', '--format=zip', id], {
      cwd: top,
      encoding: 'buffer',
      maxBuffer: LARGEST,
      timeout: SLOWEST,
    })
    const folder = mkdtempSync(join(tmpdir(), 'imprimatur-revision-'))
    for (const [path, bytes] of Object.entries(unzipSync(stdout))) {
      if (path.endsWith('/')) continue
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), bytes)
    }
    return {
      folder,
      author,
      date: `${new Date(date).toISOString().slice(0, 19)}Z`,
      remove: () => {
        rmSync(folder, { recursive: true, force: true })
      },
    }
  } catch {
    return undefined
  }
}
