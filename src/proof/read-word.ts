import type { DocxContents, DocxParagraph } from '../docx-reader/contents.ts'
import { readDocx } from '../docx-reader/read-docx.ts'
import { CALL, type Passage } from './passage.ts'
import { UnreadableEdition, type Fault, type Reading } from './reading.ts'
import { checkFields } from './word-fields.ts'

/**
 * Reads a finished Word file: the text from the first chapter's title on, the notes in the order of
 * their calls with the numbers that Word will count, and every field and link.
 *
 * In: bytes. Out: Reading. Never: knows how the file was written. Throws `UnreadableEdition`.
 */
export function readWord(bytes: Uint8Array, file: string): Reading {
  const { value: contents, diagnostics } = readDocx(bytes, file)
  if (contents === undefined)
    throw new UnreadableEdition(diagnostics[0]?.message ?? 'the Word file cannot be read')
  const places = placesOf(contents.blocks)
  const first = contents.blocks.findIndex(isChapterTitle)
  const chapters = first < 0 ? [] : contents.blocks.slice(first)
  const called = contents.footnotes.filter(({ number }) => number !== undefined)
  return {
    notes: called.map(({ id, number = '', paragraphs }) => {
      const place = `note ${number}, footnote id ${id}`
      return { number, place, text: paragraphs.flatMap((each) => passagesOf(each, place)) }
    }),
    calls: contents.references.map(({ number, block }) => ({
      number,
      place: places[block] ?? 'the text',
    })),
    text: chapters.flatMap((each, index) => passagesOf(each, places[first + index] ?? 'the text')),
    faults: [...uncalledNotes(contents), ...checkFields(contents)],
  }
}

const isChapterTitle = ({ style }: DocxParagraph): boolean => /^heading 1$/iu.test(style ?? '')

/** Where each paragraph stands, for people: the heading over it, and its place under that. */
function placesOf(blocks: readonly DocxParagraph[]): readonly string[] {
  let heading = 'at the start'
  let count = 0
  return blocks.map(({ style, text }) => {
    if (/^heading \d$/iu.test(style ?? '')) {
      heading = `“${text}”`
      count = 0
      return heading
    }
    count++
    return `${heading}, paragraph ${String(count)}`
  })
}

/** As an editor who accepts every change would read it. */
const passagesOf = ({ runs }: DocxParagraph, place: string): readonly Passage[] => [
  { text: '\n', place },
  ...runs
    .filter(({ change }) => change?.type !== 'deletion')
    .map(({ text, footnote }) => ({ text: footnote === undefined ? text : CALL, place })),
]

const uncalledNotes = ({ footnotes }: DocxContents): readonly Fault[] =>
  footnotes
    .filter(({ number }) => number === undefined)
    .map(({ id, text }) => ({
      message: `the Word file has a note that nothing calls: \`${text.replace(/\s+/gu, ' ').slice(0, 40).trim()} …\``,
      place: `footnote id ${id}`,
    }))
