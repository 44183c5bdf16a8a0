import { request } from 'node:http'
import { describe, expect, it } from 'vitest'
import { isPublicAddress, mayBePublic } from '../../src/links/public.ts'
import { lookupPublic, waitOf } from '../../src/links/request.ts'

describe('the public internet', () => {
  it.each(['8.8.8.8', '172.15.0.1', '172.32.0.1', '192.0.3.1', '2606:4700::1111', '2a00::1'])(
    'holds %s',
    (address) => expect(isPublicAddress(address)).toBe(true),
  )
  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    'fe80::1',
    'fc00::1',
    'fd12::1',
    'ff02::1',
    '2001:db8::1',
    '2002:7f00:1::',
    'not an address',
  ])('does not hold %s', (address) => expect(isPublicAddress(address)).toBe(false))

  it.each([
    'https://example.org/',
    'http://example.org:8080/',
    'https://example.org:443/',
    'http://8.8.8.8/',
  ])('may be at %s', (url) => expect(mayBePublic(new URL(url))).toBe(true))
  it.each([
    'http://localhost/',
    'http://localhost./',
    'http://a.localhost/',
    'http://router/',
    'http://printer.local/',
    'http://wiki.internal/',
    'http://nas.home.arpa/',
    'http://0x7f.1/',
    'http://2130706433/',
    'http://[::ffff:7f00:1]/',
    'http://example.org:22/',
    'http://example.org:25/',
  ])('is not at %s', (url) => expect(mayBePublic(new URL(url))).toBe(false))
})

describe('a name that stands for a machine of a private network', () => {
  it('is not connected to, whatever the name is', async () => {
    const error = await new Promise((resolve) => {
      const asked = request({ host: 'localhost', port: 9, lookup: lookupPublic })
      asked.on('error', resolve).end()
    })
    expect(error).toMatchObject({ code: 'EPRIVATE' })
  })
})

describe('Retry-After', () => {
  it.each([
    ['120', undefined, 120_000],
    ['0', undefined, 0],
    ['Sat, 31 Jan 2026 10:00:30 GMT', 'Sat, 31 Jan 2026 10:00:00 GMT', 30_000],
    ['Sat, 31 Jan 2026 09:00:00 GMT', 'Sat, 31 Jan 2026 10:00:00 GMT', 0],
    ['Sat, 31 Jan 2026 10:00:30 GMT', undefined, undefined],
    ['soon', undefined, undefined],
    ['-1', undefined, undefined],
    [undefined, undefined, undefined],
  ])('%s, at %s, is %s', (after, now, wait) => expect(waitOf(after, now)).toBe(wait))
})
