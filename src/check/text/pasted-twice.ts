import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import type { WrittenProse } from '../../model/written.ts'
import { groundOf } from '../ground.ts'
import type { Check } from '../rule.ts'

/** Shorter paragraphs and sentences may be said again on purpose, as in a refrain. */
const shortest = { paragraph: 60, sentence: 40 }

/** The end of a sentence, with the calls and marks behind it. */
const sentenceEnd = /[.!?][^\s\p{L}.!?]{0,40}(?=\s|$)/gu

interface Sentence {
  /** Offset into the text of its block. */
  readonly from: number
  readonly words: string
}

function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let from = 0
  for (const { 0: mark, index } of text.matchAll(sentenceEnd)) {
    const blank = /^\s*/u.exec(text.slice(from, index))?.[0].length ?? 0
    sentences.push({ from: from + blank, words: text.slice(from + blank, index + mark.length) })
    from = index + mark.length
  }
  return sentences
}

/** A paragraph or sentence that stands again right behind itself. */
export const pastedTwice: Check = (chapter) => {
  const { at, text } = groundOf(chapter)
  // As it is written: two that differ in an address, a call or code are two.
  const plainOf = (from: number, to: number): string =>
    text
      .slice(from, to)
      .replace(/[\s>]+/g, ' ')
      .trim()
  const plainOfBlock = ({ position: { start, end } }: WrittenProse): string =>
    plainOf(start.offset, end.offset)
  const blocks = chapter.written.prose.filter(({ inNote }) => inNote === undefined)
  return blocks.flatMap((block, index): Diagnostic[] => {
    if (block.place !== 'paragraph') return []
    const { start, end } = block.position
    const before = blocks[index - 1]
    if (
      before !== undefined &&
      mayBeSame(before, block) &&
      plainOfBlock(before) === plainOfBlock(block)
    )
      return [
        diagnose('pasted-twice', {
          file: chapter.file,
          position: at(start.offset, end.offset),
          message: 'this paragraph stands twice',
          help: 'delete one of the two',
        }),
      ]
    const sentences = sentencesOf(block.text)
    return sentences.flatMap(({ words, from }, place): Diagnostic[] => {
      const last = sentences[place - 1]
      if (last === undefined || words.length < shortest.sentence) return []
      if (words.slice(0, 20) !== last.words.slice(0, 20)) return []
      const source = (at: number, { length }: string): string =>
        plainOf(start.offset + at, start.offset + at + length)
      if (source(from, words) !== source(last.from, last.words)) return []
      return [
        diagnose('pasted-twice', {
          file: chapter.file,
          position: at(start.offset + from, start.offset + from + words.length),
          message: 'this sentence stands twice',
          help: 'delete one of the two',
        }),
      ]
    })
  })
}

const mayBeSame = (before: WrittenProse, { text }: WrittenProse): boolean =>
  before.place === 'paragraph' &&
  text.length >= shortest.paragraph &&
  before.text.slice(0, 20) === text.slice(0, 20)
