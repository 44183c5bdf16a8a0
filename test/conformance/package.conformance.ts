import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { run, temporary } from './programs.ts'

describe('the package', () => {
  it('installs in another folder, and builds a new book there', () => {
    const folder = temporary()
    const tarball =
      run('npm', 'pack', '--silent', '--pack-destination', folder).trim().split('\n').at(-1) ?? ''
    run(
      'npm',
      '--prefix',
      folder,
      'install',
      '--no-audit',
      '--no-fund',
      '--silent',
      join(folder, tarball),
    )
    const imprimatur = join(folder, 'node_modules', '.bin', 'imprimatur')
    run('env', '-C', folder, imprimatur, 'init', 'book')
    run('env', '-C', folder, imprimatur, 'build', 'book')
    for (const extension of ['pdf', 'docx', 'epub'])
      expect(existsSync(resolve(folder, 'out', `first-chapter.${extension}`)), extension).toBe(true)
    expect(
      run(
        process.execPath,
        '--input-type=module',
        '-e',
        `import { version } from '${join(folder, 'node_modules/imprimatur/dist/index.js')}'; console.log(version)`,
      ),
    ).toMatch(/^\d+\.\d+\.\d+\n$/u)
  })
})
