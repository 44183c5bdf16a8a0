import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import type { Book, Chapter } from '../../model/book.ts'
import { inlineText } from '../../model/text.ts'
import type { WrittenProse } from '../../model/written.ts'
import { groundOf } from '../ground.ts'
import type { Check } from '../rule.ts'
import { loneFolios } from './lone-folio.ts'

/** Longer lines are no running heads. */
const longest = 120
/** A line that stands as often as this between paragraphs is the page's, not the text's. */
const often = 3

interface Line {
  readonly block: WrittenProse
  /** Without folio, in small letters. */
  readonly key: string
  readonly hasFolio: boolean
}

/** Lines alone between paragraphs that say the title, the same again and again, or a number: running heads of a typeset page. */
export const runningHeadInText: Check = (chapter, book) => {
  const { at } = groundOf(chapter)
  const lines = linesOf(chapter)
  const titles = lines.length === 0 ? new Map<string, string>() : titlesOf(chapter, book)
  const counts = new Map<string, number>()
  for (const { key } of lines) counts.set(key, (counts.get(key) ?? 0) + 1)
  const folios = [...loneFolios(chapter)].map(({ position: { start, end }, text }) =>
    diagnose('running-head-in-text', {
      file: chapter.file,
      position: at(start.offset, end.offset),
      message: `\`${text.trim()}\` stands alone in the text, as the number of a page does`,
      help: 'delete the line and join what it parts, or make it a heading',
    }),
  )
  const heads = lines.flatMap(({ block, key, hasFolio }): Diagnostic[] => {
    const title = titles.get(key) ?? titles.get(plainOf(block.text))
    const count = counts.get(key) ?? 0
    // A word alone may be the label of a part, again and again.
    const isHead = title !== undefined || isPageHead(block.text)
    if (!isHead && (count < often || (!hasFolio && !key.includes(' ')))) return []
    const { start, end } = block.position
    return [
      diagnose('running-head-in-text', {
        file: chapter.file,
        position: at(start.offset, end.offset),
        message:
          title !== undefined
            ? `this line repeats the ${title}, as a running head does`
            : count < often
              ? 'a page number and words in capitals stand alone, as a running head does'
              : `this line stands ${count} times between paragraphs, as a running head does`,
        help: 'delete the line and join what it parts, or make it a heading',
      }),
    ]
  })
  return [...heads, ...folios]
}

/** What a running head may say, and of what it is the title. */
function titlesOf(chapter: Chapter, book: Book): ReadonlyMap<string, string> {
  const { title, shortTitle } = book.metadata
  const known = new Map<string, string>()
  const add = (text: string, of: string): void => {
    if (!/\p{L}.*\p{L}/u.test(text)) return
    // "Report 7" ends with a number of its own.
    for (const key of [keyOf(text).key, plainOf(text)]) known.set(key, of)
  }
  if (book.file !== undefined) {
    add(title, 'title of the book')
    if (shortTitle !== undefined) add(shortTitle, 'short title of the book')
  }
  add(chapter.shortTitle, 'short title of the chapter')
  add(inlineText(chapter.title), 'title of the chapter')
  return known
}

/** Paragraphs of one plain line, parted from the title by other text and followed by more. */
function linesOf({ written }: Chapter): Line[] {
  const text = written.prose.filter(({ inNote, place }) => inNote === undefined && place !== 'cell')
  return text.flatMap((block, index): Line[] => {
    const { place, nested, text: line } = block
    if (place !== 'paragraph' || nested || line.length > longest || line.includes('\n')) return []
    // A line in other type is a label or a heading without its mark.
    if (/^[\0\s]|[.!?:;,…]["”’»)]*\s*$|\uFFFC/.test(line)) return []
    const above = text[index - 1]
    const below = text[index + 1]
    const { key, hasFolio } = keyOf(line)
    // With its folio it may stand last, above the notes.
    if (above === undefined || (below === undefined && !hasFolio)) return []
    if (above.place !== 'paragraph' && !isPageHead(line)) return []
    return /\p{L}.*\p{L}/u.test(key) ? [{ block, key, hasFolio }] : []
  })
}

/** `134 HARBOURS AND TIDES`, `118 | Report of the Commission`: a folio beside words in capitals, or parted from them by a mark. Under ten it may be a part's number. */
const isPageHead = (line: string): boolean =>
  /^(?:[1-9]\d{1,3}|[xvilc]{2,7})\s{1,9}(?:\p{Lu}{2,}[\s'’&,:-]{1,3}){1,11}\p{Lu}{2,}$/u.test(
    line,
  ) ||
  /^(?:\p{Lu}{2,}[\s'’&,:-]{1,3}){1,11}\p{Lu}{2,}\s{1,9}[1-9]\d{1,3}$/u.test(line) ||
  /^[1-9]\d{1,3} ?[|·•] ?\p{Lu}[^|\n]{3,80}$/u.test(line) ||
  /^\p{Lu}[^|\n]{3,80}[^|\s] ?[|·•] ?[1-9]\d{1,3}$/u.test(line)

const plainOf = (line: string): string =>
  line.replace(/\0/g, '').replace(/\s+/g, ' ').trim().toLowerCase().normalize('NFC')

/** A line without what stands beside it: `123`, `| 123`, `xii ·`. */
function keyOf(line: string): { readonly key: string; readonly hasFolio: boolean } {
  const plain = plainOf(line)
  const key = plain
    .replace(/^(?:\d{1,4}|[ivxlc]{1,7})(?: ?[|·•–—/] ?| {1,9})(?=\p{L})/u, '')
    .replace(/(?<=[\p{L}\p{N})])(?: ?[|·•–—/] ?| {1,9})(?:\d{1,4}|[ivxlc]{1,7})$/u, '')
  return { key, hasFolio: key !== plain }
}
