import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * A folder that comes with this program: `templates`. Beside `dist/`, from which it runs when it is
 * installed, and beside `src/`, from which the tests run it.
 */
export function installed(name: string): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder)
    folder = dirname(folder)
  return join(folder, name)
}
