import { chaptersOf, type Book } from './book.ts'
import { inlinesIn } from './inlines.ts'
import type { Footnote } from './nodes.ts'

/** The addresses of one host, in the order of the alphabet. */
export interface Host {
  /** Without `www.`: `adilet.zan.kz`. */
  readonly name: string
  readonly addresses: readonly Source[]
}

export interface Source {
  /** As written. */
  readonly url: string
  /** What follows the host: `/rus/docs/P1700000827`; empty for the host alone. */
  readonly path: string
  /** The notes that give it, in order. */
  readonly notes: readonly Pick<Footnote, 'number' | 'anchor'>[]
}

/** Every web address in the notes of a book, by host. */
export function sourcesOf(book: Book): readonly Host[] {
  const hosts = new Map<string, Map<string, { url: string; notes: Footnote[] }>>()
  for (const { notes } of chaptersOf(book)) {
    for (const note of notes) {
      for (const node of inlinesIn(note.children)) {
        if (node.type !== 'link') continue
        const { url } = node
        const [, host = '', rest = ''] =
          /^https?:\/\/(?:www\.)?([^/?#]+)((?:[/?#].*)?)$/iu.exec(url) ?? []
        if (host === '') continue
        const name = host.toLowerCase()
        const path = rest === '/' ? '' : rest
        const addresses = hosts.get(name) ?? new Map<string, { url: string; notes: Footnote[] }>()
        const source = addresses.get(path) ?? { url, notes: [] }
        if (!source.notes.includes(note)) source.notes.push(note)
        hosts.set(name, addresses.set(path, source))
      }
    }
  }
  return [...hosts].toSorted(byKey).map(([name, addresses]) => ({
    name,
    addresses: [...addresses].toSorted(byKey).map(([path, source]) => ({ path, ...source })),
  }))
}

/** By code points: no locale is asked. */
const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : a > b ? 1 : 0
