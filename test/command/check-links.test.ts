import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { runBuild } from '../../src/command/build.ts'
import { runCheckWithLinks, type CheckLinksOptions } from '../../src/command/check-links.ts'
import { runCheck } from '../../src/command/check.ts'
import type { Terminal } from '../../src/command/terminal.ts'
import { redirect, serve, status, type Server } from '../links/server.ts'
import { bookYaml, writeFiles } from '../write-book.ts'
import { outside, recorder } from './terminal.ts'

let server: Server
beforeAll(async () => {
  server = await serve({ '/ok': status(200), '/moved': redirect(301, '/ok') })
})
beforeEach(() => server.forget())
afterAll(() => server.close())

const options: CheckLinksOptions = {
  strict: false,
  info: true,
  quiet: false,
  format: 'line',
  linksAllowPrivate: true,
}

const bookWith = (text: string, settings = ''): string =>
  writeFiles({ 'book.yaml': bookYaml(['k.md'], settings), 'k.md': `# K\n\n${text}\n` })

async function run(
  folder: string,
  more: Partial<CheckLinksOptions> = {},
  terminal: Partial<Terminal> = {},
) {
  const to = recorder(terminal)
  const manners = { pause: 1, timeout: 1000 }
  const code = await runCheckWithLinks([folder], { ...options, ...more }, outside, to, manners)
  return { code, said: to.said(), out: to.results().replaceAll(`${folder}/`, '') }
}

const links = (): string =>
  ['/ok', '/moved', '/nothing'].map((path) => `<${server.origin}${path}>`).join(' ')

it('says what is dead, moved or unknown, and ends with 0 unless it is strict', async () => {
  const folder = bookWith(links())
  const { code, out } = await run(folder)
  expect(out.match(/(?:dead|moved|unreachable)-link/gu)).toEqual(['moved-link', 'dead-link'])
  expect(code).toBe(0)
  expect((await run(folder, { strict: true })).code).toBe(1)
})

it('keeps what it found beside the book, whole, and asks nothing twice', async () => {
  const folder = bookWith(links())
  const first = await run(folder)
  expect(readdirSync(folder).toSorted()).toEqual(['.imprimatur-links.json', 'book.yaml', 'k.md'])
  server.forget()
  const second = await run(folder)
  expect(first.said).toMatch(/^links: 3 addresses asked; dead in 1 place, moved in 1 place/u)
  expect(second.said).toMatch(/^links: 0 addresses asked; dead in 1 place, moved in 1 place/u)
  expect({ ...second, said: '' }).toEqual({ ...first, said: '' })
  expect(server.asked).toEqual([])
})

it('keeps it elsewhere where it is told to', async () => {
  const folder = bookWith(links())
  const linkCache = join(writeFiles({}), 'known.json')
  await run(folder, { linkCache })
  expect(existsSync(linkCache)).toBe(true)
  expect(existsSync(join(folder, '.imprimatur-links.json'))).toBe(false)
})

it('asks again where the cache is damaged, and says a word', async () => {
  const folder = writeFiles({
    'book.yaml': bookYaml(['k.md']),
    'k.md': `# K\n\n${links()}\n`,
    '.imprimatur-links.json': '{"schema":1,',
  })
  const { said, code } = await run(folder)
  expect(said).toMatch(/\.imprimatur-links\.json is no cache of addresses that can be read\n/u)
  expect(server.asked).toContain('HEAD /ok')
  expect(code).toBe(0)
  expect(readFileSync(join(folder, '.imprimatur-links.json'), 'utf8')).toContain('"sound"')
})

it('never writes over a file that is no cache', async () => {
  const folder = bookWith(links())
  const before = readFileSync(join(folder, 'book.yaml'), 'utf8')
  await run(folder, { linkCache: join(folder, 'book.yaml') })
  expect(readFileSync(join(folder, 'book.yaml'), 'utf8')).toBe(before)
})

it('heeds what the book sets and allows', async () => {
  const dead = `<${server.origin}/nothing>`
  const error = bookWith(dead, 'checks: { dead-link: error }\n')
  expect((await run(error)).code).toBe(1)
  const off = bookWith(dead, 'checks: { dead-link: off }\n')
  expect((await run(off)).out).toBe('')
  const allowed = bookWith(`<!-- imprimatur: allow dead-link -->\n\n${dead}\n\n${dead}`)
  const { out } = await run(allowed)
  expect(out.match(/dead-link/gu)).toHaveLength(1)
  expect(out).not.toContain('unused-silence')
})

it('shows how far it is on a terminal, and nowhere else', async () => {
  const folder = bookWith(links())
  const { said } = await run(folder, {}, { isInteractive: true })
  expect(said).toContain('addresses 3/3 …')
  expect((await run(bookWith(links()))).said).not.toContain('addresses 3/3')
})

it('asks nothing where that was not asked for, neither in a check nor in a build', async () => {
  const folder = bookWith(`<!-- imprimatur: allow dead-link -->\n\n${links()}`)
  const terminal = recorder()
  expect(runCheck([folder], options, outside, terminal)).toBe(0)
  expect(terminal.results()).not.toContain('unused-silence')
  const out = join(folder, 'out')
  const request = { path: folder, out, editions: ['epub'], draft: true } as const
  await runBuild(request, { info: false, quiet: true, format: 'line' }, outside, recorder())
  expect(existsSync(join(out, 'draft', 'k.epub'))).toBe(true)
  expect(server.asked).toEqual([])
})
