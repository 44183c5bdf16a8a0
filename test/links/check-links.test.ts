import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readCache, writeCache, type LinkCache } from '../../src/links/cache.ts'
import { checkLinks, linkDefaults, type LinkOptions } from '../../src/links/check-links.ts'
import { bookOf, bookYaml } from '../write-book.ts'
import { redirect, serve, status, type Page, type Server } from './server.ts'

const quick: LinkOptions = {
  ...linkDefaults,
  userAgent: 'imprimatur/0',
  today: '2026-01-31',
  allowPrivate: true,
  timeout: 400,
  wholeTime: 20_000,
  pause: 1,
  longestWait: 1000,
}

/** Looks up the addresses of a book: `rule: message`, and help, of each. */
async function found(
  addresses: readonly string[],
  options: Partial<LinkOptions> = {},
  known: LinkCache = new Map(),
) {
  const text = `# K\n\n${addresses.map((address) => `See <${address}>.\n`).join('\n')}`
  const book = bookOf({ 'book.yaml': bookYaml(['k.md']), 'k.md': text })
  const { value, diagnostics } = await checkLinks([book], known, { ...quick, ...options })
  return {
    cache: value,
    findings: diagnostics,
    said: diagnostics.map(({ rule, message }) => `${rule}: ${message}`),
  }
}

const onlyGet =
  (code: number): Page =>
  (request, response) =>
    response.writeHead(request.method === 'GET' ? 200 : code).end()

let times = 0
let server: Server
beforeAll(async () => {
  server = await serve({
    '/ok': status(200),
    '/gone': status(410),
    '/moved': redirect(301, '/ok'),
    '/chain': redirect(301, '/chain-2'),
    '/chain-2': redirect(308, '/chain-3'),
    '/chain-3': redirect(302, '/ok'),
    '/for-now': redirect(302, '/moved'),
    '/moved-away': redirect(301, '/nothing'),
    '/circle': redirect(301, '/circle-2'),
    '/circle-2': redirect(302, '/circle'),
    '/self': redirect(302, '/self'),
    '/nowhere': status(302),
    '/astray': redirect(302, 'file:///etc/passwd'),
    '/secret': redirect(302, 'http://me:word@127.0.0.1/'),
    '/405': onlyGet(405),
    '/403': onlyGet(403),
    '/501': onlyGet(501),
    '/404-to-head': onlyGet(404),
    '/forbidden': status(403),
    '/broken': status(500),
    '/busy': status(429),
    '/busy-for-long': status(429, { 'retry-after': '86400' }),
    '/busy-once': (_, response) => {
      times++
      response.writeHead(times === 1 ? 503 : 200, { 'retry-after': '0' }).end()
    },
    '/always-busy': status(503, { 'retry-after': '0' }),
    '/slow': () => {
      // No answer.
    },
    '/closes': (request) => request.socket.destroy(),
    '/closes-on-head': (request, response) => {
      if (request.method === 'HEAD') request.socket.destroy()
      else response.writeHead(200).end()
    },
    '/huge': (request, response) => {
      if (request.method === 'HEAD') response.writeHead(405).end()
      else {
        response.writeHead(200)
        const more = (): void => {
          while (!response.destroyed && response.write(Buffer.alloc(65_536)));
        }
        response.on('drain', more)
        more()
      }
    },
    ...Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [
        `/page-${at}`,
        (_request, response) => void sleep(5).then(() => response.writeHead(200).end()),
      ]),
    ),
    ...Object.fromEntries(
      Array.from({ length: 20 }, (_, at) => [`/long-${at}`, redirect(302, `/long-${at + 1}`)]),
    ),
  } satisfies Record<string, Page>)
})
beforeEach(() => server.forget())
afterAll(() => server.close())

const at = (path: string): string => server.origin + path

describe('an address that is there', () => {
  it.each(['/ok', '/405', '/403', '/501', '/404-to-head', '/closes-on-head', '/huge'])(
    'has nothing said of it: %s',
    async (path) => {
      expect((await found([at(path)])).said).toEqual([])
    },
  )

  it('is asked for by HEAD, and by GET only where HEAD is not answered well', async () => {
    await found([at('/ok')])
    expect(server.asked).toEqual(['HEAD /ok'])
    server.forget()
    await found([at('/405')])
    expect(server.asked).toEqual(['HEAD /405', 'GET /405'])
  })

  it('is asked for once, however often it is written, and without its fragment', async () => {
    await found([at('/ok'), at('/ok#a'), at('/ok#b')])
    expect(server.asked).toEqual(['HEAD /ok'])
  })

  it('is asked for by a program that gives its name, and brings nothing else', async () => {
    await found([at('/ok')])
    const [headers] = server.headers
    expect(headers).toEqual({
      host: `127.0.0.1:${server.port}`,
      'user-agent': 'imprimatur/0',
      accept: '*/*',
      connection: 'close',
    })
  })

  it('may lie behind redirects that are meant for now', async () => {
    expect((await found([at('/for-now')])).said).toEqual([])
    expect(server.asked).toEqual(['HEAD /for-now', 'HEAD /moved', 'HEAD /ok'])
  })
})

describe('an address that is not', () => {
  it.each([
    ['/nothing', 'its server finds nothing there (404)'],
    ['/gone', 'its server says that it is gone for good (410)'],
    ['/moved-away', 'its server finds nothing there (404)'],
  ])('is dead: %s', async (path, why) => {
    expect((await found([at(path)])).said).toEqual([
      `dead-link: \`${at(path)}\` leads nowhere: ${why}`,
    ])
  })

  it('is told at each of its places, as written there, with an archived copy of the time of the book', async () => {
    const book = bookOf({
      'book.yaml': bookYaml(['k.md']),
      'k.md': `# K\n\nA [\`code\`](${at('/nothing')} "T").[^a] And [it][x].\n\n[^a]: See ${at('/nothing#p')} there.\n\n[x]: ${at('/nothing')}\n`,
    })
    const { diagnostics } = await checkLinks([book], new Map(), quick)
    expect(
      diagnostics.map(({ file, position }) =>
        [file?.replace(/^.*\//u, ''), position?.start.line, position?.start.column].join(':'),
      ),
    ).toEqual(['k.md:3:12', 'k.md:5:11', 'k.md:7:6'])
    expect(diagnostics[0]?.position?.end.column).toBe(12 + at('/nothing').length)
    expect(diagnostics[1]?.help).toBe(
      `write where it stands now, or look for a copy at https://web.archive.org/web/20201215/${at('/nothing#p')}`,
    )
    expect(server.asked).toEqual(['HEAD /nothing', 'GET /nothing'])
  })
})

describe('an address that has moved', () => {
  it('is told with its new one, up to where redirects are meant for good', async () => {
    const { findings, said } = await found([at('/moved#part'), at('/chain')])
    expect(said).toEqual([
      `moved-link: \`${at('/moved#part')}\` has moved for good`,
      `moved-link: \`${at('/chain')}\` has moved for good`,
    ])
    expect(findings.map(({ help }) => help)).toEqual([
      `write \`${at('/ok#part')}\`, after a look at what stands there`,
      `write \`${at('/chain-3')}\`, after a look at what stands there`,
    ])
    expect(findings.map(({ severity }) => severity)).toEqual(['info', 'info'])
  })
})

describe('what only a person can find out', () => {
  it.each([
    ['/circle', 'leads in a circle from one address to the next'],
    ['/self', 'leads in a circle from one address to the next'],
    ['/long-0', 'leads on from one address to the next, too many times'],
    ['/nowhere', 'leads on to what is no address of the web'],
    ['/astray', 'leads on to what is no address of the web'],
    ['/secret', 'leads on to what is no address of the web'],
    ['/forbidden', 'turns a program away (403)'],
    ['/busy', 'turns a program away (429)'],
    ['/busy-for-long', 'turns a program away (429)'],
    ['/broken', 'was not given out: its server answers with 500'],
    ['/always-busy', 'was not given out: its server answers with 503'],
    ['/slow', 'gave no answer in time'],
    ['/closes', 'gave no answer: its server closed the connection'],
  ])('is said to be unknown: %s', async (path, what) => {
    const { said, findings } = await found([at(path)])
    expect(said).toEqual([`unreachable-link: \`${at(path)}\` ${what}`])
    expect(findings[0]?.severity).toBe('info')
  })

  it('is a server without encryption where there should be some', async () => {
    const address = `https://127.0.0.1:${server.port}/ok`
    expect((await found([address])).said[0]).toMatch(/certificate or its encryption/u)
  })

  it('is a server that takes no connection', async () => {
    expect((await found(['http://127.0.0.3:9/'])).said[0]).toMatch(/takes no connection|reached/u)
  })

  it('follows ten redirects and no more', async () => {
    await found([at('/long-0')])
    expect(server.asked).toHaveLength(11)
  })

  it('is a name without a server, where no server at all answers', async () => {
    const { said, cache } = await found(['http://nowhere.invalid/'])
    expect(said).toEqual(['unreachable-link: `http://nowhere.invalid/` could not be reached'])
    expect(cache.size).toBe(0)
  })
})

describe('politeness', () => {
  it('asks one thing at a time of a host, and several hosts at once', async () => {
    const pages = Array.from({ length: 12 }, (_, index) => `/page-${index}`)
    await found(pages.flatMap((path) => [server.origin + path, server.other + path]))
    expect(server.asked).toHaveLength(24)
    expect(Object.fromEntries(server.most)).toEqual({ '127.0.0.1': 1, '127.0.0.2': 1 })
  })

  it('follows redirects in their turn too', async () => {
    await found(['/chain', '/for-now', '/moved', '/page-1', '/page-2'].map(at))
    expect(server.most.get('127.0.0.1')).toBe(1)
  })

  it('asks again where a busy server says when, and nobody asks in between', async () => {
    times = 0
    expect((await found([at('/busy-once'), at('/ok')])).said).toEqual([])
    expect(server.asked.filter((each) => each === 'HEAD /busy-once')).toHaveLength(2)
  })

  it('does not ask again where it would have to wait for long, or is not told how long', async () => {
    await found([at('/busy-for-long')])
    await found([at('/busy')])
    expect(server.asked).toEqual(['HEAD /busy-for-long', 'HEAD /busy'])
  })

  it('asks a server that is always busy a few times only', async () => {
    await found([at('/always-busy')], { mostRetries: 2 })
    expect(server.asked).toHaveLength(3)
  })

  it('ends in time, and says of the rest that it was not asked', async () => {
    const { said, cache } = await found([at('/slow'), at('/ok')], { wholeTime: 100 })
    expect(said).toHaveLength(2)
    expect(said[1]).toMatch(/ok` was not looked up: the time for all addresses was over$/u)
    expect(cache.size).toBe(0)
  })
})

describe('a private network', () => {
  it('is not asked, by address or by name', async () => {
    const names = ['127.0.0.1', 'localhost', '127.1', '[::1]', '0x7f000001']
    const { said } = await found(
      names.map((name) => `http://${name}:${server.port}/ok`),
      { allowPrivate: false },
    )
    expect(said).toHaveLength(names.length)
    for (const each of said) expect(each).toMatch(/^unreachable-link: .* leads into a private net/u)
    expect(server.asked).toEqual([])
  })
})

describe('what is no business of the web', () => {
  it('is not looked up: other schemes, passwords, references, images', async () => {
    const { origin } = server
    const secret = origin.replace('//', '//me:word@')
    const text = `# K {#k}\n\n[a](mailto:a@b.c) [b](ftp://127.0.0.1/) [c](#k) [d](${secret}/ok) \`${origin}/code\`\n\n<!-- ${origin}/comment -->\n`
    const book = bookOf({ 'book.yaml': bookYaml(['k.md']), 'k.md': text })
    const { diagnostics } = await checkLinks([book], new Map(), quick)
    expect(diagnostics).toEqual([])
    expect(server.asked).toEqual([])
  })
})

describe('what is known from before', () => {
  it('is not asked for again, and said again', async () => {
    const addresses = [at('/ok'), at('/nothing'), at('/moved'), at('/forbidden')]
    const first = await found(addresses)
    server.forget()
    const known = readCache(writeCache(first.cache), '2026-01-31')
    const second = await found(addresses, {}, known)
    expect(server.asked).toEqual([])
    expect(second.said).toEqual(first.said)
  })

  it('is asked for again where nobody had answered', async () => {
    expect((await found([at('/slow'), at('/ok')])).cache.has(at('/slow'))).toBe(false)
  })

  it('is forgotten after some days, and a failure on the next', () => {
    const text = writeCache(
      new Map([
        ['http://a.b/', { outcome: { kind: 'sound' }, on: '2026-01-31' }],
        ['http://c.d/', { outcome: { kind: 'dead', why: 404 }, on: '2026-01-31' }],
      ]),
    )
    const known = (today: string): string[] => [...(readCache(text, today)?.keys() ?? [])]
    expect(known('2026-01-31')).toEqual(['http://a.b/', 'http://c.d/'])
    expect(known('2026-02-01')).toEqual(['http://a.b/'])
    expect(known('2026-02-06')).toEqual(['http://a.b/'])
    expect(known('2026-02-07')).toEqual([])
    expect(known('2026-01-30')).toEqual([])
  })

  it.each([
    '',
    '{',
    '[]',
    '{"schema":2,"addresses":{}}',
    '{"schema":1,"addresses":{"http://a.b/":{"outcome":{"kind":"moved","to":"javascript:x"},"on":"2026-01-31"}}}',
  ])('is no cache: %s', (text) => {
    expect(readCache(text, '2026-01-31')).toBeUndefined()
  })
})
