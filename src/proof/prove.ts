// In: finished editions, the Book and Template they were made from. Out: where they do not say what the Book says.
// Never: shares code with a maker of editions, changes a file.
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { diagnose } from '../diagnostic/diagnose.ts'
import { extensions, type Edition, type ProvenKind } from '../edition.ts'
import type { Book } from '../model/book.ts'
import type { PandocDocument } from '../pandoc/document.ts'
import type { Pandoc } from '../pandoc/pandoc.ts'
import type { Template } from '../template/template.ts'
import { agree } from './agree.ts'
import { messageOf } from './container.ts'
import { toDiagnostics, type Disagreement } from './disagreement.ts'
import { expect, withoutFigures } from './expected.ts'
import { UnreadableEdition } from './reading.ts'
import { readEpub } from './read-epub.ts'
import { askPandoc, epubReading, wordReading, type Witness } from './read-pandoc.ts'
import { readPrint } from './read-print.ts'
import { readWeb } from './read-web.ts'
import { readWord } from './read-word.ts'

/** A finished file, by whoever it was read: an `Edition`, or a file of the output folder. */
export interface ProvenFile extends Pick<Edition, 'name' | 'bytes'> {
  readonly kind: ProvenKind
}

/**
 * Opens every edition again and holds it against the Book: words, numbers, order, references. All at
 * once; pandoc reads Word and EPUB meanwhile. No finding means that they are proven.
 */
export async function prove(
  editions: readonly ProvenFile[],
  book: Book,
  template: Template,
  pandoc: Pandoc,
): Promise<Diagnostic[]> {
  const found = await Promise.all(
    editions.map((edition) => proveOne(edition, book, template, pandoc)),
  )
  return found.flat()
}

async function proveOne(
  { kind, name, bytes }: ProvenFile,
  book: Book,
  template: Template,
  pandoc: Pandoc,
): Promise<readonly Diagnostic[]> {
  // Asked first: it reads in a process of its own while this one goes on.
  const asked =
    kind === 'print' || kind === 'web'
      ? { diagnostics: [] }
      : askPandoc(pandoc, formats[kind], bytes)
  const expected = expect(book, template, kind)
  const file = `${name}.${extensions[kind]}`
  try {
    switch (kind) {
      case 'print':
        return toDiagnostics(
          agree(expected, await readPrint(bytes, expected, template), kind),
          kind,
        )
      case 'word': {
        const own = agree(expected, readWord(bytes, file), kind)
        return withWitness(kind, own, await asked, (document) =>
          agree(expect(book, template, 'word by pandoc'), wordReading(document), kind),
        )
      }
      case 'web':
        return toDiagnostics(agree(expected, readWeb(bytes), kind), kind)
      case 'epub': {
        const reading = readEpub(bytes)
        const own = agree(expected, reading, kind)
        return withWitness(kind, own, await asked, (document) =>
          agree(withoutFigures(expected), epubReading(document, reading.chapterFiles), kind),
        )
      }
    }
  } catch (error) {
    if (!(error instanceof UnreadableEdition)) throw error
    return [
      diagnose('unreadable-edition', {
        message: `\`${file}\` cannot be opened: ${messageOf(error)}`,
        help: 'build it again',
      }),
    ]
  } finally {
    await asked
  }
}

const formats = { word: 'docx', epub: 'epub' } as const

/** Adds what pandoc found to what our own reader found, unless that was told already. */
function withWitness(
  kind: ProvenFile['kind'],
  own: readonly Disagreement[],
  { document, diagnostics }: Witness,
  compare: (document: PandocDocument) => readonly Disagreement[],
): readonly Diagnostic[] {
  if (document === undefined) return [...toDiagnostics(own, kind), ...diagnostics]
  return toDiagnostics(own.length > 0 ? own : compare(document), kind)
}
