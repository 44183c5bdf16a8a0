import type { Diagnostic, Position } from '../diagnostic/diagnostic.ts'
import { diagnose } from '../diagnostic/diagnose.ts'
import { nearest } from '../diagnostic/nearest.ts'
import { footnotes } from '../diagnostic/rules/footnotes.ts'
import { links } from '../diagnostic/rules/links.ts'
import { isRuleId, rules } from '../diagnostic/rules.ts'
import type { Chapter } from '../model/book.ts'

/** `<!-- imprimatur: allow rule-id -->`: what it allows, and where. */
interface Silence {
  readonly rule: string
  readonly position: Position
  /** Offsets of the next block; `end` is exclusive. */
  readonly start: number
  readonly end: number
}

/** Takes out what comments allow, and adds a finding for each comment that allows nothing. */
export function applySilences(
  findings: readonly Diagnostic[],
  chapter: Chapter,
  isOff: (rule: string) => boolean,
): Diagnostic[] {
  const written = silencesOf(chapter)
  if (written.length === 0) return [...findings]
  const silences = written.filter(({ rule }) => !isSoundness(rule))
  const used = new Set<Silence>()
  const silenceAt = silencesByPlace(silences)
  const left = findings.filter(({ rule, file, position }) => {
    if (position === undefined || file !== chapter.file) return true
    const found = silenceAt(rule, position.start.offset)
    if (found !== undefined) used.add(found)
    return found === undefined
  })
  // What the web says is not asked here.
  const isAsked = (rule: string): boolean => !isOff(rule) && !Object.hasOwn(links, rule)
  const unused = written
    .filter((silence) => !used.has(silence) && isAsked(silence.rule))
    .map(({ rule, position }) => {
      if (isSoundness(rule)) return refused(rule, chapter, position)
      const like = isRuleId(rule) ? undefined : nearest(rule, Object.keys(rules))
      return diagnose('unused-silence', {
        file: chapter.file,
        position,
        message: isRuleId(rule)
          ? `nothing in the next block breaks the rule \`${rule}\``
          : `there is no rule \`${rule}\``,
        help: like === undefined ? 'delete the comment' : `write \`${like}\` if that is meant`,
      })
    })
  return [...left, ...unused]
}

/** Pairing and numbering are facts, not taste: no comment makes a note sound that is not. */
const isSoundness = (rule: string): boolean => Object.hasOwn(footnotes, rule)

const refused = (rule: string, { file }: Chapter, position: Position): Diagnostic =>
  diagnose('unused-silence', {
    file,
    position,
    message: `what \`${rule}\` finds cannot be allowed`,
    note: 'it would be printed wrongly all the same',
    help: 'delete the comment, and mend what the rule finds; brackets that are no note are escaped, `\\[^568]`',
  })

/** What no comment of the chapter allows. */
export function withoutSilenced(findings: readonly Diagnostic[], chapter: Chapter): Diagnostic[] {
  const silences = silencesOf(chapter).filter(({ rule }) => !isSoundness(rule))
  if (silences.length === 0) return [...findings]
  const silenceAt = silencesByPlace(silences)
  return findings.filter(
    ({ rule, file, position }) =>
      position === undefined ||
      file !== chapter.file ||
      silenceAt(rule, position.start.offset) === undefined,
  )
}

/** Finds the first silence of a rule whose block holds an offset, without looking at each. */
function silencesByPlace(
  silences: readonly Silence[],
): (rule: string, offset: number) => Silence | undefined {
  // `reach` is how far the blocks up to this one go, since one may lie in another.
  const byRule = new Map<string, { readonly silence: Silence; readonly reach: number }[]>()
  for (const silence of silences.toSorted((a, b) => a.start - b.start)) {
    const list = byRule.get(silence.rule) ?? []
    list.push({ silence, reach: Math.max(silence.end, list.at(-1)?.reach ?? 0) })
    byRule.set(silence.rule, list)
  }
  return (rule, offset) => {
    const list = byRule.get(rule) ?? []
    let low = 0
    let high = list.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((list[middle]?.silence.start ?? Infinity) <= offset) low = middle + 1
      else high = middle
    }
    let found: Silence | undefined
    for (let at = low - 1; (list[at]?.reach ?? 0) > offset; at--)
      if ((list[at]?.silence.end ?? 0) > offset) found = list[at]?.silence
    return found
  }
}

function silencesOf(chapter: Chapter): Silence[] {
  const { children, written } = chapter
  if (written.comments.length === 0) return []
  // Blocks begin behind their line's white space or marks, never after the first character of it.
  const ends = new Map<number, number>()
  for (const { position } of [...children, ...written.definitions, ...written.headings])
    if (!ends.has(position.start.offset)) ends.set(position.start.offset, position.end.offset)
  return chapter.written.comments.flatMap(({ value, position }) => {
    const rulesAllowed = /^\s*imprimatur:\s*allow\s([\w\s,-]+)$/.exec(value)?.[1]
    if (rulesAllowed === undefined) return []
    const block = nextBlock(written.text, ends, position.end.offset)
    return rulesAllowed
      .trim()
      .split(/[\s,]+/)
      .map((rule) => ({ rule, position, ...block }))
  })
}

/** The block after a comment: of the text, a note, or else the lines up to the next blank one. */
function nextBlock(
  text: string,
  ends: ReadonlyMap<number, number>,
  from: number,
): { start: number; end: number } {
  let start = from
  while (start < text.length && /\s/.test(text[start] ?? '')) start++
  const end = ends.get(start)
  if (end !== undefined) return { start, end: Math.max(end, start + 1) }
  const blank = text.slice(start).search(/\n[ \t]*(?:\n|$)/)
  return { start, end: blank === -1 ? text.length : start + blank + 1 }
}
