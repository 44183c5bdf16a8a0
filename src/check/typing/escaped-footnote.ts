import type { Finder } from '../damage.ts'

/** `\[^568]` where the note has no other call, or its text no other label. A backslash before what is no note is meant. */
export const escapedFootnote: Finder = (ground) =>
  ground.chapter.written.scan.footnotes.flatMap(
    ({ kind, label, escaped, surroundings, position: { start, end } }) => {
      if (!escaped || surroundings !== 'text') return []
      const isLost = kind === 'definition' ? ground.lacksText(label) : ground.lacksCall(label)
      if (!isLost) return []
      const from = ground.text[start.offset + 1] === '\\' ? start.offset : start.offset - 1
      const backslash = from === start.offset ? start.offset + 1 : from
      return [
        {
          rule: 'escaped-footnote' as const,
          start: from,
          end: end.offset,
          message: `the bracket of \`[^${label}]\` is escaped with a backslash`,
          help: `write \`[^${label}]${kind === 'definition' ? ':' : ''}\` without the backslash`,
          fix: [{ start: backslash, end: backslash + 1, text: '' }],
          heals: [{ what: kind, label, offset: start.offset }],
        },
      ]
    },
  )
