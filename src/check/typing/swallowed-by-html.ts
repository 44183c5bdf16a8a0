import type { Damage, Finder } from '../damage.ts'
import { keyOf } from '../ground.ts'

/**
 * A block of raw HTML in which notes stand (CommonMark 4.6): `<pre>` without a close takes all of the
 * chapter behind it. Nothing in it is read, so that the HTML is told of, not each of its notes.
 */
export const swallowedByHtml: Finder = ({ chapter, text }) => {
  const { regions, footnotes } = chapter.written.scan
  const inHtml = footnotes.filter(
    ({ surroundings, escaped }) => surroundings === 'html' && !escaped,
  )
  if (inHtml.length === 0) return []
  let next = 0
  return regions.flatMap(({ kind, start, end, closed }): Damage[] => {
    if (kind !== 'html') return []
    const from = next
    while ((inHtml[next]?.position.start.offset ?? Infinity) < end) next++
    const swallowed = inHtml.slice(from, next)
    if (swallowed.length === 0) return []
    const lineEnd = text.indexOf('\n', start)
    const until = lineEnd === -1 ? end : Math.min(lineEnd, end)
    const tag = text.slice(start, Math.min(until, start + 40)).trim()
    const notes = new Set(swallowed.map(({ label }) => keyOf(label))).size
    return [
      {
        rule: 'raw-html',
        start,
        end: until,
        message: `\`${tag}\` is raw HTML, and takes ${notes === 1 ? 'a note' : `${notes} notes`} along${closed ? '' : ': it is not closed'}`,
        help: 'write it in Markdown, or escape `<` as `\\<` where the character is meant',
        heals: swallowed.map(({ kind: what, label, position }) => ({
          what,
          label,
          offset: position.start.offset,
        })),
      },
    ]
  })
}
