import { compareText, type Difference } from './compare-text.ts'
import type { Disagreements } from './disagreement.ts'
import type { ExpectedPassage, Source } from './expected.ts'
import { locate } from './locate.ts'
import type { Stream } from './normalise.ts'
import { LINE_END, SOME_FOLIO, type Passage } from './passage.ts'

interface Settings {
  /** Stand in where a text is empty. */
  readonly place?: string
  readonly source?: Source
}

/** Compares the words of two texts and says where they differ. True where they do not. */
export function agreeText(
  name: string,
  want: Stream<ExpectedPassage>,
  have: Stream<Passage>,
  found: Disagreements,
  { place = 'at the start', source }: Settings = {},
): boolean {
  const differences = compareText(want.text, have.text)
  for (const { expected, found: read } of differences) {
    const where = placeAt(have, read.start) ?? place
    const says = excerpt(want.text, expected)
    const reads = excerpt(have.text, read)
    const message =
      read.start === read.end
        ? `${name} lacks \`${stretch(want.text, expected)}\` in ${found.edition} (${where}); it reads \`${reads}\`, but \`${says}\` in the manuscript`
        : expected.start === expected.end
          ? `${name} has \`${stretch(have.text, read)}\` in ${found.edition} (${where}), which the manuscript does not have; it reads \`${reads}\`, but \`${says}\` there`
          : `${name} reads \`${reads}\` in ${found.edition} (${where}), but \`${says}\` in the manuscript`
    found.add(message, sourceAt(want, expected) ?? source)
  }
  return differences.length === 0
}

function placeAt(stream: Stream<Passage>, at: number): string | undefined {
  const last = stream.text.length - 1
  return last < 0 ? undefined : stream.passages[stream.passageOf[Math.min(at, last)] ?? 0]?.place
}

/** The Markdown of a stretch: its line and column, not only its paragraph's. */
function sourceAt(
  stream: Stream<ExpectedPassage>,
  { start, end }: Difference['expected'],
): Source | undefined {
  const last = stream.text.length - 1
  if (last < 0) return undefined
  const at = Math.min(start, last)
  const passage = stream.passages[stream.passageOf[at] ?? 0]
  if (passage === undefined) return undefined
  const { source, text } = passage
  const word = /^\S+/u.exec(stream.text.slice(at, Math.max(end, at + 1)))?.[0].length ?? 1
  const index = stream.indexOf[at] ?? 0
  const position = locate(source.markdown, source.position, text.normalize('NFC'), index, word)
  return { ...source, position }
}

/** Letters around a difference, so that a person finds it by eye. */
const AROUND = 24
/** Letters of a difference that are shown before it is cut. */
const SHOWN = 60

/** The stretch with a few words around it. */
function excerpt(text: string, { start, end }: Difference['expected']): string {
  const from = text.lastIndexOf(' ', Math.max(0, start - AROUND)) + 1
  const next = text.indexOf(' ', end + AROUND)
  const to = next < 0 || next > end + 2 * AROUND ? Math.min(text.length, end + AROUND) : next
  const shown = `${text.slice(Math.max(from, start - 2 * AROUND), start)}${cut(text.slice(start, end))}${text.slice(end, to)}`
  return `${from > 0 ? '… ' : ''}${plain(shown)}${to < text.length ? ' …' : ''}`
}

const stretch = (text: string, { start, end }: Difference['expected']): string =>
  plain(cut(text.slice(start, end)))

const cut = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}… ` : text)

const plain = (text: string): string =>
  text.replaceAll(`-${LINE_END}`, '-').replaceAll(LINE_END, ' ').replaceAll(SOME_FOLIO, '…').trim()
