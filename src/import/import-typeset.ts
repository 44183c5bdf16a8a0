/**
 * In: text taken from typeset pages, running heads and notes at the foot of each page in the flow.
 * Out: a chapter in Markdown, and what was joined, dropped and doubted.
 * Never: touches the disk; corrects a word of the text.
 */

import { compareDiagnostics, type Warned } from '../diagnostic/diagnostic.ts'
import { readAddresses, sessionToken } from './addresses.ts'
import { dropFurniture } from './furniture.ts'
import { readVocabulary } from './join-lines.ts'
import { joinPages, type FlowNote } from './join-pages.ts'
import { readLines } from './lines.ts'
import { doubtMissedCalls } from './missed-calls.ts'
import { markCalls } from './note-calls.ts'
import { findNoteStarts } from './note-starts.ts'
import { readPages } from './pages.ts'
import { readParagraphs } from './paragraphs.ts'
import { readParts, type Part } from './parts.ts'
import { doubted, toDiagnostic, type Remark } from './report.ts'
import { takeTitle } from './title.ts'
import { refusalOf } from './unreadable.ts'
import { writeChapter } from './write.ts'

/** A chapter made from a typeset text. */
export interface Imported {
  /** Empty where the text could not be read. */
  readonly markdown: string
  /** Number of the first and of the last note; 0 where there are none. */
  readonly first: number
  readonly last: number
  /** How many notes there are. */
  readonly notes: number
}

export interface ImportOptions {
  /** Absence means that the first heading of the text is the title. */
  readonly title?: string
}

/** Imports a typeset text; `file` is its name in the findings. */
export function importTypeset(
  text: string,
  file: string,
  options: ImportOptions = {},
): Warned<Imported> {
  const refusal = refusalOf(text)
  if (refusal !== undefined) return refused(refusal, file)

  // Lines, as far as they are text.
  const all = readLines(text)
  const lines = dropFurniture(all)
  // Where notes begin, and where they are called: first the notes, because they decide what a call is.
  const starts = findNoteStarts(lines.value)
  const marked = markCalls(lines.value, starts.value)
  // Paragraphs of a page, then pages, then the flow across them.
  const vocabulary = readVocabulary(lines.value)
  const paragraphs = readParagraphs(marked.value, starts.value, vocabulary)
  const pages = readPages(paragraphs.value)
  const flow = joinPages(pages.value, vocabulary)
  if (flow.value.text.length === 0) {
    return refused(unreadable('found notes and page furniture, but no text'), file)
  }
  // What each paragraph is.
  const parts = readParts(flow.value.text)
  const titled = takeTitle(parts.value, file, options.title)

  const { notes } = flow.value
  const stages = [lines, starts, marked, paragraphs, pages, flow, parts, titled]
  const remarks = [
    ...stages.flatMap((stage) => stage.remarks),
    ...doubtsOfParts(titled.value.parts),
    ...doubtsOfAddresses(titled.value.parts, notes),
    ...(notes.length === 0 ? doubtMissedCalls(lines.value) : []),
  ]
  return {
    value: {
      markdown: writeChapter({ ...titled.value, notes }),
      first: notes[0]?.number ?? 0,
      last: notes.at(-1)?.number ?? 0,
      notes: notes.length,
    },
    diagnostics: remarks.map((remark) => toDiagnostic(remark, file)).sort(compareDiagnostics),
  }
}

const unreadable = (message: string): Remark => ({ rule: 'import-unreadable', lines: [], message })

const refused = (remark: Remark, file: string): Warned<Imported> => ({
  value: { markdown: '', first: 0, last: 0, notes: 0 },
  diagnostics: [toDiagnostic(remark, file)],
})

function doubtsOfParts(parts: readonly Part[]): readonly Remark[] {
  return parts.flatMap((part) =>
    part.type === 'heading' && part.text.includes('\uFDD0')
      ? [doubted(part.lines, 'a heading calls a note', 'call the note in the text below it')]
      : [],
  )
}

function doubtsOfAddresses(parts: readonly Part[], notes: readonly FlowNote[]): readonly Remark[] {
  const texts = [
    ...parts.map(({ lines, text }) => ({ lines, text })),
    ...notes.map(({ lines, paragraphs }) => ({ lines, text: paragraphs.join(' ') })),
  ]
  return texts.flatMap(({ lines, text }) =>
    readAddresses(text).flatMap((stretch) => {
      const token = stretch.type === 'address' ? sessionToken(stretch.text) : undefined
      if (token === undefined) return []
      return [
        doubted(
          lines,
          `kept \`${token}\` in an address, though it looks like the token of one visit`,
          'see whether the address works without it',
        ),
      ]
    }),
  )
}
