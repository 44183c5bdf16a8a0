import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { cli, isThere, run, temporary, unless } from './programs.ts'

const out = temporary()
const build = (folder: string, ...words: string[]): void =>
  void run(process.execPath, cli, 'build', 'source', '--out', join(out, folder), ...words)

beforeAll(() => {
  build('all', '--edition', 'print,epub,web')
})

describe('the EPUB', () => {
  it('has the same bytes whether or not print is built beside it', () => {
    build('alone', '--edition', 'epub')
    const bytesIn = (folder: string): Buffer => readFileSync(join(out, folder, 'kazakhstan.epub'))
    expect(bytesIn('alone').equals(bytesIn('all'))).toBe(true)
  })

  it.each(['report', 'letter'])('is valid by the rules of EPUBCheck 5: %s', (template) => {
    build(template, '--edition', 'epub', '--template', template)
    const file = join(out, template, 'kazakhstan.epub')
    expect(run('npx', '--no-install', 'epubcheck-ts', file, '--fail-on-warnings')).toMatch(
      /Errors:\s+0\s+Warnings:\s+0/u,
    )
  })

  it.skipIf(unless(isThere('pandoc'), 'notes of the EPUB, by pandoc'))(
    'gives its notes back to pandoc, in their order',
    () => {
      const text = run(
        'pandoc',
        '-f',
        'epub',
        '-t',
        'markdown',
        join(out, 'all', 'kazakhstan.epub'),
      )
      expect(text.match(/^\[\^\d+\]: /gmu)).toHaveLength(33)
    },
  )
})

/** What is used of puppeteer-core. */
interface Browser {
  newPage(): Promise<Page>
  close(): Promise<void>
}
interface Page {
  setBypassCSP(on: boolean): Promise<void>
  setViewport(size: { width: number; height: number }): Promise<void>
  emulateMediaFeatures(features: { name: string; value: string }[]): Promise<void>
  goto(address: string): Promise<unknown>
  evaluate(script: string): Promise<unknown>
  close(): Promise<void>
}
interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string }[]
}

const find = (name: string): string | undefined => {
  try {
    return createRequire(import.meta.url).resolve(name)
  } catch {
    return undefined
  }
}
const [puppeteer, axe, chromium] = [find('puppeteer-core'), find('axe-core'), '/usr/bin/chromium']
const canLook = puppeteer !== undefined && axe !== undefined && existsSync(chromium)

describe('what a browser shows, by axe', () => {
  it.skipIf(unless(canLook, 'pages in Chromium, by axe-core and puppeteer-core'))(
    'is without a fault of WCAG 2.2 AA on a phone, light and dark, and no wider than it',
    async () => {
      const { default: driver } = (await import(puppeteer ?? '')) as {
        default: { launch(how: { executablePath: string; args: string[] }): Promise<Browser> }
      }
      const browser = await driver.launch({ executablePath: chromium, args: ['--no-sandbox'] })
      const folder = join(out, 'unpacked')
      mkdirSync(folder)
      run('python3', '-m', 'zipfile', '-e', join(out, 'all', 'kazakhstan.epub'), folder)
      const pages = readdirSync(join(folder, 'EPUB')).filter((name) => name.endsWith('.xhtml'))
      const files = [
        ...pages.map((name) => join(folder, 'EPUB', name)),
        resolve(out, 'all', 'kazakhstan.html'),
      ]
      try {
        for (const file of files)
          for (const scheme of ['light', 'dark'])
            expect(await look(browser, file, scheme)).toEqual([])
      } finally {
        await browser.close()
      }
    },
  )
})

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

async function look(browser: Browser, file: string, scheme: string): Promise<string[]> {
  const page = await browser.newPage()
  await page.setBypassCSP(true)
  await page.setViewport({ width: 320, height: 700 })
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
  await page.goto(`file://${file}`)
  await page.evaluate(readFileSync(axe ?? '', 'utf8'))
  const values = JSON.stringify(tags)
  const { violations } = (await page.evaluate(
    `axe.run({ runOnly: { type: 'tag', values: ${values} } })`,
  )) as { violations: Violation[] }
  const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
  await page.close()
  return [
    ...(over === 0 ? [] : [`${file} is ${String(over)} px wider than the screen`]),
    ...violations
      // A page break has its folio for a name (DPUB-ARIA 1.1, `doc-pagebreak`), which axe does not know.
      .filter(({ nodes }) => !nodes.every(({ html }) => html.includes('doc-pagebreak')))
      .map(({ id, nodes }) => `${file} ${scheme} ${id} ${nodes[0]?.html ?? ''}`),
  ]
}
