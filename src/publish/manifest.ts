import { createHash } from 'node:crypto'
import { extensions, type Edition, type EditionKind } from '../edition.ts'

/** `out/manifest.json`: what is published, for machines and for the next build. */
export interface Manifest {
  readonly schema: 1
  /** Of the book that was published last; its editions bear it as `book`. */
  readonly identifier: string
  readonly title: string
  readonly version: string
  /** ISO date of the edition. */
  readonly date: string
  readonly status: string
  /** SHA-256 of everything that the editions were made from. */
  readonly source: string
  readonly madeBy: {
    readonly imprimatur: string
    readonly libraries: Readonly<Record<string, string>>
  }
  readonly editions: readonly ManifestEntry[]
}

export interface ManifestEntry {
  /** Identifier of the book that it is an edition of: a folder may hold editions of several. */
  readonly book: string
  readonly file: string
  readonly kind: EditionKind
  /** Bytes. */
  readonly size: number
  readonly sha256: string
  readonly source: string
  /** Print only. */
  readonly pages?: number
  readonly notes: { readonly count: number; readonly first?: string; readonly last?: string }
  readonly words: number
  /** How it was read back. */
  readonly proof: string
}

/** What a publication says of one edition beside its bytes. */
export interface EditionFacts {
  readonly notes: ManifestEntry['notes']
  readonly words: number
}

export const fileNameOf = ({
  kind,
  name,
  isForPress,
}: Pick<Edition, 'kind' | 'name' | 'isForPress'>): string =>
  `${name}${isForPress === true ? '-press' : ''}.${extensions[kind]}`

export const sha256 = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex')

export function entryOf(
  edition: Edition,
  facts: EditionFacts,
  book: { readonly identifier: string; readonly source: string },
  proof: string,
): ManifestEntry {
  const { identifier, source } = book
  return {
    book: identifier,
    file: fileNameOf(edition),
    kind: edition.kind,
    size: edition.bytes.length,
    sha256: sha256(edition.bytes),
    source,
    ...(edition.pages === undefined ? {} : { pages: edition.pages.length }),
    notes: facts.notes,
    words: facts.words,
    proof,
  }
}

/** Lines as `sha256sum --check` reads them. */
export const checksums = (entries: readonly ManifestEntry[]): string =>
  entries.map(({ sha256: sum, file }) => `${sum}  ${file}\n`).join('')

/** Entries of a manifest, if it is one of ours; any other text is none. */
export function readEntries(text: string): ManifestEntry[] {
  try {
    const manifest = JSON.parse(text) as Partial<Manifest> | null
    if (manifest?.schema !== 1 || manifest.editions === undefined) return []
    // A name with a folder in it was not written by us, and must not be removed by us.
    return manifest.editions.filter(
      ({ file }) => typeof file === 'string' && /^[^/\\.][^/\\]*$/u.test(file),
    )
  } catch {
    return []
  }
}
