import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { diagnose } from '../../diagnostic/diagnose.ts'
import { groundOf } from '../ground.ts'
import type { Check } from '../rule.ts'
import { addressesOf } from './addresses.ts'

// No pattern reads on over a bracket or a second line end.
const inBrackets =
  /<([^\S\n]{0,4})((?:https?:\/\/|www\.)[^\s<>]{1,2000})(\s)([^<>\n]{0,300}\n?[^<>\n]{0,300})>/gi
const inDestination =
  /\]\(([^\S\n]{0,4})((?:https?:\/\/|www\.)[^\s<>()]{1,2000})(\s)([^<>()\n"']{0,300}\n?[^<>()\n"']{0,300})\)/gi

/** `<https://x.org/a b>` and `[text](https://x.org/a b)`, in which Markdown sees no link; and `](<https://x.org/a b>)`, in which it does. */
export const urlWithSpace: Check = (chapter) => {
  const { text, at } = groundOf(chapter)
  const { file } = chapter
  const addresses = addressesOf(chapter)
  // Where a bare address begins that was meant to go on; code and comments have none.
  const bare = new Set(addresses.filter(({ form }) => form === 'bare').map(({ start }) => start))
  const found: Diagnostic[] = []
  for (const pattern of bare.size === 0 ? [] : [inBrackets, inDestination])
    for (const match of text.matchAll(pattern)) {
      const [whole, lead = '', first = '', gap = '', rest = ''] = match
      const start = match.index + whole.indexOf(first, lead.length + 1)
      if (!bare.has(start)) continue
      const end = match.index + whole.length - 1
      const outside = rest.trim() === ''
      // A quotation of two lines has its own mark at the head of the second.
      if (outside && lead === '' && gap === '\n') continue
      found.push(
        diagnose('url-with-space', {
          file,
          position: outside ? at(start, end) : at(start + first.length, start + first.length + 1),
          message: `${gap === '\n' ? 'the end of a line' : 'a space'} stands ${outside ? 'beside' : 'inside'} the address \`${short(first)}\``,
          ...(outside
            ? {
                help: 'take it out',
                fix: [
                  ...(lead === '' ? [] : [{ start: start - lead.length, end: start, text: '' }]),
                  { start: start + first.length, end, text: '' },
                ],
              }
            : {
                help: 'take it out, or write `%20` where the address has a space; what is no address belongs behind the bracket',
              }),
        }),
      )
    }
  for (const { written, start, form } of addresses) {
    const fixed = noBreakSpace(written)
    if (fixed !== -1) {
      found.push(
        diagnose('url-with-space', {
          file,
          position: at(start + fixed, start + fixed + 1),
          message: `a no-break space stands inside the address \`${short(written)}\``,
          help: 'take it out, or write `%20` where the address has a space',
        }),
      )
      continue
    }
    const space = form === 'link' || form === 'label' ? written.search(/ /u) : -1
    if (space === -1 || !/^https?:/i.test(written)) continue
    const spaces = [...written.matchAll(/ /gu)].map(({ index }) => start + index)
    found.push(
      diagnose('url-with-space', {
        file,
        position: at(start + space, start + space + 1),
        message: `a space stands inside the address \`${short(written)}\``,
        help: 'write `%20`',
        fix: spaces.map((offset) => ({ start: offset, end: offset + 1, text: '%20' })),
      }),
    )
  }
  return found
}

/** Markdown takes it for a letter; `malformed-url` tells of one in the host. */
function noBreakSpace(written: string): number {
  const place = written.search(/[\u00a0\u2000-\u200a\u202f\u3000]/u)
  const host = /^https?:\/\/[^/?#]{0,255}/i.exec(written)?.[0].length
  return host === undefined || place < host ? -1 : place
}

const short = (address: string): string =>
  address.length > 60 ? `${address.slice(0, 59)}…` : address
