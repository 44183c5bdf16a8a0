import { describe, expect, it } from 'vitest'
import { blemishesOf } from '../../../src/print/line/blemishes.ts'
import type { Line } from '../../../src/print/line/line.ts'
import { pt } from '../../../src/unit/length.ts'

/** A line in type of which each letter is 5 pt wide, each space 3. */
const lineOf = (text: string, indent = 0): Line =>
  ({
    text,
    runs: [
      {
        x: pt(indent),
        words: [...text].map((letter) => ({
          ids: [0],
          texts: [letter],
          advances: [letter === ' ' ? 0 : 5],
        })),
        white: [...text].map((letter) => (letter === ' ' ? 3 : 0)),
        em: 1,
        expansion: 1,
      },
    ],
  }) as unknown as Line

describe('blemishes of a paragraph', () => {
  it('are white that runs down through four lines', () => {
    const lines = ['abc def', 'bcd efg', 'cde fgh', 'def ghi'].map((text) => lineOf(text))
    expect(blemishesOf(lines)).toEqual([3])
  })

  it('are a word at the edge of three lines', () => {
    expect(blemishesOf(['the abc', 'the wxyzab', 'the q'].map((text) => lineOf(text)))).toContain(2)
    expect(
      blemishesOf(['a one', 'bcdef one', 'ghijklmnopq one'].map((text) => lineOf(text))),
    ).toEqual([2])
  })

  it('are not white that shifts, and not a short word at the edge', () => {
    const shifted = ['abc def', 'abcdef g', 'ab cdefg', 'abcdefgh i'].map((text) => lineOf(text))
    expect(blemishesOf(shifted)).toEqual([])
    expect(blemishesOf(['a bcd', 'a bcdefg', 'a bc'].map((text) => lineOf(text)))).toEqual([])
  })
})
