import type { WordNote } from '../state.ts'
import { escapeXml } from './xml.ts'

/** What `docx` puts before each note: its number, as small and high as a call. */
const MARK = /<w:r><w:rPr><w:rStyle w:val="FootnoteReference"\/><\/w:rPr><w:footnoteRef\/><\/w:r>/

/**
 * `word/footnotes.xml` mended: the separators lose the number that `docx` gives them too; a note's own
 * number is set as a figure on the line, and one that Word would not count so is written out.
 */
export function mendFootnotes(xml: string, notes: Iterable<WordNote>, isRuled: boolean): string {
  const byId = new Map([...notes].map((note) => [note.id, note]))
  return xml.replace(
    /<w:footnote( w:type="\w+")? w:id="(-?\d+)">.*?<\/w:footnote>/gs,
    (footnote, type: string | undefined, id: string) => {
      if (type !== undefined) return separator(type, id, isRuled)
      const note = byId.get(Number(id))
      return footnote.replace(MARK, () => numberRun(note))
    },
  )
}

/**
 * The rule over notes (`w:separator`, `w:continuationSeparator`, ECMA-376 part 1, 17.11.23 and 17.11.1),
 * as long as each program draws it: one that only a style draws is left out by some. None where the
 * template has none.
 */
const separator = (type: string, id: string, isRuled: boolean): string =>
  `<w:footnote${type} w:id="${id}"><w:p><w:pPr><w:pStyle w:val="FootnoteSeparator"/></w:pPr>` +
  `${isRuled ? `<w:r><w:${separators[type] ?? 'separator'}/></w:r>` : ''}</w:p></w:footnote>`

/** Elements by the type of the note that holds them. */
const separators: Readonly<Record<string, string>> = {
  ' w:type="continuationSeparator"': 'continuationSeparator',
}

const numberRun = (note: WordNote | undefined): string =>
  '<w:r><w:rPr><w:rStyle w:val="FootnoteNumber"/></w:rPr>' +
  (note === undefined || note.counted
    ? '<w:footnoteRef/>'
    : `<w:t>${escapeXml(note.footnote.number)}</w:t>`) +
  '</w:r>'
