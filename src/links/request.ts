import { lookup, type LookupAddress } from 'node:dns'
import { request as requestHttp, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { isPublicAddress, mayBePublic } from './public.ts'

/** What a server said at the head of its answer; its body is never read. */
export interface Answer {
  readonly status: number
  /** Where a redirect leads, as sent. */
  readonly location?: string
  /** How long to wait before asking again, in milliseconds. */
  readonly retryAfter?: number
}

/** Why there is no answer. `name`: the host has no address. `private`: it may not be asked. */
export type Failure =
  'name' | 'private' | 'time' | 'certificate' | 'closed' | 'refused' | 'network' | 'stopped'

export interface RequestOptions {
  readonly userAgent: string
  /** Milliseconds for one request, from name to answer. */
  readonly timeout: number
  /** Whether hosts of a private network, and this machine, may be asked. */
  readonly allowPrivate: boolean
  /** Ends everything. */
  readonly signal: AbortSignal
}

/** Asks for the head of an answer. Sends no cookies and no credentials, and follows nothing. */
export type Ask = (url: string, method: 'HEAD' | 'GET') => Promise<Answer | Failure>

/**
 * By node's own client, not by `fetch`: the address that a name stands for is judged when it is
 * connected to, so that a name cannot mean another machine a moment later.
 */
export const askWith =
  ({ userAgent, timeout, allowPrivate, signal }: RequestOptions): Ask =>
  (address, method) => {
    const url = new URL(address)
    if (!allowPrivate && !mayBePublic(url)) return Promise.resolve('private')
    if (signal.aborted) return Promise.resolve('stopped')
    const request = url.protocol === 'https:' ? requestHttps : requestHttp
    return new Promise((resolve) => {
      const limit = AbortSignal.timeout(timeout)
      const asked = request(url, {
        method,
        agent: false,
        headers: { 'user-agent': userAgent, accept: '*/*' },
        signal: AbortSignal.any([signal, limit]),
        ...(allowPrivate ? {} : { lookup: lookupPublic }),
      })
      asked.on('response', (response) => {
        resolve(answerOf(response))
        response.on('error', () => {
          // What follows the head is of no interest.
        })
        response.destroy()
      })
      asked.on('error', (error: NodeJS.ErrnoException) => {
        resolve(signal.aborted ? 'stopped' : limit.aborted ? 'time' : failureOf(error))
      })
      asked.end()
    })
  }

/** Of what a name stands for, the machines on the public internet; an error where there is none. */
export const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return callback(error, '')
    const found: LookupAddress[] = addresses.filter(({ address }) => isPublicAddress(address))
    const [first] = found
    if (first === undefined) {
      const refused: NodeJS.ErrnoException = new Error('a private network')
      refused.code = 'EPRIVATE'
      return callback(refused, '')
    }
    if (options.all === true) return callback(null, found)
    callback(null, first.address, first.family)
  })
}

function answerOf({ statusCode = 0, headers }: IncomingMessage): Answer {
  const { location } = headers
  const retryAfter = waitOf(headers['retry-after'], headers.date)
  return {
    status: statusCode,
    ...(location === undefined ? {} : { location }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  }
}

/** `Retry-After` is a number of seconds or a date (RFC 9110, 10.2.3); a date is told from the server's own clock. */
export function waitOf(after: string | undefined, now: string | undefined): number | undefined {
  if (after === undefined) return undefined
  if (/^\d{1,9}$/u.test(after)) return Number(after) * 1000
  const wait = Date.parse(after) - Date.parse(now ?? '')
  return Number.isNaN(wait) ? undefined : Math.max(0, wait)
}

function failureOf({ code = '', message }: NodeJS.ErrnoException): Failure {
  switch (code) {
    case 'ENOTFOUND':
      return 'name'
    case 'EPRIVATE':
      return 'private'
    case 'ECONNREFUSED':
      return 'refused'
    case 'ECONNRESET':
    case 'EPIPE':
      return /before secure TLS/u.test(message) ? 'certificate' : 'closed'
    case 'ETIMEDOUT':
      return 'time'
    default:
      return /^(?:CERT_|ERR_TLS|ERR_SSL|EPROTO|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/u.test(code)
        ? 'certificate'
        : 'network'
  }
}
