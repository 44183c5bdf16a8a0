/**
 * Pandoc, the independent reader of finished files.
 *
 * In: the bytes of a DOCX or an EPUB. Out: Warned<PandocDocument | undefined>. Never: reads the
 * author's Markdown, fetches anything, sees the caller's environment.
 */
import type { Warned } from '../diagnostic/diagnostic.ts'
import { parseDocument, type PandocDocument } from './document.ts'
import { openEmbedded } from './embedded.ts'
import { PandocFault, toDiagnostic, type Engine, type PandocInput } from './engine.ts'
import { findPandoc, openNative } from './native.ts'

export interface PandocOptions {
  /** Absence means 'native': the program on the PATH, and the embedded one only where none is. */
  readonly prefer?: 'native' | 'embedded'
  /** A pandoc to be used instead of the one on the PATH. Where it is missing, that is a fault. */
  readonly path?: string
  /** Milliseconds for one file, and for the start. Absence means 60,000. */
  readonly timeout?: number
}

export interface PandocEngine {
  readonly kind: 'native' | 'embedded'
  /** As pandoc prints it: '2.17.1.1'. */
  readonly version: string
}

export interface Pandoc {
  /** What reads; undefined where it could not be started, of which `read` tells the cause. Never rejects. */
  readonly engine: Promise<PandocEngine | undefined>
  /** Reads a file. The value is undefined exactly where a diagnostic tells why. */
  read(input: PandocInput): Promise<Warned<PandocDocument | undefined>>
  /** Ends what is under way, and takes away what was made. To be called on every way out. */
  close(): Promise<void>
}

// The slowest honest file seen took 2 s.
const defaultTimeout = 60_000

/**
 * Opens pandoc and returns at once: the embedded one takes a second to start, which passes while
 * the caller does other things. A native pandoc that is there but unfit is a fault and not passed
 * over: a machine on which proofs were quietly made by another program would be worse.
 */
export function openPandoc(options: PandocOptions = {}): Pandoc {
  const engine = chooseEngine(options)
  return {
    engine: engine.version().then(
      (version) => ({ kind: engine.kind, version }),
      () => undefined,
    ),
    async read(input) {
      try {
        return found(await engine.convert(input), engine)
      } catch (error) {
        if (error instanceof PandocFault)
          return { value: undefined, diagnostics: [toDiagnostic(error)] }
        throw error
      }
    },
    close: () => engine.close(),
  }
}

function chooseEngine({
  prefer = 'native',
  path,
  timeout = defaultTimeout,
}: PandocOptions): Engine {
  const file = prefer === 'native' ? (path ?? findPandoc(process.env['PATH'])) : undefined
  return file === undefined ? openEmbedded(timeout) : openNative(file, timeout)
}

function found(json: string, engine: Engine): Warned<PandocDocument> {
  const document = parseDocument(json)
  if (document !== undefined) return { value: document, diagnostics: [] }
  throw new PandocFault(
    `the ${engine.kind} pandoc wrote something that is not its JSON`,
    engine.kind === 'native'
      ? 'update it, or remove it from the PATH to use the embedded pandoc'
      : 'install pandoc-wasm 1.1 as package.json asks for it',
  )
}
