import type { Diagnostic, Position } from '../diagnostic/diagnostic.ts'
import { diagnose } from '../diagnostic/diagnose.ts'
import { nearest } from '../diagnostic/nearest.ts'
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
  const silences = silencesOf(chapter)
  if (silences.length === 0) return [...findings]
  const used = new Set<Silence>()
  const left = findings.filter((finding) => {
    const found = silences.find((silence) => isAllowed(finding, silence, chapter))
    if (found !== undefined) used.add(found)
    return found === undefined
  })
  // What the web says is not asked here.
  const isAsked = (rule: string): boolean => !isOff(rule) && !Object.hasOwn(links, rule)
  const unused = silences
    .filter((silence) => !used.has(silence) && isAsked(silence.rule))
    .map(({ rule, position }) => {
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

/** What no comment of the chapter allows. */
export function withoutSilenced(findings: readonly Diagnostic[], chapter: Chapter): Diagnostic[] {
  const silences = silencesOf(chapter)
  return findings.filter((finding) => !silences.some((each) => isAllowed(finding, each, chapter)))
}

const isAllowed = (
  { rule, file, position }: Diagnostic,
  silence: Silence,
  chapter: Chapter,
): boolean =>
  position !== undefined &&
  file === chapter.file &&
  silence.rule === rule &&
  position.start.offset >= silence.start &&
  position.start.offset < silence.end

function silencesOf(chapter: Chapter): Silence[] {
  return chapter.written.comments.flatMap(({ value, position }) => {
    const rulesAllowed = /^\s*imprimatur:\s*allow\s+([\w\s,-]+?)\s*$/.exec(value)?.[1]
    if (rulesAllowed === undefined) return []
    const block = nextBlock(chapter, position.end.offset)
    return rulesAllowed.split(/[\s,]+/).map((rule) => ({ rule, position, ...block }))
  })
}

/** The block after a comment: of the text, a note, or else the lines up to the next blank one. */
function nextBlock({ children, written }: Chapter, from: number): { start: number; end: number } {
  const { text } = written
  let start = from
  while (start < text.length && /\s/.test(text[start] ?? '')) start++
  // Blocks begin behind their line's white space or marks, never after the first character of it.
  const positions = [...children, ...written.definitions, ...written.headings].map(
    ({ position }) => position,
  )
  const block = positions.find(({ start: at }) => at.offset === start)
  if (block !== undefined) return { start, end: Math.max(block.end.offset, start + 1) }
  const blank = text.slice(start).search(/\n[ \t]*(?:\n|$)/)
  return { start, end: blank === -1 ? text.length : start + blank + 1 }
}
