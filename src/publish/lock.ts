import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

const lockName = '.imprimatur-lock'

/** The process that holds a folder. */
export interface Holder {
  readonly pid: number
}

/**
 * Takes a folder for this process; returns who holds it where another one does. A lock whose
 * process is gone is taken over.
 */
export function lock(folder: string): Holder | undefined {
  const path = join(folder, lockName)
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const descriptor = openSync(path, 'wx')
      writeSync(descriptor, String(process.pid))
      closeSync(descriptor)
      return undefined
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      const pid = Number(readFileSync(path, 'utf8'))
      if (pid !== process.pid && isAlive(pid)) return { pid }
      rmSync(path, { force: true })
    }
  }
  return { pid: 0 }
}

export function unlock(folder: string): void {
  rmSync(join(folder, lockName), { force: true })
}

/** Signal 0 asks without sending; EPERM is a process of somebody else. */
function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
