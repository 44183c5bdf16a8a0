import type { Random } from './random.ts'
import { mutate, type Block, type Call, type Mutant, type Note, type View } from './view.ts'

export const noteOf = ({ notes }: View, label: string): Note | undefined =>
  notes.find((note) => note.label === label)

export const callOf = ({ calls }: View, label: string): Call | undefined =>
  calls.find((call) => call.label === label)

/** A call in running text, with its note. */
export function someCall(
  view: View,
  random: Random,
  fits: (call: Call) => boolean = () => true,
): { readonly call: Call; readonly note: Note } | undefined {
  const call = random.pick(
    view.calls.filter((each) => each.block.kind === 'paragraph' && fits(each)),
  )
  const note = call && noteOf(view, call.label)
  return call && note && { call, note }
}

/** Writes a call otherwise. Its note's line counts where `andNote` is given: there a reader would see that it is called nowhere. */
export const recall =
  (
    written: (call: Call, random: Random, view: View) => string | undefined,
    { fits, andNote = false }: { fits?: (call: Call) => boolean; andNote?: boolean } = {},
  ) =>
  (view: View, random: Random): Mutant | undefined => {
    const found = someCall(view, random, fits)
    const text = found && written(found.call, random, view)
    if (found === undefined || text === undefined) return undefined
    return mutate(view.text, [{ ...found.call, text }], andNote ? [found.note.start] : [])
  }

/** Writes the `[^label]:` of a note otherwise. The line of its call counts too. */
export const relabel =
  (
    written: (note: Note, random: Random, view: View) => string | undefined,
    fits: (note: Note, view: View) => boolean = () => true,
  ) =>
  (view: View, random: Random): Mutant | undefined => {
    const note = random.pick(view.notes.filter((each) => fits(each, view)))
    const text = note && written(note, random, view)
    if (note === undefined || text === undefined) return undefined
    const call = callOf(view, note.label)
    return mutate(
      view.text,
      [{ start: note.start, end: note.labelEnd, text }],
      call === undefined ? [] : [call.start],
    )
  }

export const superscript = (number: number): string =>
  String(number).replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? digit)

export const paragraphs = ({ blocks }: View): readonly Block[] =>
  blocks.filter(({ kind }) => kind === 'paragraph')

/** A whole block with the blank line after it. */
export const withGap = ({ text }: View, { start, end }: Block): { start: number; end: number } => {
  let after = end
  while (text[after] === '\n') after++
  return { start, end: after }
}

export const slice = ({ text }: View, { start, end }: { start: number; end: number }): string =>
  text.slice(start, end)

/** Places between two words of running text, away from notes, markup and line ends. */
export function wordGaps(view: View): number[] {
  return paragraphs(view).flatMap((block) => {
    const source = slice(view, block).replace(
      /`[^`]*`|\[[^\]]*\](?:\([^)]*\)|\{[^}]*\})?|<[^>]*>/g,
      (whole) => '#'.repeat(whole.length),
    )
    return [...source.matchAll(/(?<=[a-z]{2}) (?=[a-z]{2})/g)].map(
      ({ index }) => block.start + index,
    )
  })
}

/** Replaces the first match of a pattern in blocks of one kind, chosen at random. */
export const rewrite =
  (
    pattern: RegExp,
    written: (match: RegExpExecArray, random: Random) => string,
    kind: readonly Block['kind'][] = ['paragraph'],
  ) =>
  (view: View, random: Random): Mutant | undefined => {
    const matches = view.blocks
      .filter((block) => kind.includes(block.kind))
      .flatMap((block) =>
        [...slice(view, block).matchAll(new RegExp(pattern, 'gmu'))].map((match) => ({
          match,
          start: block.start + match.index,
        })),
      )
    const found = random.pick(matches)
    if (found === undefined) return undefined
    const { match, start } = found
    return mutate(view.text, [
      { start, end: start + match[0].length, text: written(match, random) },
    ])
  }

/** A paragraph of its own between two blocks of the running text. */
export const between =
  (...texts: readonly [string, ...string[]]) =>
  (view: View, random: Random): Mutant | undefined => {
    const block = random.pick(paragraphs(view))
    if (block === undefined) return undefined
    const text = random.one(...texts).replaceAll('NUMBER', numberIn(view, random))
    return mutate(view.text, [{ start: block.start, end: block.start, text: `${text}\n\n` }])
  }

/** A sentence at the end of a paragraph. */
export const sentence =
  (...texts: readonly [string, ...string[]]) =>
  (view: View, random: Random): Mutant | undefined => {
    const block = random.pick(paragraphs(view))
    if (block === undefined) return undefined
    const text = random.one(...texts).replaceAll('NUMBER', numberIn(view, random))
    return mutate(view.text, [{ start: block.end, end: block.end, text: ` ${text}` }])
  }

/** The number of one of the chapter's notes, for sentences that hold it as a plain figure. */
const numberIn = ({ calls }: View, random: Random): string =>
  String(random.pick(calls)?.number ?? 12)
