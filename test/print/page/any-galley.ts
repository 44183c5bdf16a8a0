import fc from 'fast-check'
import type { GalleyChapter, GalleyNote, Opener, Slug } from '../../../src/print/galley/galley.ts'
import type { Line } from '../../../src/print/line/line.ts'
import { NOWHERE } from '../../../src/print/galley/nowhere.ts'
import { pt } from '../../../src/unit/length.ts'

/** Galleys of any kind of block, their lines without type: each says its own name. */

const LINE = 13.5
const NOTE_LINE = 10.5

const lineOf = (text: string, calls: readonly string[] = []): Line => ({
  type: 'line',
  runs: [],
  width: pt(100),
  measure: pt(160),
  ratio: 0,
  hyphenated: false,
  text,
  calls,
  position: NOWHERE,
})

function slug(name: string, height: number, change: Partial<Slug> & { note?: string } = {}): Slug {
  const { note, ...rest } = change
  const calls = rest.calls ?? []
  const owner = {
    chapter: 'c',
    path: [],
    part: 'text',
    ...(note !== undefined && { note }),
  } as const
  return {
    spaceBefore: pt(0),
    spaceAfter: pt(0),
    height: pt(height),
    onGrid: true,
    breakAfter: 0,
    hyphenated: false,
    movable: false,
    calls,
    marks: [{ type: 'line', x: pt(0), y: pt(height), line: lineOf(name, calls), owner }],
    position: NOWHERE,
    ...rest,
  }
}

/** No page ends within two lines of either end. */
const keptAt = (index: number, count: number): number =>
  count > 1 && (index === 0 || index === count - 2) ? Infinity : 0

const repeated: Opener = {
  height: pt(15),
  marks: [
    {
      type: 'line',
      x: pt(0),
      y: pt(10),
      line: lineOf('head'),
      owner: { chapter: 'c', path: [], part: 'repeat' },
    },
  ],
}

const block = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ type: fc.constant('paragraph'), size: fc.integer({ min: 1, max: 9 }) }),
  },
  fc.record({ type: fc.constant('heading'), size: fc.constant(1) }),
  fc.record({ type: fc.constant('list'), size: fc.integer({ min: 2, max: 6 }) }),
  fc.record({ type: fc.constant('table'), size: fc.integer({ min: 1, max: 14 }) }),
  fc.record({ type: fc.constant('figure'), size: fc.integer({ min: 1, max: 8 }) }),
)

/** Notes of each line that calls any: how many lines each has. Most lines call none. */
const calls = fc.array(
  fc.oneof(
    { weight: 7, arbitrary: fc.constant<readonly number[]>([]) },
    fc.array(
      fc.oneof(
        { weight: 4, arbitrary: fc.integer({ min: 1, max: 4 }) },
        fc.integer({ min: 5, max: 24 }),
      ),
      {
        minLength: 1,
        maxLength: 2,
      },
    ),
  ),
  { minLength: 16, maxLength: 16 },
)

/** Blocks of any kind, some lines of which call notes: short to print where a property fails. */
export const anyRecipe = fc.array(fc.tuple(block, calls), { minLength: 1, maxLength: 20 })

export type Recipe = typeof anyRecipe extends fc.Arbitrary<infer T> ? T : never

export function chapterOf(blocks: Recipe): GalleyChapter {
  const notes: GalleyNote[] = []
  const slugs = blocks.flatMap(([{ type, size }, sizes], at) => {
    const call = (index: number): readonly string[] =>
      (sizes[index] ?? []).map((count) => {
        const anchor = `n${notes.length}`
        const own = Array.from({ length: count }, (_, i) =>
          slug(`${anchor}.${i}`, NOTE_LINE, { onGrid: false, note: anchor }),
        )
        notes.push({ anchor, slugs: own })
        return anchor
      })
    const many = (height: number, change: (index: number) => Partial<Slug>): readonly Slug[] =>
      Array.from({ length: size }, (_, i) =>
        slug(`t${at}.${i}`, height, { calls: call(i), ...change(i) }),
      )
    if (type === 'heading')
      return [
        slug(`t${at}.0`, 15, {
          spaceBefore: pt(LINE),
          spaceAfter: pt(6),
          breakAfter: Infinity,
          onGrid: false,
          isHead: true,
          ground: pt(21),
        }),
      ]
    if (type === 'list')
      return many(LINE, (i) => ({
        onGrid: false,
        breakAfter: keptAt(i, size) === 0 ? 0 : 100,
        ...(i === 0 && { spaceBefore: pt(7) }),
      }))
    if (type === 'table')
      return many(15, (i) => ({
        onGrid: false,
        keepsOrder: true,
        opener: repeated,
        breakAfter: i === size - 1 ? 0 : keptAt(i, size) || 200,
      }))
    if (type === 'figure')
      return [
        slug(`f${at}`, size * LINE, {
          onGrid: false,
          movable: true,
          keepsOrder: true,
          spaceBefore: pt(LINE),
          spaceAfter: pt(LINE),
        }),
      ]
    return many(LINE, (i) => ({ breakAfter: keptAt(i, size) }))
  })
  return { id: 'c', file: 'c.md', language: 'en-US', slugs, notes }
}
