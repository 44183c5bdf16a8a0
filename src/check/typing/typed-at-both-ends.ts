import type { Damage, Finder } from '../damage.ts'
import type { Ground } from '../ground.ts'
import { isMeasure, looksGlued } from './number-context.ts'

/** `12. BUND, …` or `(12) BUND …` at the head of a line. Offsets into the chapter's text; `end` is exclusive. */
interface Entry {
  readonly number: number
  readonly start: number
  readonly end: number
  /** It reads as a source: with a date in parentheses, a page, an address or a title. */
  readonly cites: boolean
}

interface TypedCall {
  readonly number: number
  readonly start: number
  readonly end: number
  /** Nothing in the block follows, or nothing stands between it and the mark before it. */
  readonly isCallLike: boolean
}

/**
 * Notes without any mark of Markdown: `fish. (12)` or `fish.12` in the text, `12. BUND, …` at the end
 * of the chapter. A number alone may be anything; two that are found at both ends in the same order,
 * where the list cites sources, are notes. A list of references has numbers of its own.
 */
export const typedAtBothEnds: Finder = (ground) => {
  let from = 0
  return runsOf(ground).flatMap((run): Damage[] => {
    const start = run[0]?.start ?? 0
    const wanted = new Map(
      run.flatMap((entry) =>
        ground.isDefined(String(entry.number)) ? [] : [[entry.number, entry] as const],
      ),
    )
    const calls = callsIn(ground, from, start).filter(({ number }) => wanted.has(number))
    from = run.at(-1)?.end ?? start
    if (calls.length < 2 || !calls.some(({ isCallLike }) => isCallLike)) return []
    if (calls.some(({ number }, index) => number <= (calls[index - 1]?.number ?? 0))) return []
    const cited = calls.filter(({ number }) => wanted.get(number)?.cites === true)
    if (cited.length * 2 < calls.length) return []
    return calls.flatMap((call) => {
      const entry = wanted.get(call.number)
      return entry === undefined ? [] : [damage(ground, call, entry)]
    })
  })
}

const entryHead = /^ {0,3}(?:\(?(\d{1,4})[.)]|(\d{1,4})(?=[ \t]+[\p{Lu}“"«„*_]))[ \t]+(\S[^\n]*)/gmu
/** What notes have and the items of a list mostly lack. */
const source =
  /\([^()\n]{0,24}(?<!\d)(?:1[5-9]|20)\d\d\)|\0{4}|https?:|(?<!\p{L})(?:pp?|S|ibid|vgl|cf|see|op|loc|art|vol)\.? ?\d|^(?:ibid|ebd|cf|vgl|see|siehe|voir)(?!\p{L})|\*[^*\n]{3,200}\*|[“"„«][^”"“»\n]{3,200}[”"“»]/iu
/** Heads of lists that have numbers of their own. */
const references =
  /references|bibliograph|literatur|works cited|quellen|sources|références|fuentes|источник|литератур|文献/iu

/** A number at the head of a line: hardly any chapter has one. */
const numberAtHead = /[\n\u2028\u2029] {0,3}\(?\d/

/** Entries that count up by one, two at least, at the end of the chapter or of a part. */
function runsOf(ground: Ground): Entry[][] {
  const { masked, text } = ground
  if (!numberAtHead.test(masked) && !/^ {0,3}\(?\d/.test(masked)) return []
  const entries = [...masked.matchAll(entryHead)].flatMap((match): Entry[] => {
    const [whole, marked, bare, rest = ''] = match
    const start = match.index + whole.search(/\S/u)
    if (ground.inNote(start)) return []
    const line = text.slice(match.index, match.index + whole.length)
    return [
      {
        number: Number(marked ?? bare),
        start,
        end: match.index + whole.length - rest.length,
        cites: source.test(rest) || source.test(line.slice(-rest.length)),
      },
    ]
  })
  const runs: Entry[][] = []
  for (const entry of entries) {
    const before = runs.at(-1)?.at(-1)
    const goesOn =
      before !== undefined &&
      entry.number === before.number + 1 &&
      entry.start - before.end < 2000 &&
      !/\n#/u.test(text.slice(before.end, entry.start))
    if (goesOn) runs.at(-1)?.push(entry)
    else runs.push([entry])
  }
  const { headings } = ground.chapter.written
  let above = 0
  return runs.filter((run) => {
    const start = run[0]?.start ?? 0
    while ((headings[above]?.position.start.offset ?? Infinity) < start) above++
    const isReferences = references.test(headings[above - 1]?.text ?? '')
    return run.length > 1 && endsPart(text, run) && !isReferences
  })
}

function endsPart(text: string, run: readonly Entry[]): boolean {
  const from = run.at(-1)?.end ?? 0
  const blank = text.slice(from, from + 4000).search(/\n[ \t]*\n/u)
  if (blank === -1) return text.length - from < 4000
  return /^\s*(?:$|#|\[\^|[-*_]{3})/u.test(text.slice(from + blank, from + blank + 80))
}

/** `fish. (12)` before a capital or the end of a block, and `fish.12`. */
const typed =
  /(?<=[\p{L}\p{N}.,;:!?”’"»)…])(?:([ \t]?)\((\d{1,4})\)|(\d{1,4}))(?=$|[.,;:!?)]|\s+(?:\n|["“„«(]?\p{Lu}|$)|\s*$)/gmu

function callsIn(ground: Ground, from: number, to: number): TypedCall[] {
  const { masked } = ground
  return [...masked.slice(from, to).matchAll(typed)].flatMap((match): TypedCall[] => {
    const [whole, space, enclosed, bare] = match
    const start = from + match.index + (space?.length ?? 0)
    const end = from + match.index + whole.length
    const number = Number(enclosed ?? bare)
    if (number === 0 || ground.inNote(start)) return []
    if (
      bare !== undefined &&
      (!looksGlued(masked, { number, start, end }) || isMeasure(masked, end))
    )
      return []
    const ends = /^[.]?[ \t]*(?:$|\n[ \t]*(?:\n|$))/u.test(masked.slice(end, end + 40))
    return [{ number, start, end, isCallLike: ends || space !== ' ' }]
  })
}

function damage(ground: Ground, { number, start, end }: TypedCall, entry: Entry): Damage {
  const label = String(number)
  return {
    rule: 'footnote-typed-by-hand',
    start,
    end,
    message: `the number of a note is typed as text, \`${ground.text.slice(start, end)}\`, and so is the one before its text`,
    help: `write \`[^${label}]\`, and \`[^${label}]:\` before the text of the note`,
    related: [
      {
        file: ground.chapter.file,
        position: ground.at(entry.start, entry.end),
        message: `the text of note ${number} begins here`,
      },
    ],
    heals: [
      { what: 'call', label, offset: start },
      { what: 'definition', label, offset: entry.start },
    ],
  }
}
