import type { Position } from '../../diagnostic/diagnostic.ts'
import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Chapter } from '../../model/book.ts'
import { groundOf } from '../ground.ts'
import type { Check } from '../rule.ts'

/** Braces that stand behind an image and are not read as part of it. */
export interface LooseBraces {
  readonly image: Position
  /** Offsets of what is wrong: the space, or the braces. */
  readonly start: number
  readonly end: number
  readonly why: 'space' | 'quote' | 'brace'
  /** As far as the end of the line. */
  readonly braces: string
}

/** Longest braces that are looked at. */
const longest = 8000

/** Found among the images that are no figures, since their paragraph holds the braces as text. */
export function looseBraces({ written }: Chapter): readonly LooseBraces[] {
  const { text, inlineImages } = written
  return inlineImages.flatMap((image): LooseBraces[] => {
    const from = image.end.offset
    const rest = text.slice(from, from + longest)
    const space = /^[ \t]*(?:\n[ \t]*)?(?=\{)/.exec(rest)?.[0]
    const line = /^[^\n]*(?:\n(?!\s*\n)[^\n]*)*/.exec(rest.slice(space?.length ?? 0))?.[0] ?? ''
    if (space === undefined || !/^\{[^{]*?(?:#|\w=)/.test(line)) return []
    const start = from + space.length
    if (space !== '') return [{ image, start: from, end: start, why: 'space', braces: line }]
    const why = (line.match(/(?<!\\)"/g) ?? []).length % 2 === 1 ? 'quote' : 'brace'
    return [{ image, start, end: start + line.trimEnd().length, why, braces: line }]
  })
}

const says = {
  space: 'a space stands between the image and its braces',
  quote: 'a quotation mark in the braces of the image is not closed',
  brace: 'the braces of the image are not closed',
}

/** `![…](map.svg) {#fig-x}`, `{#fig-x alt="…}`: without its braces the image is no figure, and its name leads nowhere. */
export const figureBraces: Check = (chapter) =>
  looseBraces(chapter).map(({ start, end, why }) =>
    diagnose('figure-braces', {
      file: chapter.file,
      position: groundOf(chapter).at(start, end),
      message: says[why],
      help:
        why === 'space'
          ? 'put the braces directly after the parenthesis'
          : 'write `{#fig-x alt="…"}`, each text between two straight quotation marks',
      ...(why === 'space' ? { fix: [{ start, end, text: '' }] } : {}),
    }),
  )
