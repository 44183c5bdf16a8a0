import { Footer, Header, type Paragraph, type XmlComponent } from 'docx'
import type { Book, Chapter } from '../model/book.ts'
import type { Template } from '../template/template.ts'
import { stampText, wordsFor } from '../template/words.ts'
import { element, textElement } from './element.ts'
import { fieldRuns } from './field.ts'
import type { Section } from './page.ts'
import { paragraphOf } from './paragraph.ts'

type Furniture = Pick<Section, 'headers' | 'footers'>

/** What stands over and under the pages of a chapter: odd pages, even pages, and its first, whose folio is at the foot. */
export function chapterFurniture(template: Template, book: Book, chapter: Chapter): Furniture {
  const slots = {
    title: book.metadata.title,
    'short-title': book.metadata.shortTitle ?? book.metadata.title,
    chapter: chapter.shortTitle,
  }
  const recto = fill(template.runningHeads.recto, slots)
  const verso = fill(template.runningHeads.verso, slots)
  const stamp = stampOf(template, book)
  return {
    headers: {
      // The folio is at the outer edge: at the end of the line on rectos, at its start on versos.
      default: new Header({ children: [head([words(recto), tab(), ...folio()]), ...stamp()] }),
      even: new Header({ children: [head([...folio(), tab(), words(verso)]), ...stamp()] }),
      first: new Header({ children: [head([]), ...stamp()] }),
    },
    footers: {
      default: new Footer({ children: [paragraphOf('Footer', [])] }),
      even: new Footer({ children: [paragraphOf('Footer', [])] }),
      first: new Footer({ children: [paragraphOf('Footer', folio())] }),
    },
  }
}

/** Title page and contents have no head and no folio; a draft's stamp they have. */
export function matterFurniture(template: Template, book: Book): Furniture {
  if (book.metadata.status === 'final') return {}
  const stamp = stampOf(template, book)
  return {
    headers: {
      default: new Header({ children: stamp() }),
      even: new Header({ children: stamp() }),
    },
  }
}

/** A paragraph for each header: "Draft", in the template's words. None for a final book. */
function stampOf(template: Template, book: Book): () => readonly Paragraph[] {
  const text = stampText(book.metadata, wordsFor(template, book.metadata.language))
  if (text === undefined) return () => []
  return () => [paragraphOf('Stamp', [words(text)])]
}

const head = (children: readonly XmlComponent[]): Paragraph => paragraphOf('Header', children)

const words = (text: string): XmlComponent => element('w:r', {}, [textElement(text)])
const tab = (): XmlComponent => element('w:r', {}, [element('w:tab')])

/** `PAGE` in the style `page number`. */
const folio = (): readonly XmlComponent[] =>
  fieldRuns(
    'PAGE',
    (content) =>
      element('w:r', {}, [
        element('w:rPr', {}, [element('w:rStyle', { 'w:val': 'PageNumber' })]),
        ...content,
      ]),
    [textElement('1')],
  )

/** A running head with its slots filled. A slot that has no text stays empty. */
const fill = (text: string, slots: Readonly<Record<string, string>>): string =>
  text.replace(/\{([a-z-]+)\}/g, (_, name: string) => slots[name] ?? '')
