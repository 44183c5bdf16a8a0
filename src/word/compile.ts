import { Packer, type Document } from 'docx'
import { unpack, type Parts } from './normalise.ts'

/** What `Packer` keeps to itself: a document's parts by path, before they are zipped. */
interface Compiler {
  readonly compile: (document: Document) => ReadonlyMap<string, unknown>
}

/**
 * The parts that `docx` writes. Taken from the compiler inside its Packer, since zipping and unzipping
 * them again costs a fifth of the whole; where a later `docx` has none, the long way. `docx` is pinned,
 * and a test fails when the short way is gone.
 */
export async function compile(document: Document): Promise<Parts> {
  const compiler = compilerOf(Packer)
  if (compiler === undefined) return unpack(await Packer.pack(document, 'uint8array'))
  const parts = new Map<string, string | Uint8Array>()
  for (const [path, content] of compiler.compile(document)) {
    if (typeof content === 'string' || content instanceof Uint8Array) parts.set(path, content)
    else return unpack(await Packer.pack(document, 'uint8array'))
  }
  return parts
}

/** Undefined where `docx` has changed inside. */
export function compilerOf(packer: object): Compiler | undefined {
  const compiler: unknown = Reflect.get(packer, 'compiler')
  return isCompiler(compiler) ? compiler : undefined
}

const isCompiler = (value: unknown): value is Compiler =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'compile') === 'function'
