import type { DocxBookmark, DocxContents, DocxField } from '../docx-reader/contents.ts'
import { toStream } from './normalise.ts'
import type { Fault } from './reading.ts'

/**
 * Holds every field's value against what its bookmark gives, and every link against the bookmarks.
 * Word computes a field anew only when asked, and LibreOffice never does for `NOTEREF`, so what the
 * file holds is what is read. Values of `SEQ` are part of the text, which is compared as such; pages
 * (`PAGEREF`) are known to Word alone.
 */
export function checkFields({ blocks, footnotes, fields, bookmarks }: DocxContents): Fault[] {
  const named = new Map(bookmarks.map((bookmark) => [bookmark.name, bookmark]))
  const faults: Fault[] = []
  for (const field of fields) {
    const message = faultOf(field, named)
    const place = field.inFootnote === undefined ? 'the text' : `footnote id ${field.inFootnote}`
    if (message !== undefined) faults.push({ message, place })
  }
  const paragraphs = [...blocks, ...footnotes.flatMap((note) => note.paragraphs)]
  for (const { runs, text } of paragraphs)
    for (const { link } of runs)
      if (link?.startsWith('#') === true && !named.has(link.slice(1)))
        faults.push({
          message: `a link in the Word file leads to \`${link}\`, which is nowhere in it`,
          place: `\`${text.slice(0, 40).trim()} …\``,
        })
  return faults
}

function faultOf(
  { instruction, cached, bookmark: name }: DocxField,
  bookmarks: ReadonlyMap<string, DocxBookmark>,
): string | undefined {
  if (name === undefined) return undefined
  const [kind = ''] = instruction.split(/\s+/u)
  const bookmark = bookmarks.get(name)
  if (bookmark === undefined)
    return `the field \`${kind} ${name}\` refers to a bookmark that is not in the Word file`
  if (kind === 'PAGEREF') return undefined
  const given = kind === 'NOTEREF' ? bookmark.footnoteNumber : bookmark.text
  if (given === undefined)
    return `the field \`NOTEREF ${name}\` refers to a bookmark without a note`
  const [shown, right] = [cached, given].map((text) => toStream([{ text }]).text)
  return shown === right
    ? undefined
    : `the field \`${kind} ${name}\` shows \`${shown ?? ''}\` in the Word file, but its bookmark gives \`${right ?? ''}\``
}
