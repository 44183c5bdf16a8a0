import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { epub } from '../../src/epub/epub.ts'
import type { PageMap } from '../../src/edition.ts'
import type { Book } from '../../src/model/book.ts'
import type { FrontMatter } from '../../src/model/front-matter.ts'
import type { Block } from '../../src/model/nodes.ts'
import { frontMatter } from './every-node.ts'
import { book, chapter } from './nodes.ts'
import { template } from './template.ts'

/** An element as an XML reader sees it. */
export interface Tag {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

export async function bytesOf(
  made: Book,
  matter: FrontMatter = frontMatter,
  pages?: PageMap,
): Promise<Uint8Array> {
  const { value } = await epub(made, template, matter, pages)
  if (value === undefined) throw new Error('no edition')
  return value.bytes
}

/** The files of the publication by their path in `EPUB/`, as text. */
export async function filesOf(
  made: Book,
  matter?: FrontMatter,
  pages?: PageMap,
): Promise<Record<string, string>> {
  const entries = Object.entries(unzipSync(await bytesOf(made, matter, pages)))
  return Object.fromEntries(
    entries.map(([path, bytes]) => [path.replace(/^EPUB\//u, ''), strFromU8(bytes)]),
  )
}

/** The document of a chapter that holds these blocks alone, and the lines of its body. */
export async function bodyOf(
  blocks: Block[],
  more: Parameters<typeof chapter>[3] = {},
): Promise<string> {
  const files = await filesOf(book([chapter('sample', 'Sample', blocks, more)]))
  const [, body = ''] = /<body[^>]*>\n(.*)<\/body>/su.exec(files['sample.xhtml'] ?? '') ?? []
  return body
}

/** Every element of a file in order. Throws where it is not well formed. */
export function tagsOf(xml: string): Tag[] {
  const tags: Tag[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => tags.push({ name, attributes }))
  parser.write(xml).close()
  return tags
}
