import { openContainer } from './container.ts'
import { checkLinks } from './epub-links.ts'
import { documentsOf } from './epub-package.ts'
import { hasChapter, readDocument } from './epub-text.ts'
import type { Reading } from './reading.ts'

export interface EpubReading extends Reading {
  /** File names, without folders, of the files with chapters in them: by these pandoc names what it read. */
  readonly chapterFiles: ReadonlySet<string>
}

/**
 * Reads a finished EPUB: the chapters in reading order, calls and notes with their visible numbers,
 * and every link inside.
 *
 * In: bytes. Out: EpubReading. Never: knows how the file was written. Throws `UnreadableEdition`.
 */
export function readEpub(bytes: Uint8Array): EpubReading {
  const documents = documentsOf(openContainer(bytes))
  const chapters = documents.filter((document) => document.isRead && hasChapter(document))
  const texts = new Map(chapters.map((document) => [document.path, readDocument(document)]))
  const all = [...texts.values()]
  return {
    text: all.flatMap(({ text }) => text),
    calls: all.flatMap(({ calls }) => calls),
    notes: all.flatMap(({ notes }) =>
      notes.map(({ number = '', text, place }) => ({ number, text, place })),
    ),
    faults: checkLinks(documents, texts),
    chapterFiles: new Set(chapters.map(({ path }) => path.replace(/^.*\//u, ''))),
  }
}
