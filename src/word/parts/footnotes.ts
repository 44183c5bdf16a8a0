import type { WordNote } from '../state.ts'
import { escapeXml } from './xml.ts'

/** What `docx` puts before each note: its number, as small and high as a call. */
const MARK = /<w:r><w:rPr><w:rStyle w:val="FootnoteReference"\/><\/w:rPr><w:footnoteRef\/><\/w:r>/

/**
 * `word/footnotes.xml` mended: the separators lose the number that `docx` gives them too; a note's own
 * number is set as a figure on the line, and one that Word would not count so is written out.
 */
export function mendFootnotes(xml: string, notes: Iterable<WordNote>): string {
  const byId = new Map([...notes].map((note) => [note.id, note]))
  return xml.replace(
    /<w:footnote( w:type="\w+")? w:id="(-?\d+)">.*?<\/w:footnote>/gs,
    (footnote, type: string | undefined, id: string) => {
      if (type !== undefined) return separator(type, id)
      const note = byId.get(Number(id))
      return footnote.replace(MARK, () => numberRun(note))
    },
  )
}

/** An empty paragraph, over which its style draws the rule, or none. */
const separator = (type: string, id: string): string =>
  `<w:footnote${type} w:id="${id}"><w:p><w:pPr><w:pStyle w:val="FootnoteSeparator"/></w:pPr></w:p></w:footnote>`

const numberRun = (note: WordNote | undefined): string =>
  '<w:r><w:rPr><w:rStyle w:val="FootnoteNumber"/></w:rPr>' +
  (note === undefined || note.counted
    ? '<w:footnoteRef/>'
    : `<w:t>${escapeXml(note.footnote.number)}</w:t>`) +
  '</w:r>'
