import type { CrossReference as WrittenReferenceNode } from '../source/syntax/nodes.ts'

/** Something that a cross-reference or a link can lead to. */
export interface Target {
  readonly kind: 'section' | 'figure' | 'table' | 'note'
  /** In every edition. */
  readonly anchor: string
  /** As printed; absence means that it has none. */
  readonly number?: string
  /** Text of the heading; for others, of the caption. */
  readonly title: string
  /** Id of the chapter in which it stands. */
  readonly chapter: string
}

/** What a reference leads to, as far as the book knows. */
export type Resolution = Target | 'missing' | 'elsewhere'

/** Everything in the book that has a name, by chapter. */
export class Targets {
  readonly #chapters = new Map<string, Map<string, Target>>()
  readonly #hasElsewhere: boolean

  constructor(chapters: readonly string[], hasElsewhere: boolean) {
    for (const chapter of chapters) this.#chapters.set(chapter, new Map())
    this.#hasElsewhere = hasElsewhere
  }

  /** `name` is an identifier as written, `sec-overview`, or `fn-` and a label. The first of two stays. */
  add(chapter: string, name: string, target: Target): void {
    const names = this.#chapters.get(chapter)
    const key = nameKey(name)
    if (names !== undefined && !names.has(key)) names.set(key, target)
  }

  /** Finds `name` in a chapter; in the chapter's own file where `chapter` is not named. */
  find(from: string, name: string, chapter?: string): Resolution {
    const names = this.#chapters.get(chapter ?? from)
    if (names === undefined) return this.#hasElsewhere ? 'elsewhere' : 'missing'
    return names.get(nameKey(name)) ?? 'missing'
  }

  /** Finds what an `@` reference leads to. */
  resolve(from: string, { kind, label, chapter }: WrittenReferenceNode): Resolution {
    return this.find(from, `${kind}-${label}`, chapter)
  }
}

/** Names match in any Unicode normal form and case, as labels of links do (CommonMark 6.3). */
const nameKey = (name: string): string => name.normalize('NFC').toLowerCase()

/** `#caf%C3%A9` leads to `café`. */
export function decodeFragment(url: string): string {
  try {
    return decodeURIComponent(url.slice(1))
  } catch {
    return url.slice(1)
  }
}
