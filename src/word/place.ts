import type { Block } from '../model/nodes.ts'
import { DEEPEST_LEVEL } from './numbering.ts'
import type { Place } from './state.ts'

/** Style id of a list item's paragraphs at depth 1, by what the list stands in; deeper ones have the depth behind it. */
const continued = {
  text: 'ListContinue',
  note: 'FootnoteList',
  quotation: 'QuoteList',
  noteQuotation: 'FootnoteList',
} as const

/** Style of a paragraph by its place and its neighbours of the same kind. */
export function paragraphStyleId(
  place: Place,
  before: Block | undefined,
  after: Block | undefined,
): string {
  if (place.depth > 0) return continuedStyleId(place)
  const follows = before?.type === 'paragraph'
  if (place.within === 'note') return 'FootnoteTextContinued'
  if (place.within === 'noteQuotation') return 'FootnoteQuote'
  if (place.within === 'text') {
    if (before?.type === 'table') return 'AfterTable'
    return follows ? 'BodyTextFirstIndent' : 'BodyText'
  }
  if (after?.type === 'paragraph') return follows ? 'QuoteMiddle' : 'QuoteOpening'
  return follows ? 'QuoteClosing' : 'Quote'
}

/** Style of the first paragraph of a list item, beside its marker. */
export function itemStyleId(place: Place, spread: boolean): string {
  if (place.within !== 'text') return continuedStyleId(place)
  return spread ? 'ListParagraphSpaced' : 'ListParagraph'
}

const continuedStyleId = (place: Place): string => {
  const level = Math.min(place.depth, DEEPEST_LEVEL + 1)
  return `${continued[place.within]}${level === 1 ? '' : String(level)}`
}
