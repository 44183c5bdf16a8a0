import type { Variant } from '../galley/galley.ts'
import type { Chosen } from '../galley/variants.ts'
import type { Search } from './page-ends.ts'

/** A way to set the text of a page: lines more than its natural height, and what is varied for them. */
interface Way {
  readonly lines: number
  readonly variants: readonly Chosen[]
}

const NATURAL: Way = { lines: 0, variants: [] }

/** Two on a page, at the most, are set longer. */
const MOST_LONGER = 2

/**
 * The cheapest variants of what stands wholly on a page, as its text grows slug by slug (print.md,
 * section 3): one a line shorter, one longer, or two. What page ends cut is set as it likes best.
 */
export class Varying {
  private readonly open: { readonly chosen: Chosen; readonly end: number }[] = []
  private longer: readonly Chosen[] = []
  private shorter: Chosen | undefined
  private ways: readonly Way[] = [NATURAL]
  private readonly first: number
  private readonly search: Search

  /** `first`: the slug that opens the page. */
  constructor(first: number, search: Search) {
    this.first = first
    this.search = search
  }

  /** The ways to set the page up to slug `at`, natural first. To be asked for each slug in order. */
  after(at: number): readonly Way[] {
    const { text, mayVary } = this.search
    if (mayVary === undefined) return this.ways
    if (mayVary(at)) for (const variant of text[at]?.variants?.() ?? []) this.begin(at, variant)
    const closed = this.open.filter(({ end }) => end === at + 1)
    if (closed.length > 0) this.close(closed.map(({ chosen }) => chosen))
    return this.ways
  }

  private begin(at: number, variant: Variant): void {
    // White over the slug that opens a page is dropped.
    const isWhite = variant.set === undefined
    if (isWhite && at === this.first) return
    this.open.push({ chosen: { at, variant }, end: at + (isWhite ? 1 : variant.count) })
  }

  private close(closed: readonly Chosen[]): void {
    const cheap = (a: Chosen, b: Chosen): number => a.variant.price - b.variant.price
    const of = (lines: 1 | -1): Chosen[] => closed.filter(({ variant }) => variant.lines === lines)
    this.longer = [...this.longer, ...of(1)].sort(cheap).slice(0, MOST_LONGER)
    this.shorter = [...(this.shorter === undefined ? [] : [this.shorter]), ...of(-1)].sort(cheap)[0]
    const [one] = this.longer
    this.ways = [
      NATURAL,
      ...(one === undefined ? [] : [{ lines: 1, variants: [one] }]),
      ...(this.longer.length < MOST_LONGER ? [] : [{ lines: MOST_LONGER, variants: this.longer }]),
      ...(this.shorter === undefined ? [] : [{ lines: -1, variants: [this.shorter] }]),
    ]
  }
}
