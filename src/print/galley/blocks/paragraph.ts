import type { Block, Paragraph } from '../../../model/nodes.ts'
import { pt } from '../../../unit/length.ts'
import type { Style } from '../../../template/template.ts'
import type { Composer, Place } from '../composer.ts'
import type { Slug } from '../galley.ts'
import { toRuns } from '../inline.ts'
import { setParagraph } from '../set-paragraph.ts'
import { changeLast } from '../slugs.ts'

/** A last line shorter than this share of the measure is a runt. */
const RUNT = 1 / 3
/** Price of a page end that leaves two lines of a paragraph over a heading: the head of the next page has hardly a text; and more where the second line is a runt. */
const STUB = 60
const RUNT_STUB = 400

/**
 * First-line indent or white between paragraphs, not both (Bringhurst, 2.3.1): only a paragraph that
 * follows another is indented, since whatever else stands over it tells that it begins; the first of
 * a list item hangs after its marker.
 */
export function paragraph(composer: Composer, node: Paragraph, place: Place): readonly Slug[] {
  const style = styleOf(composer, place)
  const isIndented = place.after?.type === 'paragraph' && place.label === undefined
  const slugs = setParagraph(composer, toRuns(node.children, { ...composer, style }), place, {
    style,
    part: 'text',
    indent: isIndented ? style.indent : pt(0),
    position: node.position,
  })
  if (place.before?.type === 'heading') return priceStub(slugs, place)
  return introduces(node, place.before)
    ? changeLast(slugs, () => ({ breakAfter: Infinity }))
    : slugs
}

/** The white of a quotation is round the whole, not round each of its paragraphs. */
function styleOf({ template }: Composer, { style: name }: Place): Style {
  const style = template.styles[name]
  return name === 'quotation' ? { ...style, spaceBefore: pt(0), spaceAfter: pt(0) } : style
}

function priceStub(slugs: readonly Slug[], place: Place): readonly Slug[] {
  const [last] = slugs.at(-1)?.marks ?? []
  const width = last?.type === 'line' ? last.line.width : place.measure
  const price = width < place.measure * RUNT ? RUNT_STUB : STUB
  return slugs.map((slug, i) =>
    i === slugs.length - 3 ? { ...slug, breakAfter: slug.breakAfter + price } : slug,
  )
}

/** A colon promises what follows: the page does not end on it. */
function introduces(node: Paragraph, before: Block | undefined): boolean {
  if (before === undefined || before.type === 'paragraph' || before.type === 'heading') return false
  const last = node.children.findLast((child) => child.type !== 'footnoteReference')
  return last?.type === 'text' && last.value.trimEnd().endsWith(':')
}
