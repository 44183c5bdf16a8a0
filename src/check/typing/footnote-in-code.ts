import type { Finder } from '../damage.ts'
import { lostIn } from './lost-in.ts'

/** A call inside code whose note is called nowhere else, or a note's text in a fence. Samples of Markdown are left alone. */
export const footnoteInCode: Finder = (ground) =>
  lostIn(ground, ['code', 'fence']).map(({ kind, label, start, end }) => ({
    rule: 'footnote-in-code',
    start,
    end,
    message:
      kind === 'call'
        ? `note \`[^${label}]\` is called inside code`
        : `the text of note \`[^${label}]\` stands inside code`,
    ...(kind === 'call' ? {} : { note: 'code is printed as it stands, so it would be no note' }),
    help:
      kind === 'call'
        ? 'put the call after the code'
        : 'take it out of the code, with blank lines around it',
    heals: [{ what: kind, label, offset: start }],
  }))
