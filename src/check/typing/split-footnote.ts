import type { Finder } from '../damage.ts'
import { headsLine, isEscaped } from '../ground.ts'

// A label is at most 64 characters, so that the search stays linear.
const split = /\[([^[\]\n\0]{0,64})\n[ \t>]*([^[\]\n\0]{0,64})\](:?)/g

/** A call or a definition whose label runs over the end of a line (GFM: no white space in a label). */
export const splitFootnote: Finder = (ground) =>
  [...ground.masked.matchAll(split)].flatMap(
    ({ index, 0: whole, 1: before = '', 2: after = '', 3: colon }) => {
      const joined = before.trim() + after.trim()
      const label = joined.slice(1)
      if (!/^\^[\p{L}\p{N}]\S*$/u.test(joined) || isEscaped(ground.masked, index)) return []
      const isDefinition = colon === ':' && headsLine(ground.text, index)
      const end = index + whole.length - (isDefinition || colon === undefined ? 0 : colon.length)
      return [
        {
          rule: 'split-footnote',
          start: index,
          end,
          message: `${isDefinition ? 'the label' : 'the call'} \`[^${label}]\` runs over the end of a line`,
          help: `write \`[^${label}]${isDefinition ? ':' : ''}\` on one line`,
          fix: [{ start: index, end, text: `[^${label}]${isDefinition ? ':' : ''}` }],
          heals: [{ what: isDefinition ? 'definition' : 'call', label, offset: index }],
        },
      ]
    },
  )
