import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  breakPages,
  type Breakable,
  type BreakableNote,
  type PageSpan,
} from '../../../src/print/page/break-pages.ts'
import { toNoteColumn } from '../../../src/print/page/note-column.ts'
import { frame, heading, lines, note, paragraph, slug } from './columns.ts'

/** `0-9 +0-3`: slugs of the text, then of the notes, `to` exclusive. */
const print = (span: PageSpan): string =>
  `${span.from}-${span.to}` +
  (span.notesTo > span.notesFrom ? ` +${span.notesFrom}-${span.notesTo}` : '') +
  (span.depth === 0 ? '' : ` depth ${span.depth}`) +
  (span.received === undefined ? '' : ` received ${span.received}`) +
  (span.moved === undefined ? '' : ` moved ${span.moved}`) +
  (span.crowded ? ' crowded' : '')

const pages = (
  text: readonly Breakable[],
  notes: readonly BreakableNote[] = [],
  count = 10,
): readonly string[] => breakPages(text, notes, frame(count)).map(print)

describe('breakPages', () => {
  it('fills pages to the last line', () => {
    expect(pages(lines(25))).toEqual(['0-10', '10-20', '20-25'])
  })

  it('sets nothing on no page', () => {
    expect(pages([])).toEqual([])
  })

  it('keeps the last line of a paragraph from standing alone at the head of a page', () => {
    const text = [...lines(5), ...paragraph(6), ...lines(20)]
    for (const span of breakPages(text, [], frame(10))) expect(span.to).not.toBe(10)
  })

  it('keeps a heading with two lines of what follows', () => {
    const text = [...lines(7), heading(), ...paragraph(12)]
    const [first] = breakPages(text, [], frame(10))
    expect([7, 10]).toContain(first?.to)
  })

  it('sets a note on the page of its call', () => {
    const text = [...lines(7), slug({ calls: ['a'] }), ...lines(12)]
    expect(pages(text, [note('a', 2)])).toEqual(['0-8 +0-2 depth 1', '8-18', '18-20'])
  })

  it('cuts the last note of a page with two lines and more on either side', () => {
    const text = [...lines(3), slug({ calls: ['a'] }), ...lines(16)]
    const spans = breakPages(text, [note('a', 8)], frame(10))
    expect(spans[0]?.notesTo).toBeGreaterThanOrEqual(2)
    expect(8 - (spans[0]?.notesTo ?? 0) === 0 || 8 - (spans[0]?.notesTo ?? 0) >= 2).toBe(true)
  })

  it('cuts a note of many pages again and again', () => {
    const spans = breakPages([slug({ calls: ['a'] }), ...lines(3)], [note('a', 40)], frame(10))
    expect(spans[0]?.notesTo).toBeGreaterThanOrEqual(2)
    expect(spans.at(-1)?.notesTo).toBe(40)
    expect(spans.some((span) => span.crowded)).toBe(false)
  })

  it('sets three hundred notes of one line on the pages after it, and says so', () => {
    const notes = Array.from({ length: 300 }, (_, i) => note(`n${i}`, 1))
    const text = [slug({ calls: notes.map((each) => each.anchor) }), ...lines(5)]
    const spans = breakPages(text, notes, frame(10))
    expect(spans.at(-1)?.notesTo).toBe(300)
    expect(spans[0]?.crowded).toBe(true)
  })

  it('begins notes of more than a page that one line calls on its page, and goes on with each', () => {
    const text = [...lines(6), slug({ calls: ['a', 'b'] }), ...lines(30)]
    const notes = [note('a', 26), note('b', 14)]
    const column = toNoteColumn(text, notes, frame(20))
    const spans = breakPages(text, notes, frame(20))
    const [first] = spans
    const begun = column.slugs.slice(first?.notesFrom, first?.notesTo)
    expect(new Set(begun.map((each) => each.note))).toEqual(new Set([0, 1]))
    expect(spans.some((span) => span.crowded)).toBe(false)
    const rest = column.slugs.slice(first?.notesTo).map((each) => each.note)
    expect(rest).toEqual(rest.toSorted((a, b) => a - b))
  })

  it('cuts no note but the last that a line calls where the others have room', () => {
    const text = [...lines(6), slug({ calls: ['a', 'b'] }), ...lines(30)]
    const column = toNoteColumn(text, [note('a', 9), note('b', 40)], frame(20))
    expect(column.slugs.map((each) => each.slug)).toEqual([...Array(9).keys(), ...Array(40).keys()])
  })

  it('sets a figure higher than the page alone, and says so', () => {
    const text = [...lines(3), slug({ height: 14 }), ...lines(3)]
    expect(pages(text)).toEqual(['0-3 crowded', '3-4 crowded', '4-7'])
  })

  it('lets the text fill the page while a figure waits for the next one', () => {
    const text = [...lines(6), slug({ height: 6, movable: true }), ...lines(8)]
    expect(pages(text)).toEqual(['0-11 moved 6', '11-15 received 6'])
  })

  it('lets facing pages end on the same line', () => {
    const text = [...lines(10), ...lines(8), heading(0), ...lines(14)]
    const [, verso, recto] = breakPages(text, [], frame(10))
    expect(verso?.depth).toBe(recto?.depth)
  })

  it('carries a note that is called nowhere with the end of the text', () => {
    expect(pages(lines(3), [note('lost', 2)])).toEqual(['0-3 +0-2'])
  })
})

const arbitraryChapter = fc
  .array(
    fc.record({
      lines: fc.integer({ min: 1, max: 9 }),
      isHeading: fc.boolean(),
      calls: fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 2 }),
      sizes: fc.array(fc.integer({ min: 1, max: 14 }), { minLength: 2, maxLength: 2 }),
    }),
    { maxLength: 25 },
  )
  .map((blocks) => {
    const notes: BreakableNote[] = []
    const text = blocks.flatMap((block) => {
      const calls: Record<number, string[]> = {}
      for (const [n, at] of [...block.calls].sort((a, b) => a - b).entries()) {
        const line = Math.min(at, block.lines - 1)
        const anchor = `n${notes.length}`
        notes.push(note(anchor, block.sizes[n] ?? 1))
        calls[line] = [...(calls[line] ?? []), anchor]
      }
      return [...(block.isHeading ? [heading()] : []), ...paragraph(block.lines, calls)]
    })
    return { text, notes }
  })

describe('pages of any chapter', () => {
  it('hold every line once, in order', () => {
    fc.assert(
      fc.property(arbitraryChapter, ({ text, notes }) => {
        const spans = breakPages(text, notes, frame(12))
        let at = 0
        let placed = 0
        for (const span of spans) {
          expect([span.from, span.notesFrom]).toEqual([at, placed])
          at = span.to
          placed = span.notesTo
        }
        expect(at).toBe(text.length)
        expect(placed).toBe(notes.reduce((sum, each) => sum + each.slugs.length, 0))
      }),
    )
  })

  it('begin each note on the page of its call, unless they say that they are crowded', () => {
    fc.assert(
      fc.property(arbitraryChapter, ({ text, notes }) => {
        const column = toNoteColumn(text, notes, frame(12))
        for (const span of breakPages(text, notes, frame(12))) {
          if (span.crowded) continue
          const [before, after] = [column.called[span.from] ?? 0, column.called[span.to] ?? 0]
          // What a crowded page has left waits on the pages after it.
          const late = Math.max(span.notesTo, before)
          for (let k = late; k < after; k++) expect(column.isStart[k]).toBe(0)
          for (let k = before; k < after; k++) {
            if (column.isStart[k] === 1) expect(k).toBeGreaterThanOrEqual(span.notesFrom)
          }
        }
      }),
    )
  })

  it('leave two lines of a cut note on either side, and are not longer than they may be', () => {
    fc.assert(
      fc.property(arbitraryChapter, ({ text, notes }) => {
        const column = toNoteColumn(text, notes, frame(12))
        const ends = [...column.slugs.keys()].filter((k) => column.isStart[k] === 1)
        for (const span of breakPages(text, notes, frame(12))) {
          if (span.crowded) continue
          const end = span.notesTo
          if (end === span.notesFrom || end === column.slugs.length) continue
          if (column.first[end] === end) continue
          const start = Math.max(...ends.filter((k) => k < end), span.notesFrom)
          const next = Math.min(...ends.filter((k) => k > end), column.slugs.length)
          expect(end - start).toBeGreaterThanOrEqual(2)
          expect(next - end).toBeGreaterThanOrEqual(2)
        }
      }),
    )
  })
})
