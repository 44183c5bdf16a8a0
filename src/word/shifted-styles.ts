import { toTwip, type Pt } from '../unit/length.ts'

/** A paragraph style that is another, further in. */
export interface ShiftedStyle {
  readonly id: string
  /** Id of the style that it is but for its edges. */
  readonly base: string
  readonly left: Pt
  readonly right: Pt
}

/**
 * Styles for what stands further in than its style was made for: code under the text of a list item, a
 * quotation in one, the text that goes on under a wide number. Made as they are asked for, so that
 * nothing has an indent of its own (`w:ind`) and the list of styles holds none that is not used.
 */
export class ShiftedStyles {
  readonly #styles = new Map<string, ShiftedStyle>()

  /** Id of `base` moved in by `left` and `right`; `base` itself where it is moved by nothing. */
  of(base: string, left: Pt, right: Pt): string {
    const twips = [left, right].map(toTwip)
    if (twips.every((each) => each === 0)) return base
    const id = [base, ...(twips[1] === 0 ? twips.slice(0, 1) : twips)].join('-')
    if (!this.#styles.has(id)) this.#styles.set(id, { id, base, left, right })
    return id
  }

  /** Everything handed out, in order. */
  all(): readonly ShiftedStyle[] {
    return [...this.#styles.values()]
  }
}
