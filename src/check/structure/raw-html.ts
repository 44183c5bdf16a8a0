import { diagnose } from '../../diagnostic/diagnose.ts'
import { damagesOf } from '../damage.ts'
import type { Check } from '../rule.ts'

const anchorOfNote = /^<a\s[^>]{0,120}["']#?_?(?:ftn|edn|fn)/i

/** Tags; a closing tag says nothing that its opening one has not said. Notes typed as `<sup>568</sup>` are told of already. */
export const rawHtml: Check = (chapter) => {
  const { html, text } = chapter.written
  const damages = damagesOf(chapter)
  const touches = (offset: number): boolean => damages.some(({ start }) => start === offset)
  const open: string[] = []
  return html.flatMap((position) => {
    const { start, end } = position
    const source = text.slice(start.offset, end.offset)
    if (damages.some((damage) => start.offset < damage.end && damage.start < end.offset)) return []
    // `<a href="#_ftn1">[1]</a>`: what Word leaves around a call that has lost its caret.
    if (anchorOfNote.test(source.slice(0, 200)) && touches(end.offset)) {
      open.push('a')
      return []
    }
    const [, slash, name = ''] = /^<(\/?)([a-z][a-z0-9-]*)/i.exec(source) ?? []
    if (slash === '/' && open.includes(name.toLowerCase())) return []
    if (name !== '') open.push(name.toLowerCase())
    const shown =
      source.length > 40 || source.includes('\n')
        ? `${(source.split('\n')[0] ?? '').slice(0, 39)}…`
        : source
    return [
      diagnose('raw-html', {
        file: chapter.file,
        position,
        message: `\`${shown}\` is raw HTML`,
        help:
          name.toLowerCase() === 'br'
            ? 'end the line with a backslash for a line break'
            : 'write it in Markdown, or escape `<` as `\\<` where the character is meant',
      }),
    ]
  })
}
