import { existsSync, renameSync, rmSync } from 'node:fs'
import { writeSynced } from './journal.ts'

/** Writes a file whole or not at all. Returns why it was not written, or nothing. */
export function writeWhole(
  path: string,
  content: string | Uint8Array,
  { force }: { readonly force: boolean },
): string | undefined {
  if (!force && existsSync(path)) return 'it is there already'
  const part = `${path}.imprimatur-part`
  try {
    // What an earlier run left, or a link that somebody put there to lead the text elsewhere.
    rmSync(part, { force: true })
    writeSynced(part, content)
    renameSync(part, path)
    return undefined
  } catch (error) {
    rmSync(part, { force: true })
    return error instanceof Error ? error.message : String(error)
  }
}
