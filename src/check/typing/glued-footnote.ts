import type { Damage, Finder } from '../damage.ts'
import { headsLine, keyOf, type Ground } from '../ground.ts'

/**
 * `… end of it. [^568]: Text`: a definition inside a line. At the head of a line a definition may
 * follow a paragraph or another definition at once (micromark and cmark-gfm both read it so).
 */
export const gluedFootnote: Finder = (ground) => [
  ...inLine(ground),
  ...insideNote(ground),
  ...alone(ground),
]

/** `- [^568]: Text`: the item or quotation that holds nothing but the text of a note would be printed empty. */
function alone(ground: Ground): Damage[] {
  const { text } = ground
  return ground.chapter.written.definitions.flatMap(({ label, position: { start, end } }) => {
    if (start.column === 1) return []
    const head = text.slice(Math.max(0, start.offset - 40), start.offset)
    const line = head.slice(head.lastIndexOf('\n') + 1)
    const isItem = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+$/.test(line)
    const isQuote = /^[ \t]*>[ \t>]*$/.test(line) && isAlone(text, start.offset, end.offset)
    if (!isItem && !isQuote) return []
    const from = start.offset - line.trimStart().length
    return [
      {
        rule: 'glued-footnote' as const,
        start: from,
        end: start.offset + label.length + 4,
        message: `the text of note \`[^${label}]\` stands in a ${isItem ? 'list' : 'quotation'}`,
        note: `the ${isItem ? 'item' : 'quotation'} would be printed empty`,
        help: `put \`[^${label}]:\` at the head of a line of its own`,
        heals: [],
      },
    ]
  })
}

/** The lines before and after a quotation are none of it. */
function isAlone(text: string, start: number, end: number): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const above = text.slice(text.lastIndexOf('\n', lineStart - 2) + 1, lineStart)
  const lineEnd = text.indexOf('\n', end)
  const below = lineEnd === -1 ? '' : text.slice(lineEnd + 1, lineEnd + 5)
  return !above.trimStart().startsWith('>') && !below.trimStart().startsWith('>')
}

function inLine(ground: Ground): Damage[] {
  return ground.spelled.flatMap(({ label, position: { start, end } }) => {
    if (ground.text[end.offset] !== ':' || headsLine(ground.text, start.offset)) return []
    if (!/^:[ \t]*\S/.test(ground.text.slice(end.offset, end.offset + 20))) return []
    if (ground.isDefined(label) || (ground.spelledByKey.get(keyOf(label))?.length ?? 0) < 2)
      return []
    let before = start.offset
    while (/\s/.test(ground.text[before - 1] ?? '')) before--
    return [
      {
        rule: 'glued-footnote' as const,
        start: start.offset,
        end: end.offset + 1,
        message: `the text of note \`[^${label}]\` begins in the middle of a line`,
        help: `put \`[^${label}]:\` at the head of a line of its own, after a blank line`,
        fix: [{ start: before, end: start.offset, text: '\n\n' }],
        heals: [{ what: 'definition' as const, label, offset: start.offset }],
      },
    ]
  })
}

/** `[^1]: [^2]: Text`: a definition that begins where another one has begun. */
function insideNote(ground: Ground): Damage[] {
  return ground.nested.flatMap(({ inner, outer }) => {
    const { start } = inner.position
    if (outer.position.start.line !== start.line) return []
    return [
      {
        rule: 'glued-footnote' as const,
        start: start.offset,
        end: start.offset + inner.label.length + 4,
        message: `the text of note \`[^${inner.label}]\` begins inside note \`[^${outer.label}]\``,
        note: 'a note inside a note has no place at the foot of a page',
        help: `give \`[^${outer.label}]:\` its text, and put \`[^${inner.label}]:\` on a line of its own`,
        heals: [{ what: 'definition' as const, label: inner.label, offset: start.offset }],
      },
    ]
  })
}
