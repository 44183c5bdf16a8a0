import { Refusal } from './container/refusal.ts'
import type {
  DocxBookmark,
  DocxContents,
  DocxField,
  DocxFootnote,
  DocxParagraph,
  DocxReference,
  DocxRun,
} from './contents.ts'
import { styleNames, targets } from './names.ts'
import { noteProperties, numberCalls } from './note-count.ts'
import { acceptedText, Walk, type OpenBookmark } from './walk.ts'
import { elementsOf, firstOf, type XmlElement } from './xml.ts'

/** Parts of the file, parsed; undefined where it has none. */
export interface ParsedParts {
  readonly document: XmlElement
  readonly footnotes: XmlElement | undefined
  readonly settings: XmlElement | undefined
  readonly styles: XmlElement | undefined
  readonly documentRelationships: XmlElement | undefined
  readonly footnoteRelationships: XmlElement | undefined
}

/** Reads text, then notes, then gives both the numbers that Word would print. */
export function assemble(parts: ParsedParts): DocxContents {
  const styles = styleNames(parts.styles)
  const body = firstOf(parts.document, 'w:body')
  if (body === undefined) throw new Refusal('its document has no body')
  const walk = new Walk({ styles, targets: targets(parts.documentRelationships) })
  walk.blocks(body)
  const numbers = numberCalls(walk.calls, walk.sections, noteProperties(parts.settings))
  const references: readonly DocxReference[] = walk.calls.map(({ id, block }, index) => ({
    id,
    block,
    number: numbers[index] ?? '',
  }))
  const numberOf = new Map(references.map((reference) => [reference.id, reference.number]))
  const notes = readNotes(parts, styles, numberOf)
  const order = new Map(references.map((reference, index) => [reference.id, index]))
  const rank = (note: DocxFootnote): number => order.get(note.id) ?? references.length
  return {
    blocks: walk.paragraphs,
    footnotes: notes.footnotes.sort((a, b) => rank(a) - rank(b)),
    references,
    fields: [...walk.fields, ...notes.fields],
    bookmarks: [
      ...walk.bookmarks.map((bookmark) => settled(bookmark, numbers)),
      ...notes.bookmarks.map((bookmark) => settled(bookmark, [])),
    ],
  }
}

interface Notes {
  readonly footnotes: DocxFootnote[]
  readonly fields: readonly DocxField[]
  readonly bookmarks: readonly OpenBookmark[]
}

/** `w:footnote`s but for the separators, which have a type. */
function readNotes(
  parts: ParsedParts,
  styles: ReadonlyMap<string, string>,
  numberOf: ReadonlyMap<string, string>,
): Notes {
  const names = { styles, targets: targets(parts.footnoteRelationships) }
  const all = parts.footnotes === undefined ? [] : elementsOf(parts.footnotes, 'w:footnote')
  const read = all
    .filter((note) => (note.attributes.get('w:type') ?? 'normal') === 'normal')
    .map((note) => {
      const id = note.attributes.get('w:id') ?? ''
      const walk = new Walk(names)
      walk.blocks(note)
      const number = numberOf.get(id)
      const paragraphs = withoutNumber(walk.paragraphs, number)
      const footnote: DocxFootnote = {
        id,
        ...(number !== undefined && { number }),
        paragraphs,
        text: paragraphs.map((paragraph) => paragraph.text).join('\n'),
      }
      const fields = walk.fields.map((field) => ({ ...field, inFootnote: id }))
      return { footnote, fields, bookmarks: walk.bookmarks }
    })
  return {
    footnotes: read.map((note) => note.footnote),
    fields: read.flatMap((note) => note.fields),
    bookmarks: read.flatMap((note) => note.bookmarks),
  }
}

/**
 * A note's paragraphs without what stands before its text: a number that is written out, and the white
 * that parts a number from the text, whatever the writer of the file chose for it.
 */
function withoutNumber(
  paragraphs: readonly DocxParagraph[],
  number: string | undefined,
): readonly DocxParagraph[] {
  const [first, ...rest] = paragraphs
  if (first === undefined) return paragraphs
  const runs = [...first.runs]
  if (number !== undefined && runs[0]?.text === number) runs.shift()
  const [opening, ...others] = runs
  const trimmed: readonly DocxRun[] =
    opening === undefined
      ? []
      : [{ ...opening, text: opening.text.replace(/^[\t \u00A0]+/, '') }, ...others]
  const kept = trimmed.filter((run) => run.text !== '' || run.alt !== undefined)
  const text = acceptedText(kept)
  // A number on a line of its own, over a list or a table.
  if (text === '' && rest.length > 0 && kept.length === 0) return rest
  return [{ ...first, runs: kept, text }, ...rest]
}

const settled = (bookmark: OpenBookmark, numbers: readonly string[]): DocxBookmark => {
  const number = bookmark.call === undefined ? undefined : numbers[bookmark.call]
  return {
    name: bookmark.name,
    text: bookmark.text.replace(/\n$/, ''),
    ...(number !== undefined && { footnoteNumber: number }),
  }
}
