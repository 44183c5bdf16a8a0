import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Face } from '../../../src/template/template.ts'
import { openType, type Typesetter } from '../../../src/print/type/open-type.ts'

const require = createRequire(import.meta.url)

function face(key: string, file: string): Face {
  const path = require.resolve(`source-serif/OTF/SourceSerif4${file}.otf`)
  return { key, file, path, bytes: new Uint8Array(readFileSync(path)) }
}

/** The faces of the tests by the keys under which they ask for them. */
export const faces: readonly Face[] = [
  face('roman', 'SmText-Regular'),
  face('italic', 'SmText-It'),
  face('caption', 'Caption-Regular'),
]

/** A typesetter for English and Russian, with the book's own `exceptions`. */
export const openTypesetter = (exceptions: readonly string[] = []): Promise<Typesetter> =>
  openType(faces, ['en-US', 'ru', 'kk'], exceptions)
