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

  /** The number of an item of a bullet list at `depth` (from 0, in lists of both kinds), whose text begins at `start`. */
  bullet(depth: number, start: Pt): ItemNumber {
    const edge = this.#edge(depth, start)
    const reference = `bullets-${String(edge)}`
    if (!this.#definitions.has(reference)) {
      const levels = this.#levels(edge, (level) => ({
        format: LevelFormat.BULLET,
        text: this.#bulletAt(level),
      }))
      this.#definitions.set(reference, levels)
    }
    return { reference, level: Math.min(depth, DEEPEST_LEVEL) }
  }

  /** The marker of a task: a box with a tick or without, in place of the bullet, so that it is no text. */
  task(depth: number, start: Pt, checked: boolean): ItemNumber {
    const edge = this.#edge(depth, start)
    const reference = `${checked ? 'done' : 'open'}-${String(edge)}`
    if (!this.#definitions.has(reference)) {
      const text = checked ? '\u2611' : '\u2610'
      const levels = this.#levels(edge, () => ({ format: LevelFormat.BULLET, text }))
      this.#definitions.set(reference, levels)
    }
    return { reference, level: Math.min(depth, DEEPEST_LEVEL) }
  }

  /**
   * The number of the items of a new ordered list that starts at `first`. Numbers end at the same
   * place, `gap` before the text (`w:lvlJc` of `right`), so that the widest has room to grow to the left.
   */
  ordered(depth: number, start: Pt, gap: Pt, first: number): ItemNumber {
    this.#ordered += 1
    const reference = `ordered-${String(this.#ordered)}`
    const marker = (level: number): Omit<ILevelsOptions, 'level'> => ({
      format: LevelFormat.DECIMAL,
      text: `%${String(level + 1)}.`,
      start: level === depth ? first : 1,
      alignment: AlignmentType.RIGHT,
    })
    const levels = this.#levels(this.#edge(depth, start), marker, toTwip(gap))
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

  /** Where the text of level 0 begins, in twips, where that of `depth` does at `start`: lists in one another then share a definition. */
  #edge(depth: number, start: Pt): number {
    return toTwip(start) - toTwip(this.#tokens.indent) * Math.min(depth, DEEPEST_LEVEL)
  }

  /** `w:lvl`s, the text of each further in than the one before; markers begin, or numbers end, `hanging` before it. */
  #levels(
    edge: number,
    marker: (level: number) => Omit<ILevelsOptions, 'level'>,
    hanging = toTwip(this.#tokens.indent),
  ): readonly ILevelsOptions[] {
    const step = toTwip(this.#tokens.indent)
    return Array.from({ length: DEEPEST_LEVEL + 1 }, (_, level) => ({
      level,
      alignment: AlignmentType.LEFT,
      ...marker(level),
      style: { paragraph: { indent: { left: Math.max(0, edge + step * level), hanging } } },
    }))
  }
}
