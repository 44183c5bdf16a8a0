import { diagnose } from '../../diagnostic/diagnose.ts'
import type { WrittenProse } from '../../model/written.ts'
import { groundOf } from '../ground.ts'
import type { Check } from '../rule.ts'

/** Blanks inside a line, or a no-break space with a blank beside it. */
const wide = /[ \u00A0]{2,}/g
const two = /[ \u00A0][ \u00A0]/
/** What the typewriter put two blanks after, with the marks that close a sentence. */
const sentenceEnd = /[.!?:…][)\]"'”’»]{0,3}[\0]{0,40}$/

/** More places than these are told by their number. */
const mostShown = 20

interface Place {
  readonly start: number
  readonly end: number
  readonly afterSentence: boolean
}

/**
 * Two blanks in a row: one finding a chapter, since the habit is one. A chapter that has two after
 * its sentences throughout keeps to the typewriter's rule and is left alone.
 */
export const doubleSpace: Check = (chapter) => {
  const { text, prose } = chapter.written
  if (!two.test(text)) return []
  const { at } = groundOf(chapter)
  const all: Place[] = []
  for (const { text: passage, position } of prose) {
    if (!two.test(passage)) continue
    for (const { index, 0: blanks } of passage.matchAll(wide)) {
      const end = index + blanks.length
      // The ends of a line are the setter's, as in CommonMark 4.8; so is what pads a cell.
      const before = passage[index - 1] ?? '\n'
      const after = passage[end] ?? '\n'
      if (before === '\n' || after === '\n' || isPadding(passage, index, end)) continue
      const offset = position.start.offset
      // Before the call of a note none belongs, which another rule says.
      if (/^\^?\[\^?/.test(text.slice(offset + end, offset + end + 2)) && after === '\0') continue
      const source = text.slice(offset + index, offset + end)
      // A mark of Markdown or a character reference is no blank.
      if (!/^[ \u00A0]+$/.test(source) || !/ /.test(source)) continue
      const head = passage.slice(Math.max(0, index - 50), index)
      all.push({ start: offset + index, end: offset + end, afterSentence: sentenceEnd.test(head) })
    }
  }
  // A caption is read before the cells of the table that it stands under.
  all.sort((a, b) => a.start - b.start)
  const habit = all.filter(({ afterSentence }) => afterSentence).length
  const isHabit = habit >= 3 && habit > 2 * singleIn(prose)
  const places = isHabit ? all.filter(({ afterSentence }) => !afterSentence) : all
  const [first, ...others] = places
  if (first === undefined) return []
  const count = places.length
  const hard = text.slice(first.start, first.end).includes('\u00A0')
  return [
    diagnose('double-space', {
      file: chapter.file,
      position: at(first.start, first.end),
      message:
        (hard ? 'a blank stands beside a no-break space' : 'two blanks stand between two words') +
        (count > 1 ? `, here and in ${count - 1} more ${count === 2 ? 'place' : 'places'}` : ''),
      help: 'leave one of them, and see whether a word is missing between',
      related: others.slice(0, mostShown).map(({ start, end }) => ({
        file: chapter.file,
        position: at(start, end),
        message: 'here too',
      })),
      fix: places.map(({ start, end }) => ({
        start,
        end,
        text: text.slice(start, end).includes('\u00A0') ? '\u00A0' : ' ',
      })),
    }),
  ]
}

/** Sentences after which one blank stands. */
const singleIn = (prose: readonly WrittenProse[]): number =>
  prose.reduce(
    (count, { text }) =>
      count + (text.match(/[.!?][)"'”’»]{0,3} (?=[\p{Lu}"'“‘«])/gu)?.length ?? 0),
    0,
  )

/** Blanks at the head or the end of the block, marks left out. */
const isPadding = (passage: string, start: number, end: number): boolean =>
  /^[\0\s]*$/.test(passage.slice(Math.max(0, start - 200), start)) ||
  /^[\0\s]*$/.test(passage.slice(end, end + 200))
