import type { Element } from 'hast'
import type { Words } from '../../template/template.ts'

/** What a handler knows beside its node. */
export interface State {
  /** Href of the document that is being written. */
  readonly file: string
  /** BCP 47: of text that has no language of its own. */
  readonly language: string
  readonly words: Words
  /** Where an anchor of the Book stands; absence means that it stands nowhere. */
  readonly find: (anchor: string) => Place | undefined
  /** An image of the chapter, by its key in `images`. */
  readonly image: (key: string) => Image
  /** Printed pages that begin in this text: by offset of the node, then in order of the index. */
  readonly pageBreaks: ReadonlyMap<number, readonly PageBreak[]>
  /** Lists around the node, of both kinds; absence means none. */
  readonly lists?: number
  /** True in the text of a link that is an address itself. */
  readonly isAddress?: boolean
}

export interface Image {
  readonly href: string
  /** CSS width, where its shape asks for another than the measure. */
  readonly width?: string
}

/** A page break inside a text node, already an element. */
export interface PageBreak {
  /** UTF-16 index in the node's words; -1 before a block. */
  readonly index: number
  readonly element: Element
}

export interface Place {
  /** Href of its document. */
  readonly file: string
  readonly id: string
}

/** The address of a place from the document that is being written. */
export function hrefTo(state: State, place: Place): string {
  return `${place.file === state.file ? '' : place.file}#${place.id}`
}
