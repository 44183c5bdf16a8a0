import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { diagnose } from '../diagnostic/diagnose.ts'
import type { Diagnostic, Warned } from '../diagnostic/diagnostic.ts'
import { decode } from './decode.ts'
import { readFileBounded } from './files.ts'

/** What readers may have cited: the notes of one version, as it was published. `published/1.1.json`. */
export interface PublishedVersion {
  readonly schema: 1
  /** Of the publication, as in book.yaml: `1.1`. */
  readonly version: string
  /** ISO date of the edition. */
  readonly date: string
  readonly notes: readonly PublishedNote[]
}

export interface PublishedNote {
  /** Id of the chapter. */
  readonly chapter: string
  /** As written, without caret. */
  readonly label: string
  /** As printed. */
  readonly number: string
  /** Folio of the page on which the note begins. */
  readonly page: string
  /** SHA-256 of its text. */
  readonly text: string
}

/** Versions 1, 1.1 and 1.2 are one line: whoever cites one of them may be read in another. */
export const lineOf = (version: string): string => version.split('.')[0] ?? version

/** Bytes of one register: some 20,000 notes. */
const LARGEST_REGISTER = 4 * 1024 * 1024

/** The folder of the registers, inside the book's. */
export const registerFolder = 'published'

const note = z.strictObject({
  chapter: z.string(),
  label: z.string(),
  number: z.string(),
  page: z.string(),
  text: z.string(),
})

const register = z.strictObject({
  schema: z.literal(1),
  version: z.string(),
  date: z.string(),
  notes: z.array(note),
})

/** Reads the registers of a book, by name of file. One that was damaged is a finding: without it, cited numbers are not guarded. */
export function readRegisters(folder: string): Warned<readonly PublishedVersion[]> {
  const diagnostics: Diagnostic[] = []
  const value = namesIn(join(folder, registerFolder)).flatMap((name) => {
    const file = join(folder, registerFolder, name)
    const bytes = readFileBounded(file, file, LARGEST_REGISTER)
    diagnostics.push(...bytes.diagnostics)
    if (bytes.value === undefined) return []
    const text = decode(bytes.value, file)
    diagnostics.push(...text.diagnostics)
    const parsed = register.safeParse(parseJson(text.value))
    if (parsed.success) return [parsed.data]
    diagnostics.push(
      diagnose('metadata-value', {
        file,
        message: 'the register of a published version is damaged',
        help: 'bring the file back from an earlier commit; it is written by `build --release` alone',
      }),
    )
    return []
  })
  return { value, diagnostics }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
  } catch {
    return []
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
