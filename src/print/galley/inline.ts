import type { CrossReference, FootnoteReference, Inline, Link, Text } from '../../model/nodes.ts'
import type { Cut, Style, Template, Words } from '../../template/template.ts'
import { referenceText } from '../../template/words.ts'
import { pt } from '../../unit/length.ts'
import type { Meaning } from '../line/line.ts'
import type { ParagraphRun } from '../line/paragraph.ts'
import { emphasized, faceKey, featuresOf, strengthened } from './style.ts'

/** What the inlines of a block are set in. */
export interface InlineSetting {
  readonly template: Template
  readonly words: Words
  readonly style: Style
  /** Share of the style's size at which it is set: 1 but in a table that had to be fitted. */
  readonly scale?: number
}

/** What a run inherits from the nodes around it. */
interface Manner {
  readonly cut: Cut
  readonly color: string
  readonly meaning: Meaning
  readonly isAddress?: true
}

const TEXT: Meaning = { type: 'text' }

/** Of text that is struck through, by identity: the rule is drawn when the lines are known (`strike.ts`). */
export const STRUCK: Meaning = { type: 'text' }

/**
 * Before the anchor of a reference whose text is a page number: zeros stand in its place until the
 * pages are known (`page/fill-folios.ts`). No anchor holds a space.
 */
export const FOLIO_OF = 'folio of '

/** Zeros in the place of a page number. */
const FOLIO_WIDTH = 3

/** Turns inline nodes into runs, in order. */
export function toRuns(
  children: readonly Inline[],
  setting: InlineSetting,
): readonly ParagraphRun[] {
  return runsOf(children, setting, {
    cut: setting.style.cut,
    color: setting.style.color,
    meaning: TEXT,
  })
}

const runsOf = (
  children: readonly Inline[],
  setting: InlineSetting,
  manner: Manner,
): readonly ParagraphRun[] => children.flatMap((child) => runsOfOne(child, setting, manner))

function runsOfOne(node: Inline, setting: InlineSetting, manner: Manner): readonly ParagraphRun[] {
  switch (node.type) {
    case 'text':
      return [text(node, setting, manner)]
    case 'emphasis':
      return runsOf(node.children, setting, { ...manner, cut: emphasized[manner.cut] })
    case 'strong':
      return runsOf(node.children, setting, { ...manner, cut: strengthened[manner.cut] })
    case 'delete':
      return runsOf(node.children, setting, { ...manner, meaning: STRUCK })
    case 'inlineCode':
      return [inlineCode(node, setting, manner)]
    case 'break':
      return [{ ...run('\n', setting, manner, node.position) }]
    case 'link':
      return link(node, setting, manner)
    case 'footnoteReference':
      return [footnoteReference(node, setting, manner)]
    case 'crossReference':
      return crossReference(node, setting, manner)
    default:
      return node satisfies never
  }
}

const run = (
  value: string,
  { template, style, scale }: InlineSetting,
  manner: Manner,
  position: ParagraphRun['position'],
): ParagraphRun => ({
  text: value,
  face: faceKey(template, style, manner.cut),
  size: pt(style.size * (scale ?? 1)),
  color: manner.color,
  features: featuresOf(style),
  meaning: manner.meaning,
  position,
  ...(manner.isAddress && { isAddress: true }),
})

const text = (node: Text, setting: InlineSetting, manner: Manner): ParagraphRun => ({
  ...run(node.value, setting, manner, node.position),
  begins: { node: node.position.start.offset, index: 0 },
  ...(node.language !== undefined && { language: node.language }),
})

/** In the face of code, as large against the text as code against the body. */
function inlineCode(
  node: Inline & { type: 'inlineCode' },
  setting: InlineSetting,
  manner: Manner,
): ParagraphRun {
  const { code, body } = setting.template.styles
  const plain = run(node.value, setting, manner, node.position)
  return {
    ...plain,
    face: faceKey(setting.template, code, manner.cut),
    size: pt((plain.size * code.size) / body.size),
    features: featuresOf(code),
    begins: { node: node.position.start.offset, index: 0 },
  }
}

/** An address bears the colour of links; a place of the book is text like any reference to it. */
function link(node: Link, setting: InlineSetting, manner: Manner): readonly ParagraphRun[] {
  const meaning: Meaning = node.url.startsWith('#')
    ? { type: 'reference', anchor: node.url.slice(1) }
    : { type: 'link', url: node.url }
  return runsOf(node.children, setting, {
    ...manner,
    meaning,
    ...(meaning.type === 'link' && { color: setting.template.colors.link }),
    ...(node.bare && { isAddress: true }),
  })
}

/** A superior figure as drawn in the face, in the colour of the text (Bringhurst, 4.3.2). */
function footnoteReference(
  node: FootnoteReference,
  setting: InlineSetting,
  manner: Manner,
): ParagraphRun {
  const meaning: Meaning = { type: 'footnoteMark', note: node.note, anchor: node.anchor }
  const plain = run(node.number, setting, { ...manner, meaning }, node.position)
  return {
    ...plain,
    ...madeFor(node),
    features: { ...plain.features, caps: 'none', tracking: 0, superior: true },
  }
}

/** A page may begin with such a node, though its words are not the source's. */
const madeFor = ({ position }: Inline): Pick<ParagraphRun, 'begins' | 'isMade'> => ({
  begins: { node: position.start.offset, index: 0 },
  isMade: true,
})

function crossReference(
  node: CrossReference,
  setting: InlineSetting,
  manner: Manner,
): readonly ParagraphRun[] {
  const { anchor, position } = node
  const as = (value: string, meaning: Meaning): ParagraphRun => ({
    ...run(value, setting, { ...manner, meaning }, position),
    ...madeFor(node),
  })
  const reference: Meaning = anchor === undefined ? manner.meaning : { type: 'reference', anchor }
  if (!node.page || anchor === undefined) return [as(referenceText(node, setting.words), reference)]
  const folio = as('0'.repeat(FOLIO_WIDTH), { type: 'reference', anchor: FOLIO_OF + anchor })
  const word = as(`${setting.words.page}\u00A0`, reference)
  return node.bare ? [folio] : [word, folio]
}
