import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Page = (request: IncomingMessage, response: ServerResponse) => void

/** A server of this process that writes down what it is asked, and how much at once by each name. */
export interface Server {
  /** `http://127.0.0.1:port` */
  readonly origin: string
  /** The same server by another name, so by the rules of politeness another host. */
  readonly other: string
  readonly port: number
  /** `HEAD /path`, in order. */
  readonly asked: string[]
  /** Headers of each request. */
  readonly headers: IncomingMessage['headers'][]
  /** The most requests that were under way at once, by name of the host. */
  readonly most: Map<string, number>
  /** Forgets what it was asked. */
  readonly forget: () => void
  readonly close: () => void
}

/** Answers with one status. */
export const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Page =>
  (_, response) => {
    response.writeHead(code, headers).end()
  }

export const redirect = (code: number, location: string): Page => status(code, { location })

/** Serves pages by their path; what is not among them is 404. */
export async function serve(pages: Readonly<Record<string, Page>>): Promise<Server> {
  const asked: string[] = []
  const headers: IncomingMessage['headers'][] = []
  const most = new Map<string, number>()
  const now = new Map<string, number>()
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    const host = (request.headers.host ?? '').replace(/:\d+$/u, '')
    asked.push(`${request.method} ${path}`)
    headers.push(request.headers)
    now.set(host, (now.get(host) ?? 0) + 1)
    most.set(host, Math.max(most.get(host) ?? 0, now.get(host) ?? 0))
    response.on('close', () => now.set(host, (now.get(host) ?? 0) - 1))
    const page = Object.hasOwn(pages, path) ? pages[path] : undefined
    ;(page ?? status(404))(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    other: `http://127.0.0.2:${port}`,
    port,
    asked,
    headers,
    most,
    forget: () => {
      asked.length = 0
      headers.length = 0
      most.clear()
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
