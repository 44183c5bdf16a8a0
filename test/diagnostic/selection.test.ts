import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts'
import { capped, grouped, settled, tallyOf } from '../../src/diagnostic/selection.ts'
import { finding } from './finding.ts'

const warning = (line: number): Diagnostic => finding({ rule: 'duplicate-heading', line })
const error = (line: number): Diagnostic => finding({ rule: 'undefined-footnote', line })
const linesOf = (list: readonly Diagnostic[]): unknown[] =>
  list.map(({ position }) => position?.start.line)

describe('findings to be printed', () => {
  it('are in order of place, each once', () => {
    const found = [error(3), warning(2), error(3), finding({ line: 3, message: 'another' })]
    expect(linesOf(settled(found))).toEqual([2, 3, 3])
  })

  it('stay apart in place, rule, message or file', () => {
    const all = [
      error(1),
      warning(1),
      finding({ line: 1, message: 'another' }),
      finding({ line: 1, file: 'b.md' }),
      finding({ line: 1, length: 9 }),
      finding({}),
    ]
    expect(settled(all)).toHaveLength(all.length)
  })

  it('stand one by one up to three of a kind, and from four on as one with its places', () => {
    const three = settled([1, 2, 3].map(error))
    expect(grouped(three).map(({ others }) => others.length)).toEqual([0, 0, 0])
    const four = settled([4, 1, 3, 2].map(error))
    expect(grouped(four)).toEqual([{ first: error(1), others: [2, 3, 4].map(error) }])
  })

  it('are put together only within a file', () => {
    const found = ['a.md', 'b.md'].flatMap((file) => [1, 2].map((line) => finding({ file, line })))
    expect(grouped(settled(found))).toHaveLength(4)
  })

  it('are all shown, in order of place, where they are few', () => {
    const groups = grouped(settled([warning(1), error(2)]))
    expect(capped(groups, 2)).toEqual({ shown: groups, rest: [] })
    expect(capped(groups, 0)).toEqual({ shown: groups, rest: [] })
  })

  it('show the gravest where they are many, so that no error hides behind warnings', () => {
    const groups = grouped(settled([warning(1), error(9), warning(2), error(8)]))
    const { shown, rest } = capped(groups, 3)
    expect(linesOf(shown.map(({ first }) => first))).toEqual([8, 9, 1])
    expect(rest).toEqual([warning(2)])
  })

  it('are counted by severity', () => {
    expect(tallyOf([warning(1), error(1), error(2)])).toBe('2 errors, 1 warning')
    expect(tallyOf([{ ...error(1), severity: 'info' }])).toBe('1 piece of advice')
    expect(tallyOf([1, 2].map((line) => ({ ...error(line), severity: 'info' })))).toBe(
      '2 pieces of advice',
    )
    expect(tallyOf([])).toBe('')
  })
})
