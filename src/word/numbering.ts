import { AlignmentType, LevelFormat, type ILevelsOptions, type INumberingOptions } from 'docx'
import { toTwip, type Pt } from '../unit/length.ts'
import type { ListTokens } from '../template/template.ts'

/** `w:abstractNum` has nine levels, 0 to 8 (`w:ilvl`, ECMA-376 part 1, 17.9.3). */
export const DEEPEST_LEVEL = 8

/** What a list item's paragraph says of its number: `w:numPr`. */
export interface ItemNumber {
  readonly reference: string
  readonly level: number
}

/**
 * The numbering definitions of a document. Bullets of one place share a definition. Every ordered list
 * has its own, since Word goes on counting through all lists of one definition (`w:abstractNum`).
 */
export class ListNumbering {
  readonly #tokens: ListTokens
  readonly #definitions = new Map<string, readonly ILevelsOptions[]>()
  #ordered = 0

  constructor(tokens: ListTokens) {
    this.#tokens = tokens
  }

  /** The number of an item of a bullet list at `depth` (from 0); lists begin `start` from the edge. */
  bullet(depth: number, start: Pt): ItemNumber {
    const reference = `bullets-${String(toTwip(start))}`
    if (!this.#definitions.has(reference)) {
      const levels = this.#levels(start, (level) => ({
        format: LevelFormat.BULLET,
        text: this.#bulletAt(level),
      }))
      this.#definitions.set(reference, levels)
    }
    return { reference, level: Math.min(depth, DEEPEST_LEVEL) }
  }

  /** The marker of a task: a box with a tick or without, in place of the bullet, so that it is no text. */
  task(depth: number, start: Pt, checked: boolean): ItemNumber {
    const reference = `${checked ? 'done' : 'open'}-${String(toTwip(start))}`
    if (!this.#definitions.has(reference)) {
      const text = checked ? '\u2611' : '\u2610'
      const levels = this.#levels(start, () => ({ format: LevelFormat.BULLET, text }))
      this.#definitions.set(reference, levels)
    }
    return { reference, level: Math.min(depth, DEEPEST_LEVEL) }
  }

  /** The number of the items of a new ordered list that starts at `first`. */
  ordered(depth: number, start: Pt, first: number): ItemNumber {
    this.#ordered += 1
    const reference = `ordered-${String(this.#ordered)}`
    const levels = this.#levels(start, (level) => ({
      format: LevelFormat.DECIMAL,
      text: `%${String(level + 1)}.`,
      start: first,
    }))
    this.#definitions.set(reference, levels)
    return { reference, level: Math.min(depth, DEEPEST_LEVEL) }
  }

  /** Everything handed out, in order. */
  options(): INumberingOptions {
    return {
      config: [...this.#definitions].map(([reference, levels]) => ({ reference, levels })),
    }
  }

  #bulletAt(level: number): string {
    const { bullets } = this.#tokens
    return bullets[Math.min(level, bullets.length - 1)] ?? '•'
  }

  #levels(
    start: Pt,
    marker: (level: number) => Omit<ILevelsOptions, 'level'>,
  ): readonly ILevelsOptions[] {
    const step = toTwip(this.#tokens.indent)
    return Array.from({ length: DEEPEST_LEVEL + 1 }, (_, level) => ({
      level,
      ...marker(level),
      alignment: AlignmentType.LEFT,
      style: {
        paragraph: { indent: { left: toTwip(start) + step * (level + 1), hanging: step } },
      },
    }))
  }
}
