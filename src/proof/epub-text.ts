import { hasType, type EpubDocument } from './epub-package.ts'
import { CALL, type Passage } from './passage.ts'
import { elementsIn, textIn, walkXml, type XmlElement } from './xml.ts'

/** What one XHTML file of an EPUB says. */
export interface EpubText {
  readonly text: readonly Passage[]
  readonly calls: readonly EpubCall[]
  readonly notes: readonly EpubNote[]
}

export interface EpubCall {
  readonly number: string
  /** Its `aria-label`: what a screen reader says; absence means the number. */
  readonly spoken?: string
  readonly id?: string
  readonly href?: string
  readonly place: string
}

export interface EpubNote {
  readonly id?: string
  /** Text of its back-link; absence means that it has none. */
  readonly number?: string
  readonly spoken?: string
  /** Where the back-link leads. */
  readonly href?: string
  readonly text: readonly Passage[]
  readonly place: string
}

/** Elements that stand on lines of their own (HTML 15.3); all others run in the line. */
const blocks = new Set(
  (
    'address article aside blockquote body caption dd details div dl dt figcaption figure footer h1 h2 h3 h4 ' +
    'h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul'
  ).split(' '),
)

/** Reads the chapters of a file: its `section`s of type `chapter`, with the notes that stand in them. */
export function readDocument({ path, root }: EpubDocument): EpubText {
  const walker = new Walker(path)
  for (const chapter of chaptersIn(root)) walker.element(chapter)
  return walker
}

/** True for a file with a chapter in it. */
export const hasChapter = ({ root }: EpubDocument): boolean => chaptersIn(root).length > 0

const chaptersIn = (root: XmlElement): XmlElement[] =>
  [...walkXml(root)].filter((element) => hasType(element, 'chapter'))

class Walker implements EpubText {
  readonly text: Passage[] = []
  readonly calls: EpubCall[] = []
  readonly notes: EpubNote[] = []
  readonly #path: string
  #place: string

  constructor(path: string) {
    this.#path = path
    this.#place = path
  }

  element(element: XmlElement): void {
    const { id } = element.attributes
    if (id !== undefined) this.#place = `${this.#path}#${id}`
    if (hasType(element, 'footnote')) return this.#note(element)
    if (hasType(element, 'noteref')) return this.#call(element)
    if (element.name === 'br') return this.#put('\n')
    const isBlock = blocks.has(element.name)
    if (isBlock) this.#put('\n')
    for (const child of element.children) {
      if (typeof child === 'string') this.#put(child)
      else if (!isListTitle(element, child)) this.element(child)
    }
    if (isBlock) this.#put('\n')
  }

  #put(text: string): void {
    this.text.push({ text, place: this.#place })
  }

  #call(element: XmlElement): void {
    const { id, href, 'aria-label': spoken } = element.attributes
    this.#put(CALL)
    this.calls.push({
      number: textIn(element).trim(),
      place: this.#place,
      ...(id === undefined ? {} : { id }),
      ...(href === undefined ? {} : { href }),
      ...(spoken === undefined ? {} : { spoken }),
    })
  }

  #note(element: XmlElement): void {
    const { id } = element.attributes
    const place = `${this.#path}#${id ?? ''}`
    const link = [...walkXml(element)].find((each) => hasType(each, 'backlink'))
    const inside = new Walker(this.#path)
    const body = link === undefined ? element : without(element, link)
    for (const child of body.children) if (typeof child !== 'string') inside.element(child)
    const { href, 'aria-label': spoken } = link?.attributes ?? {}
    this.notes.push({
      text: inside.text.map((passage) => ({ ...passage, place })),
      place,
      ...(id === undefined ? {} : { id }),
      ...(link === undefined ? {} : { number: textIn(link).trim() }),
      ...(href === undefined ? {} : { href }),
      ...(spoken === undefined ? {} : { spoken }),
    })
  }
}

/** The title over a list of notes ("Notes"), which no manuscript has. */
const isListTitle = (parent: XmlElement, child: XmlElement): boolean =>
  hasType(parent, 'footnotes') && elementsIn(parent)[0] === child && /^h[1-6]$/u.test(child.name)

const without = (element: XmlElement, gone: XmlElement): XmlElement => ({
  ...element,
  children: element.children.flatMap((child) =>
    child === gone ? [] : [typeof child === 'string' ? child : without(child, gone)],
  ),
})
