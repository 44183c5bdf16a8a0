import type { FootnoteSpelling, Region } from '../../source/scan.ts'
import type { Damage, Finder } from '../damage.ts'
import { keyOf, type Ground } from '../ground.ts'
import { once } from '../once.ts'

const names = { fence: 'code fence', comment: 'comment', metadata: 'metadata block' } as const

/**
 * A fence, comment or metadata block that is not closed and swallows notes. A fence that *is* closed,
 * but by the opening of the next one, is told by calls that it swallows and that stand nowhere else
 * (CommonMark 4.5: an info string cannot close, a bare fence can).
 */
export const unclosedFence: Finder = (ground) => {
  const { regions, footnotes } = ground.chapter.written.scan
  const open = regions.filter(({ kind, closed }) => !closed && kind in names)
  const anyOpen = open.some(({ kind }) => kind === 'fence')
  const first = regions.find(
    (region) =>
      region.kind === 'fence' &&
      region.closed &&
      (anyOpen || holdsOpener(ground.text, region)) &&
      within(footnotes, region).some((spelling) => isLost(ground, spelling, region)),
  )
  const causes =
    first === undefined ? open : [first, ...open.filter(({ kind }) => kind !== 'fence')]
  return causes.flatMap((region): Damage[] => {
    const swallowed =
      region === first
        ? [...new Set([region, ...open])].flatMap((each) => within(footnotes, each))
        : within(footnotes, region)
    const rest = swallowed.length === 0 ? restOf(ground, region) : undefined
    if (swallowed.length === 0 && rest === undefined) return []
    const name = names[region.kind as keyof typeof names]
    const calls = swallowed.filter(({ kind }) => kind === 'call').length
    const texts = swallowed.length - calls
    const lineEnd = ground.text.indexOf('\n', region.start)
    return [
      {
        rule: 'unclosed-fence',
        start: region.start,
        end: lineEnd === -1 ? region.end : Math.min(lineEnd, region.end),
        message: `the ${name} that opens here is not closed, and swallows ${rest ?? counted(calls, texts)}`,
        help: closing(region, ground.text),
        heals: swallowed.map(({ kind, label, position }) => ({
          what: kind,
          label,
          offset: position.start.offset,
        })),
      },
    ]
  })
}

/** A heading, table, figure or reference in a block that is open to the end of the chapter: code holds none; and whatever stands in a comment. */
function restOf({ text }: Ground, { kind, end, start, closed }: Region): string | undefined {
  if (closed || text.slice(end).trim() !== '') return undefined
  if (kind === 'comment') return 'the rest of the chapter'
  const lost =
    /^\n?[^\n]*\n[\s\S]*?(?:\n\n#{1,6} \p{L}|\{#(?:sec|fig|tbl)-|(?<![\p{L}\p{N}])@(?:sec|fig|tbl|fn)-\p{L}|\n!\[[^\n]{1,300}\]\()/u
  return lost.test(text.slice(start, end)) ? 'the rest of the chapter' : undefined
}

function within(footnotes: readonly FootnoteSpelling[], { start, end }: Region) {
  const firstFrom = (offset: number): number => {
    let low = 0
    let high = footnotes.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((footnotes[middle]?.position.start.offset ?? Infinity) < offset) low = middle + 1
      else high = middle
    }
    return low
  }
  return footnotes.slice(firstFrom(start), firstFrom(end))
}

/** Its other half is spelled outside the region, and itself stands nowhere in the text. */
function isLost(ground: Ground, { kind, label }: FootnoteSpelling, region: Region): boolean {
  const key = keyOf(label)
  const other = kind === 'call' ? 'definition' : 'call'
  const stands = kind === 'call' ? ground.spelledByKey.has(key) : ground.isDefined(label)
  if (stands) return false
  return (placesOf(ground).get(`${other} ${key}`) ?? []).some(
    (offset) => offset < region.start || offset >= region.end,
  )
}

/** Where each half of each note is spelled, wherever that is. */
const placesOf = once((ground) => {
  const places = new Map<string, number[]>()
  for (const { kind, label, position } of ground.chapter.written.scan.footnotes) {
    const half = `${kind} ${keyOf(label)}`
    const list = places.get(half) ?? []
    list.push(position.start.offset)
    places.set(half, list)
  }
  return places
})

/** A line inside a fence that opens one: marks and an info string. */
const holdsOpener = (text: string, { start, end }: Region): boolean =>
  /\n[ \t>]*(?:`{3,}|~{3,})[ \t]*[\w{]/.test(text.slice(start, end))

function counted(calls: number, texts: number): string {
  const parts = [
    ...(calls === 0 ? [] : [calls === 1 ? 'a call' : `${calls} calls`]),
    ...(texts === 0 ? [] : [texts === 1 ? 'the text of a note' : `the texts of ${texts} notes`]),
  ]
  return parts.join(' and ')
}

function closing({ kind, start }: Region, text: string): string {
  if (kind === 'comment') return 'close it with `-->` where the comment ends'
  if (kind === 'metadata') return 'close it with a line `---` after the last key'
  const mark = /^(?:`+|~+)/.exec(text.slice(start, start + 80))?.[0] ?? '```'
  return `close it with a line of ${mark.length} ${mark[0] === '~' ? 'tildes' : 'backticks'} where the code ends`
}
