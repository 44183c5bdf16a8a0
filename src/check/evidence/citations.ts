import { chaptersOf, type Book, type Chapter } from '../../model/book.ts'
import type { Block, Footnote, Inline } from '../../model/nodes.ts'
import type { Position } from '../../diagnostic/diagnostic.ts'
import { inlineText } from '../../model/text.ts'
import { partsOf, sameAs } from './address-parts.ts'
import { citationForm, type CitationForm } from './citation-form.ts'
import { isTracking } from './tracking.ts'

/** One address as a note cites it. */
export interface Citation {
  readonly chapter: Chapter
  readonly note: Footnote
  /** What all spellings of the address have in common. */
  readonly address: string
  /** As Markdown reads it. */
  readonly url: string
  /** The text before it in its paragraph, from the address before; titles between U+0001 and U+0002, references as U+0003. */
  readonly lead: string
  readonly position: Position
  /** Read when it is asked for: most addresses are cited once. */
  readonly form: () => CitationForm
}

const known = new WeakMap<Book, ReadonlyMap<string, readonly Citation[]>>()

/** Citations in notes by address, in order of the book; the first of each note and address. A site's front page is no source of its own. */
export function citationsOf(book: Book): ReadonlyMap<string, readonly Citation[]> {
  const before = known.get(book)
  if (before !== undefined) return before
  const made = new Map<string, Citation[]>()
  const forms = new Map<string, CitationForm>()
  const formOf = (lead: string) => {
    let form: CitationForm | undefined
    return (): CitationForm => {
      if (form !== undefined) return form
      form = forms.get(lead) ?? citationForm(lead)
      forms.set(lead, form)
      return form
    }
  }
  for (const chapter of chaptersOf(book))
    for (const note of chapter.notes)
      for (const { url, lead, position } of addressesIn(note)) {
        const { path = '', query } = partsOf(url) ?? {}
        if (/^\/?$/u.test(path) && query === undefined) continue
        const address = sameAs(url, isTracking)
        const group = made.get(address) ?? []
        if (group.at(-1)?.note === note) continue
        made.set(address, group)
        group.push({ chapter, note, address, url, lead, position, form: formOf(lead) })
      }
  known.set(book, made)
  return made
}

/** The text of a link that is its address, in some spelling, is no part of the form. */
const isAddress = (text: string): boolean =>
  /^(?:https?:\/\/|www\.|doi:)\S+$|^[^\s/]+\.[a-z]{2,}(?:\/\S*)?$/i.test(text.trim())

interface Cited {
  readonly url: string
  /** The text before it in its paragraph, from the address before; titles between U+0001 and U+0002, references as U+0003. */
  readonly lead: string
  readonly position: Position
}

function addressesIn(note: Footnote): Cited[] {
  const found: Cited[] = []
  const inBlock = (block: Block): void => {
    if (block.type === 'paragraph' || block.type === 'heading') inParagraph(block.children)
    else if (block.type === 'blockquote') block.children.forEach(inBlock)
    else if (block.type === 'list')
      for (const item of block.children) item.children.forEach(inBlock)
  }
  const inParagraph = (inlines: readonly Inline[]): void => {
    let lead = ''
    const read = (inline: Inline): void => {
      switch (inline.type) {
        case 'text':
        case 'inlineCode':
          lead += inline.value
          break
        case 'break':
          lead += ' '
          break
        case 'crossReference':
          lead += '\u0003'
          break
        case 'footnoteReference':
          break
        case 'link':
          if (!/^https?:/i.test(inline.url)) inline.children.forEach(read)
          else {
            if (!isAddress(inlineText(inline.children))) inline.children.forEach(read)
            found.push({ url: inline.url, lead, position: inline.position })
            lead = ''
          }
          break
        case 'emphasis':
          lead += '\u0001'
          inline.children.forEach(read)
          lead += '\u0002'
          break
        case 'strong':
        case 'delete':
          inline.children.forEach(read)
          break
      }
    }
    inlines.forEach(read)
  }
  note.children.forEach(inBlock)
  return found
}
