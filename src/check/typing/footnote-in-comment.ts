import type { Finder } from '../damage.ts'
import { lostIn } from './lost-in.ts'

/** A call or a note's text inside a comment, whose other half stands outside. A whole note in a comment is left alone. */
export const footnoteInComment: Finder = (ground) =>
  lostIn(ground, ['comment']).map(({ kind, label, start, end }) => ({
    rule: 'footnote-in-comment',
    start,
    end,
    message:
      kind === 'call'
        ? `note \`[^${label}]\` is called inside a comment`
        : `the text of note \`[^${label}]\` stands inside a comment`,
    help:
      kind === 'call'
        ? 'move the call out of the comment, or put the text of the note into the comment too'
        : 'move it out of the comment, or put its call into the comment too',
    heals: [{ what: kind, label, offset: start }],
  }))
