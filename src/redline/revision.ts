import type { Element, ElementContent } from 'xast'
import { element } from './tree.ts'

/** Who changed the text, and when: ISO 8601, UTC. */
export interface Editor {
  readonly author: string
  readonly date: string
}

/** Marks changes, each with an id of its own (ECMA-376 part 1, 17.13.5). */
export class Revisions {
  private count = 0
  private readonly editor: Editor

  constructor(editor: Editor) {
    this.editor = editor
  }

  /** Whether nothing was marked. */
  get isEmpty(): boolean {
    return this.count === 0
  }

  inserted(children: readonly ElementContent[] = []): Element {
    return element('w:ins', this.attributes(), children)
  }

  deleted(children: readonly ElementContent[] = []): Element {
    return element('w:del', this.attributes(), children)
  }

  /** The properties that a paragraph had before. */
  propertiesBefore(properties: readonly ElementContent[]): Element {
    return element('w:pPrChange', this.attributes(), [element('w:pPr', {}, properties)])
  }

  private attributes(): Readonly<Record<string, string>> {
    this.count += 1
    const { author, date } = this.editor
    return { 'w:id': String(this.count), 'w:author': author, 'w:date': date }
  }
}
