import type { Block } from '../model/nodes.ts'
import type { StyleName, Template } from '../template/template.ts'
import { pt, type Pt } from '../unit/length.ts'
import { measureOf } from './page.ts'
import type { Place, State } from './state.ts'

type Within = Place['within']

/** How far in from both edges. */
interface Edges {
  readonly left: Pt
  readonly right: Pt
}

const none: Edges = { left: pt(0), right: pt(0) }

/** Where the outermost place of each kind begins and ends: the styles of its paragraphs are made for it. */
export function edgesOf(template: Template, within: Within): Edges {
  const { numberWidth } = template.notes
  const { inset } = template.styles.quotation
  switch (within) {
    case 'text':
      return none
    case 'note':
      return { left: numberWidth, right: pt(0) }
    case 'quotation':
      return { left: inset, right: inset }
    case 'noteQuotation':
      return { left: pt(numberWidth + inset), right: inset }
  }
}

export const isInNote = ({ within }: Pick<Place, 'within'>): boolean =>
  within === 'note' || within === 'noteQuotation'

/** The token in which text of a place is set. */
export const tokenOf = (within: Within): StyleName =>
  within === 'text' ? 'body' : within === 'quotation' ? 'quotation' : 'note'

/** Where the text of an outermost list's items begins: its markers stand at the indent of a paragraph, in notes at the edge. */
export function itemEdges(template: Template, within: Within): Edges {
  const { left, right } = edgesOf(template, within)
  const indent = isInNote({ within }) ? 0 : template.styles[tokenOf(within)].indent
  return { left: pt(left + indent + template.lists.indent), right }
}

/** Id of the style `base`, made for `edges`, where it stands at `place`. */
export function styleAt(state: State, place: Place, base: string, edges: Edges = none): string {
  const right = measureOf(state.template) - place.start - place.measure
  return state.shifted.of(base, pt(place.start - edges.left), pt(right - edges.right))
}

const lists = { text: 'List', quotation: 'QuoteList', note: 'FootnoteList' } as const
const listOf = (within: Within): string => lists[within === 'noteQuotation' ? 'note' : within]

/**
 * Style of a paragraph by its place and its neighbours: it is indented after another paragraph, and
 * flush after everything else, which is set apart already.
 */
export function paragraphStyleId(
  state: State,
  place: Place,
  before: Block | undefined,
  after: Block | undefined,
): string {
  const { within } = place
  const follows = before?.type === 'paragraph'
  if (place.inItem) {
    const base = `${listOf(within)}Continue${follows ? 'Indented' : ''}`
    return styleAt(state, place, base, itemEdges(state.template, isInNote(place) ? 'note' : within))
  }
  return styleAt(
    state,
    place,
    outsideLists(within, before, follows, after?.type === 'paragraph'),
    edgesOf(state.template, within),
  )
}

function outsideLists(
  within: Within,
  before: Block | undefined,
  follows: boolean,
  leads: boolean,
): string {
  switch (within) {
    case 'text':
      if (before?.type === 'table') return 'AfterTable'
      if (before !== undefined && endsInList(before)) return 'AfterList'
      return follows ? 'BodyTextFirstIndent' : 'BodyText'
    case 'note':
      return follows ? 'FootnoteTextFirstIndent' : 'FootnoteTextContinued'
    case 'noteQuotation':
      return follows ? 'FootnoteQuoteFirstIndent' : 'FootnoteQuote'
    case 'quotation':
      if (leads) return follows ? 'QuoteMiddle' : 'QuoteOpening'
      return follows ? 'QuoteClosing' : 'Quote'
  }
}

/** Style of the first paragraph of a list item, beside its marker, whose number says where it stands. `spaced`: with white over it. */
export function itemStyleId({ within }: Place, spaced: boolean): string {
  if (within === 'text') return spaced ? 'ListParagraphSpaced' : 'ListParagraph'
  if (within === 'quotation') return spaced ? 'QuoteListSpaced' : 'QuoteList'
  return 'FootnoteList'
}

/** True where a list needs white over it that what stands before does not give. */
export function isListApart(place: Place, before: Block | undefined): boolean {
  if (place.inItem || isInNote(place)) return false
  // The paragraphs of a quotation have white of their own where no paragraph follows them.
  const opens = place.within === 'quotation' ? before === undefined : before?.type === 'paragraph'
  return opens || before?.type === 'table' || (before !== undefined && endsInList(before))
}

/** The paragraphs of a list have no white under them, since none knows that it is the last. */
function endsInList(block: Block): boolean {
  if (block.type === 'list') return true
  const last = block.type === 'blockquote' ? block.children.at(-1) : undefined
  return last !== undefined && endsInList(last)
}
