import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import type { WrittenProse } from '../../model/written.ts'
import { groundOf } from '../ground.ts'
import type { Check } from '../rule.ts'
import { isSlip } from './doubled-words.ts'

const letters = /[\p{L}\p{M}\p{N}'’-]/u

/**
 * A word that follows itself with nothing but white space between, a line end too. Names ("Walla
 * Walla") have capitals, and words parted by a mark or by markup are not doubled.
 */
export const doubledWord: Check = (chapter) => {
  const { at } = groundOf(chapter)
  return chapter.written.prose.flatMap((block): Diagnostic[] => {
    const offset = block.position.start.offset
    return repeats(block.text).flatMap(({ word, start, second, end }) => {
      const previous = /(?<!\p{Ll})(\p{Ll}+)\s+$/u.exec(
        block.text.slice(Math.max(0, start - 30), start),
      )?.[1]
      const language = languageAt(block, offset + start, chapter.language)
      if (!isSlip(word, previous ?? '', language)) return []
      return [
        diagnose('doubled-word', {
          file: chapter.file,
          position: at(offset + second, offset + end),
          message: `\`${word}\` stands twice`,
          help: 'delete one of the two, or write what was meant',
        }),
      ]
    })
  })
}

/** The language of a passage; absence of a mark means the chapter's. */
function languageAt({ languages }: WrittenProse, offset: number, chapter: string): string {
  return (
    languages.findLast(({ start, end }) => start <= offset && offset < end)?.language ?? chapter
  )
}

interface Repeat {
  readonly word: string
  readonly start: number
  readonly second: number
  readonly end: number
}

/** Words in small letters alone that are written twice. By hand, since most of a text is looked at in vain. */
function repeats(text: string): Repeat[] {
  const found: Repeat[] = []
  const { length } = text
  let start = 0
  let at = 0
  while (at < length) {
    if (!isSpace(text.charCodeAt(at))) {
      at++
      continue
    }
    const end = at
    while (at < length && isSpace(text.charCodeAt(at))) at++
    if (end > start && text.charCodeAt(start) === text.charCodeAt(at)) {
      const repeat = repeatAt(text, start, end, at)
      if (repeat !== undefined) found.push(repeat)
    }
    start = at
  }
  return found
}

/** The word of `text.slice(start, end)`, where it stands at `second` again. Longer ones than forty letters are none. */
function repeatAt(text: string, start: number, end: number, second: number): Repeat | undefined {
  const length = end - start
  if (length > 40 || second - end > 40) return undefined
  const word = text.slice(start, end)
  if (!text.startsWith(word, second) || !/^[\p{Ll}\p{M}'’]+$/u.test(word)) return undefined
  const next = text[second + length] ?? ' '
  if (letters.test(next) || /[-/.]/.test(next)) return undefined
  return { word, start, second, end: second + length }
}

const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x09
