import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareText } from '../../src/proof/compare-text.ts'
import { squash, toStream } from '../../src/proof/normalise.ts'
import { END_OF_MAYBE, LINE_END, MAYBE, SOME_FOLIO } from '../../src/proof/passage.ts'

const lines = (...parts: readonly string[]): string => parts.join(LINE_END)

/** The differing stretches, as "expected -> found". */
const differences = (expected: string, found: string): string[] =>
  compareText(expected, found).map(
    (each) =>
      `${expected.slice(each.expected.start, each.expected.end)} -> ${found.slice(each.found.start, each.found.end)}`,
  )

describe('two texts', () => {
  it('agree over line ends, with or without a hyphen that breaking added', () => {
    const expected = 'well-known co-operation at https://example.org/page goes on'
    const found = lines(
      'well-',
      'known co-',
      'oper-',
      'ation at https://',
      'example.org/page goes',
      'on',
    )
    expect(differences(expected, found)).toEqual([])
  })

  it('differ in a hyphen that stands within a line', () => {
    expect(differences('the cooperation of all', 'the co-operation of all')).toHaveLength(1)
  })

  it('differ in a lost space within a line', () => {
    expect(differences('a part of all of it', 'apart of all of it')).toHaveLength(1)
  })

  it('differ once where one word was changed', () => {
    expect(
      differences(
        'The first of the many words was changed, and no other one at all.',
        'The first of the many words was altered, and no other one at all.',
      ),
    ).toEqual(['changed, -> altered, '].map((each) => each.replace(/ ->/u, '  ->')))
  })

  it('differ once for each change that stands apart', () => {
    const words = Array.from({ length: 200 }, (_, index) => `word${String(index)}`)
    const changed = words.map((word, index) => (index % 50 === 10 ? `${word}x` : word))
    expect(differences(words.join(' '), changed.join(' '))).toHaveLength(4)
  })

  it('differ where a sentence is missing, and run on after it', () => {
    expect(
      differences(
        'One is here. Two is gone. Three is here again.',
        'One is here. Three is here again.',
      ),
    ).toEqual(['Two is gone.  -> '])
  })

  it('agree in a page number, whatever it is, but not in a word beside it', () => {
    expect(differences(`see page ${SOME_FOLIO} for it`, 'see page 214 for it')).toEqual([])
    expect(differences(`see page ${SOME_FOLIO} for it`, 'see pages 214 for it')).toHaveLength(1)
  })

  it('agree with a witness that is not shown a field, but not with one that is shown another value', () => {
    const expected = `see note ${MAYBE}570${END_OF_MAYBE}, and go on with this`
    expect(differences(expected, 'see note , and go on with this')).toEqual([])
    expect(differences(expected, 'see note 570, and go on with this')).toEqual([])
    expect(differences(expected, 'see note 571, and go on with this')).toHaveLength(1)
  })

  it('never agree where a letter or digit was changed, added or lost', () => {
    const word = fc.stringMatching(/^[a-z0-9]{1,9}[,.-]?$/u)
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 40 }),
        fc.nat(),
        fc.constantFrom('', 'Z', 'ZZ'),
        fc.nat({ max: 6 }),
        (words, seed, change, width) => {
          const text = words.join(' ')
          const at = seed % text.length
          fc.pre(squash(text[at] ?? '') !== '')
          const changed = text.slice(0, at) + change + text.slice(at + 1)
          // Line ends at some of the spaces, as print has them.
          const broken = [...changed]
            .map((unit, index) => (unit === ' ' && index % (width + 1) === 0 ? LINE_END : unit))
            .join('')
          const found = toStream([{ text: broken }]).text
          expect(compareText(toStream([{ text }]).text, found)).not.toEqual([])
        },
      ),
    )
  })

  it('end in time where nothing is alike', () => {
    const expected = 'abc def ghi '.repeat(4_000)
    const found = 'zyx wvu tsr '.repeat(4_000)
    expect(compareText(expected, found)).toHaveLength(1)
  })
})
