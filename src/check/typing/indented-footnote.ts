import type { Damage, Finder } from '../damage.ts'
import { headsLine, type Ground } from '../ground.ts'

/** The text of a note behind four columns of white space: code (CommonMark 4.4), or part of the note or paragraph above it. */
export const indentedFootnote: Finder = (ground) => [
  ...asCode(ground),
  ...inParagraph(ground),
  ...insideNote(ground),
]

function asCode(ground: Ground): Damage[] {
  const { footnotes } = ground.chapter.written.scan
  return footnotes
    .filter(
      ({ kind, surroundings, label, position: { start } }) =>
        kind === 'definition' &&
        surroundings === 'code' &&
        headsLine(ground.text, start.offset) &&
        ground.lacksText(label),
    )
    .map(({ label, position: { start, end } }) =>
      damage(ground, label, start.offset, end.offset, 'is indented so far that it is code'),
    )
}

/** 4.8: leading white space inside a paragraph is dropped, however wide. */
function inParagraph(ground: Ground): Damage[] {
  return ground.spelled
    .filter(
      ({ label, position: { start, end } }) =>
        ground.text[end.offset] === ':' &&
        headsLine(ground.text, start.offset) &&
        ground.lacksText(label),
    )
    .map(({ label, position: { start, end } }) => ({
      ...damage(
        ground,
        label,
        start.offset,
        end.offset + 1,
        'is indented so far that it belongs to the paragraph above it',
      ),
      note: 'it would be printed at the end of that paragraph',
    }))
}

function insideNote(ground: Ground): Damage[] {
  return ground.nested.flatMap(({ inner, outer }) => {
    const { start } = inner.position
    if (outer.position.start.line === start.line) return []
    return [
      {
        ...damage(
          ground,
          inner.label,
          start.offset,
          start.offset + inner.label.length + 4,
          `is indented so far that it is part of note \`[^${outer.label}]\``,
        ),
        note: 'a note inside a note has no place at the foot of a page',
      },
    ]
  })
}

function damage(ground: Ground, label: string, start: number, end: number, how: string): Damage {
  const lineStart = ground.text.lastIndexOf('\n', start - 1) + 1
  const indent = ground.text.slice(lineStart, start)
  return {
    rule: 'indented-footnote',
    start,
    end,
    message: `the text of note \`[^${label}]\` ${how}`,
    help: `put \`[^${label}]:\` at the head of its line, after a blank line`,
    ...(indent.trim() === '' ? { fix: [{ start: lineStart, end: start, text: '' }] } : {}),
    heals: [{ what: 'definition', label, offset: start }],
  }
}
