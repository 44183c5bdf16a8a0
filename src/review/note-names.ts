import type { RevisedDocument, RevisedNote } from '../docx-reader/revisions/revised.ts'
import type { Origin } from '../origin/origin.ts'
import { printedText } from '../origin/origin-of.ts'

/** Notes of the file that are notes of the manuscript, by `w:id`: programs count the ids anew. */
export function noteNames({ notes }: RevisedDocument, origin: Origin): ReadonlyMap<string, string> {
  const noteOfBlock = new Map(
    origin.blocks.flatMap(({ id, note }) => (note === undefined ? [] : [[id, note] as const])),
  )
  const names = new Map<string, string>()
  for (const note of notes) {
    const anchor = note.paragraphs
      .flatMap((paragraph) => paragraph.names)
      .map((name) => noteOfBlock.get(name))
      .find((each) => each !== undefined)
    if (anchor !== undefined) names.set(note.id, anchor)
  }
  // Names get lost: then the text tells, first as it was before tracking, of notes that none has claimed.
  const claimed = new Set(names.values())
  const texts = new Map<string, string[]>()
  const sources = new Map(origin.chapters.map(({ id, text }) => [id, text]))
  for (const block of origin.blocks) {
    if (block.note === undefined || claimed.has(block.note)) continue
    const said = printedText(block, sources.get(block.chapter) ?? '')
    texts.set(block.note, [...(texts.get(block.note) ?? []), said])
  }
  for (const note of notes) {
    if (names.has(note.id)) continue
    const own = plain(textBefore(note))
    if (own === '') continue
    const found = [...texts].find(([, said]) => plain(said.join(' ')) === own) ?? likest(own, texts)
    if (found === undefined) continue
    names.set(note.id, found[0])
    texts.delete(found[0])
  }
  return names
}

const textBefore = ({ paragraphs }: RevisedNote): string =>
  paragraphs
    .map(({ items }) =>
      items.map(({ text, inserted }) => (inserted === undefined ? text : '')).join(''),
    )
    .join(' ')

/** Letters and figures alone: numbers of notes and references, and white space, differ. */
const plain = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

/** The note with which more than two thirds of the words are shared. */
function likest(
  text: string,
  texts: ReadonlyMap<string, readonly string[]>,
): readonly [string, readonly string[]] | undefined {
  const words = new Set(text.split(' '))
  let best: readonly [string, readonly string[]] | undefined
  let bestShare = 2 / 3
  for (const entry of texts) {
    const own = new Set(plain(entry[1].join(' ')).split(' '))
    const common = [...own].filter((word) => words.has(word)).length
    const share = (2 * common) / (own.size + words.size)
    if (share > bestShare) [best, bestShare] = [entry, share]
  }
  return best
}
