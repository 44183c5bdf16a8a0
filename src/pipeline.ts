// Every stage, top to bottom: read, model, check, template, print + word + epub, proof, publish.
// In: a path and what was asked for. Out: what was found, and what was published.
// Never: prints, ends the process, or reads the clock.
import { join } from 'node:path'
import { diagnose } from './diagnostic/diagnose.ts'
import { isError, type Diagnostic, type Warned } from './diagnostic/diagnostic.ts'
import type { Edition, EditionKind } from './edition.ts'
import { factsOf } from './facts.ts'
import { makeAll, wantedBooks } from './make-editions.ts'
import { openWorkshop } from './making/workshop.ts'
import { chaptersOf, type Book } from './model/book.ts'
import { openPandoc } from './pandoc/pandoc.ts'
import { proveAll } from './prove-editions.ts'
import { entryOf, type Manifest } from './publish/manifest.ts'
import { publish, publishDraft } from './publish/publish.ts'
import { readAndCheck, type CheckRequest, type Outside } from './read-and-check.ts'
import { prepareRegister, refuseRelease, writeRegister } from './release.ts'
import { hashOfSource } from './source-hash.ts'
import { punctuate } from './template/punctuation.ts'
import { libraries, version } from './version.ts'

export interface BuildRequest extends CheckRequest {
  readonly editions: readonly EditionKind[]
  /** Folder of the editions. */
  readonly out: string
  /** Skips the proof, and stamps the editions; they go to `draft/`. */
  readonly draft: boolean
  /** Id of the one chapter that is wanted; absence means the whole book and every chapter. */
  readonly chapter?: string
  /** The whole book alone, without its chapters. */
  readonly isWhole?: boolean
  /** Warnings stop the build too. */
  readonly strict?: boolean
  /** Print for the press, in four inks, with crop marks where they are wanted; absence means for reading. */
  readonly press?: { readonly marks: boolean }
  /** The Word file is for readers: without tracking and the manuscript; absence means for editors. */
  readonly isPublic?: boolean
  /** Writes the register of the version that is published, which guards its numbers from then on. */
  readonly release?: boolean
}

export interface Built {
  readonly folder: string
  readonly files: readonly string[]
  readonly editions: readonly Edition[]
  /** The register of the version that was released; absence means that none was asked for. */
  readonly register?: string
}

/** Called as each stage begins: `print`, `proof` … */
export type Progress = (stage: string) => void

/** Builds and publishes. Nothing is published where anything found stops it. */
export async function build(
  request: BuildRequest,
  outside: Outside,
  progress: Progress = () => {},
): Promise<Warned<Built | undefined>> {
  // The reader of finished files starts while they are being made.
  const pandoc = request.draft ? undefined : openPandoc()
  const workshop = openWorkshop(request.editions)
  try {
    progress('read')
    const checked = readAndCheck(request, outside, 'making')
    const diagnostics: Diagnostic[] = [...checked.diagnostics]
    const stops = (found: readonly Diagnostic[]): boolean =>
      found.some(
        (each) => isError(each) || (request.strict === true && each.severity === 'warning'),
      )
    if (checked.value === undefined || stops(diagnostics)) return { value: undefined, diagnostics }

    const { manuscript, template } = checked.value
    if (template === undefined) return { value: undefined, diagnostics }
    const source = hashOfSource(manuscript, template)
    const numbered = request.draft ? asDraft(checked.value.book) : checked.value.book
    const book = punctuate(numbered, template)

    const ids = chaptersOf(book).map(({ id }) => id)
    if (request.chapter !== undefined && !ids.includes(request.chapter)) {
      const unknown = diagnose('wrong-usage', {
        message: `there is no chapter \`${request.chapter}\` in the book`,
        help: `the chapters are ${ids.join(', ')}`,
      })
      return { value: undefined, diagnostics: [...diagnostics, unknown] }
    }

    if (request.release === true) {
      diagnostics.push(...refuseRelease(request, manuscript))
      if (stops(diagnostics)) return { value: undefined, diagnostics }
    }

    progress(request.editions.join(', '))
    const books = wantedBooks(book, request)
    const { value: editions, diagnostics: making } = await makeAll(
      books,
      template,
      source,
      request,
      workshop,
    )
    diagnostics.push(...making)
    if (stops(diagnostics)) return { value: undefined, diagnostics }

    const register =
      request.release === true
        ? prepareRegister(
            book,
            editions.map(({ edition }) => edition),
            manuscript.root,
          )
        : nothing
    diagnostics.push(...register.diagnostics)
    if (stops(diagnostics)) return { value: undefined, diagnostics }

    if (pandoc === undefined) {
      progress('publish')
      const folder = join(request.out, 'draft')
      const published = publishDraft(
        folder,
        editions.map(({ edition }) => edition),
      )
      return finish(published, folder)
    }
    progress('proof')
    const finished = editions.map(({ edition }) => edition)
    diagnostics.push(...(await proveAll(finished, books, template, pandoc)))
    const engine = await pandoc.engine
    if (stops(diagnostics)) return { value: undefined, diagnostics }

    progress('publish')
    const { metadata } = book
    const manifest: Manifest = {
      schema: 1,
      identifier: metadata.identifier,
      title: metadata.title,
      version: metadata.version,
      date: metadata.date,
      status: metadata.status,
      source,
      madeBy: { imprimatur: version, libraries },
      editions: editions.map(({ edition, of }) =>
        entryOf(
          edition,
          factsOf(of),
          { identifier: metadata.identifier, source },
          `read back; ${engine === undefined ? 'no pandoc' : `pandoc ${engine.version}`}`,
        ),
      ),
    }
    return finish(
      publish(
        request.out,
        editions.map(({ edition }) => edition),
        manifest,
      ),
      request.out,
    )

    function finish(
      published: Warned<readonly string[]>,
      folder: string,
    ): Warned<Built | undefined> {
      const all = [...diagnostics, ...published.diagnostics]
      if (published.diagnostics.some(isError)) return { value: undefined, diagnostics: all }
      if (register.value !== undefined) all.push(...writeRegister(register.value))
      if (all.some(isError)) return { value: undefined, diagnostics: all }
      const value = {
        folder,
        files: published.value,
        editions: editions.map(({ edition }) => edition),
        ...(register.value === undefined ? {} : { register: register.value.path }),
      }
      return { value, diagnostics: all }
    }
  } finally {
    await Promise.all([pandoc?.close(), workshop.close()])
  }
}

/** No register is wanted. */
const nothing = { value: undefined, diagnostics: [] } as const

const asDraft = (book: Book): Book => ({ ...book, metadata: { ...book.metadata, status: 'draft' } })
