import type { Element, ElementContent } from 'xast'
import { lookOf } from './side.ts'
import { childOf, childrenOf, element } from './tree.ts'
import { weaveInlines } from './weave-inlines.ts'
import type { Weaver } from './weaver.ts'

/** What becomes of the mark that ends a paragraph: with it the paragraph joins the next. */
export type MarkChange = 'inserted' | 'deleted'

/** Of a paragraph that gives its mark away: the properties that it takes on, in either file. */
export interface Lent {
  readonly old: Element
  readonly now: Element
}

const nothing = { atoms: [], rest: [] } as const

/** A paragraph that both files have. `mark`: its own, which one of them has not. */
export function weaveParagraph(
  old: Element,
  now: Element,
  weaver: Weaver,
  mark?: MarkChange,
): Element {
  const inlines = weaveInlines(weaver.oldAtoms(old), weaver.nowAtoms(now), weaver)
  return paragraph(properties(old, now, weaver, mark), inlines)
}

/** A paragraph of the new file alone. Without a mark of its own it ends with that of the last that both have, whose properties are `lent`. */
export function insertedParagraph(now: Element, weaver: Weaver, lent?: Lent): Element {
  const inlines = weaveInlines(nothing, weaver.nowAtoms(now), weaver)
  return lent === undefined
    ? paragraph(properties(now, now, weaver, 'inserted'), inlines)
    : paragraph(properties(lent.old, now, weaver), inlines)
}

/** A paragraph of the old file alone. */
export function deletedParagraph(old: Element, weaver: Weaver, lent?: Lent): Element {
  const inlines = weaveInlines(weaver.oldAtoms(old), nothing, weaver)
  if (lent !== undefined) return paragraph(properties(old, lent.now, weaver), inlines)
  const own = listed(old, weaver)
  return paragraph(marked(own, weaver, 'deleted'), inlines)
}

/** The properties of a paragraph, without what is no look: its mark's, and the section that it ends. */
const looksOf = (owner: Element): readonly Element[] =>
  childrenOf(childOf(owner, 'w:pPr')).filter(
    ({ name }) => name !== 'w:rPr' && name !== 'w:sectPr' && name !== 'w:pPrChange',
  )

/** Those of the old file, its lists under their new ids. */
const listed = (old: Element, weaver: Weaver): readonly Element[] =>
  looksOf(old).map((each) => weaver.adopted(each))

function properties(
  old: Element,
  now: Element,
  weaver: Weaver,
  mark?: MarkChange,
): readonly Element[] {
  const looks = looksOf(now)
  const isSame = old === now || lookOf(looksOf(old), weaver.old) === lookOf(looks, weaver.now)
  const section = childrenOf(childOf(now, 'w:pPr'), 'w:sectPr')
  // In this order (ECMA-376 part 1, 17.3.1.26).
  return [
    ...(mark === undefined ? looks : marked(looks, weaver, mark)),
    ...section,
    ...(isSame ? [] : [weaver.revisions.propertiesBefore(listed(old, weaver))]),
  ]
}

function marked(looks: readonly Element[], weaver: Weaver, mark: MarkChange): readonly Element[] {
  const change = mark === 'inserted' ? weaver.revisions.inserted() : weaver.revisions.deleted()
  return [...looks, element('w:rPr', {}, [change])]
}

const paragraph = (own: readonly Element[], inlines: readonly ElementContent[]): Element =>
  element('w:p', {}, [...(own.length > 0 ? [element('w:pPr', {}, own)] : []), ...inlines])
