import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a folder and those above it that are missing. Not `mkdirSync` with `recursive`: where a file
 * system answers ENOENT for a folder that cannot be made, as /proc does, node asks it without end.
 */
export function makeFolder(folder: string): void {
  if (isThere(folder)) return
  const above = dirname(folder)
  if (above !== folder) makeFolder(above)
  try {
    mkdirSync(folder)
  } catch (error) {
    // Another process may have been quicker.
    if (!isThere(folder)) throw error
  }
}

/** Throws EEXIST where something else than a folder is there. */
function isThere(folder: string): boolean {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (found === undefined) return false
  if (found.isDirectory()) return true
  throw Object.assign(new Error(`EEXIST: \`${folder}\` is no folder`), { code: 'EEXIST' })
}
