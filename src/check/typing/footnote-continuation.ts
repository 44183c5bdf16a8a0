import type { WrittenDefinition, WrittenProse } from '../../model/written.ts'
import type { Damage, Finder } from '../damage.ts'
import { keyOf, type Ground } from '../ground.ts'

/**
 * A paragraph after a note that goes on with it but is not indented (GFM footnotes: four columns).
 * Text may well follow a note, so a finding needs evidence: the paragraph is an address alone, is
 * half indented, goes on with a sentence that the note breaks off, or stands among notes and cites.
 * A line directly under a note, without a blank line between, belongs to it (CommonMark 5.1).
 */
export const footnoteContinuation: Finder = (ground) => {
  const { definitions, prose } = ground.chapter.written
  const paragraphs = prose.filter(
    ({ place, inNote }) => place === 'paragraph' && inNote === undefined,
  )
  const starts = definitions.map(({ position }) => position.start.offset)
  let at = 0
  return definitions.flatMap((definition, index): Damage[] => {
    const end = contentEnd(ground.text, definition.position.end.offset)
    while ((paragraphs[at]?.position.start.offset ?? Infinity) < end) at++
    const paragraph = paragraphs[at]
    // A label without a text is `empty-footnote`.
    if (paragraph === undefined || definition.empty) return []
    const { start, end: last } = paragraph.position
    const between = ground.text.slice(end, start.offset)
    if ((between.match(/\n/g) ?? []).length < 2) return []
    if (between.trim() !== '') return brokenOff(ground, definition, end, between)
    // The text of the next note, whose label is lost or typed otherwise: of that another finding speaks.
    if (isTextOfAnother(ground, definition, start.offset)) return []
    const next = starts[index + 1]
    const isFollowed = next !== undefined && isGap(ground.text, last.offset, next)
    const isAlone =
      index > 0 &&
      isGap(
        ground.text,
        contentEnd(ground.text, definitions[index - 1]?.position.end.offset ?? 0),
        definition.position.start.offset,
      )
    const opensGroup =
      isFollowed && !isAlone && isFirstOfGroup(ground, definition, index, paragraph)
    const why = evidence(ground, definition, paragraph, end, {
      isFollowed,
      inRun: isAlone || opensGroup,
    })
    if (why === undefined) return []
    const lineStart = start.offset - start.column + 1
    return [
      {
        rule: 'footnote-continuation',
        start: start.offset,
        end: lineEnd(ground.text, start.offset),
        message: `this paragraph goes on with note \`[^${definition.label}]\`, but is not indented`,
        note: `${why}; as it stands it would be printed in the running text`,
        help: 'indent its lines by four spaces, so that it is part of the note',
        fix: linesOf(ground.text, lineStart, last.offset).map((line) => ({
          start: line,
          end: line === lineStart ? start.offset : line,
          text: '    ',
        })),
        heals: [],
      },
    ]
  })
}

/**
 * The note is the first of several that stand together, all of them called further up, and the
 * paragraph is a sentence that parts it from the others. Notes that stand each under their own
 * paragraph are called between one and the next.
 */
function isFirstOfGroup(
  ground: Ground,
  { key, position }: WrittenDefinition,
  index: number,
  { position: paragraph, text }: WrittenProse,
): boolean {
  const { definitions } = ground.chapter.written
  const [next, afterNext] = [definitions[index + 1], definitions[index + 2]]
  if (
    next === undefined ||
    text.trim().length < 24 ||
    !/[.!?。！？…][”"’»')\]>\0\uFFFC]*\s*$/u.test(text.slice(-24))
  )
    return false
  const end = contentEnd(ground.text, next.position.end.offset)
  const isGroup =
    afterNext === undefined
      ? ground.text.slice(end).trim() === ''
      : isGap(ground.text, end, afterNext.position.start.offset)
  const called = calledAt(ground, next.key)
  // Of notes that stand in the order of their calls; and text that calls notes itself is no note.
  const isInOrder = calledAt(ground, key) < called && called < position.start.offset
  const own = ground.text.slice(paragraph.start.offset, paragraph.end.offset)
  return isGroup && isInOrder && !/\[\^|\^\[/.test(own)
}

/** Where a note is first called; beyond every place where it is not. */
const calledAt = (ground: Ground, key: string): number =>
  ground.spelledByKey.get(key)?.[0]?.position.start.offset ?? Infinity

/** A note that breaks off with a colon before a list, a quotation or code. */
function brokenOff(
  ground: Ground,
  definition: WrittenDefinition,
  end: number,
  between: string,
): Damage[] {
  const opens = /^\n(?:[ \t]*\n)+ {0,3}([-*+>] ?|\d{1,9}[.)] |`{3,}|~{3,})/.exec(between)
  if (opens === null || !/[:–—]$/.test(ground.text.slice(end - 1, end))) return []
  const start = end + opens[0].length - (opens[1]?.length ?? 0)
  return [
    {
      rule: 'footnote-continuation',
      start,
      end: lineEnd(ground.text, start),
      message: `what follows goes on with note \`[^${definition.label}]\`, but is not indented`,
      note: `the note breaks off with \`${ground.text.slice(end - 1, end)}\`; as it stands the rest would be printed in the running text`,
      help: 'indent its lines by four spaces, so that it is part of the note',
      heals: [],
    },
  ]
}

/** The note that is called next has no text, or the paragraph begins with a number as the text of a note does. */
function isTextOfAnother(ground: Ground, { label }: WrittenDefinition, start: number): boolean {
  const head = ground.text.slice(start, start + 60)
  if (/^(?:\\?\[|<sup|[⁰¹²³⁴-⁹]|\^\d|\d{1,7}[.)\]])/.test(head)) return true
  const next = nextCalled(ground).get(keyOf(label))
  return next !== undefined && ground.lacksText(next)
}

const following = new WeakMap<Ground, ReadonlyMap<string, string>>()

/** The label that is called after each label. */
function nextCalled(ground: Ground): ReadonlyMap<string, string> {
  const known = following.get(ground)
  if (known !== undefined) return known
  const made = new Map<string, string>()
  let before: string | undefined
  for (const { label } of ground.spelled) {
    if (before !== undefined && !made.has(before)) made.set(before, label)
    before = keyOf(label)
  }
  following.set(ground, made)
  return made
}

interface Around {
  /** A definition follows the paragraph at once. */
  readonly isFollowed: boolean
  /** The definition before it follows another one at once, or is the first of several that stand together. */
  readonly inRun: boolean
}

function evidence(
  ground: Ground,
  definition: WrittenDefinition,
  { position: { start, end } }: WrittenProse,
  noteEnd: number,
  { isFollowed, inRun }: Around,
): string | undefined {
  const text = ground.text.slice(start.offset, end.offset)
  if (/^(?:<https?:\/\/[^\s<>]+>|https?:\/\/\S+)[.;]?$/i.test(text.trim()))
    return 'it is only an address'
  if (text.includes('[^') || text.startsWith('!') || text.startsWith(':')) return undefined
  if (
    start.column > 1 &&
    definition.position.start.column === 1 &&
    /^ +$/.test(ground.text.slice(start.offset - start.column + 1, start.offset))
  )
    return 'its first line is indented, but by less than four spaces'
  const tail = ground.text.slice(Math.max(definition.position.start.offset, noteEnd - 200), noteEnd)
  const isOpen = /[,:;(–—-]$/.test(tail)
  if (isOpen) return `the note breaks off with \`${tail.slice(-1)}\``
  const isLower = /^\p{Ll}/u.test(text)
  if (isLower && !/[.!?…)>\]}”’"'»*_`]$/u.test(tail))
    return 'the note breaks off in the middle of a sentence'
  const cites =
    /https?:\/\/|\bwww\.|^(?:ibid|see also|see|cf\.|available at|accessed|translated)\b/i.test(text)
  if (isFollowed && isLower) return 'it stands between two notes and begins with a small letter'
  if (isFollowed && (cites || inRun)) return 'it stands among the notes'
  if (inRun && cites && isLast(ground, end.offset)) return 'it stands at the end of the notes'
  return undefined
}

const isLast = (ground: Ground, end: number): boolean => ground.text.slice(end).trim() === ''

const isGap = (text: string, from: number, to: number): boolean =>
  to >= from && text.slice(from, to).trim() === ''

const contentEnd = (text: string, end: number): number => {
  let at = end
  while (at > 0 && /\s/.test(text[at - 1] ?? '')) at--
  return at
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from)
  return at === -1 ? text.length : at
}

function linesOf(text: string, from: number, to: number): number[] {
  const starts: number[] = []
  for (let at = from; at < to; at = lineEnd(text, at) + 1) starts.push(at)
  return starts
}
