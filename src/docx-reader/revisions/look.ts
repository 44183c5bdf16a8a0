import { elementsOf, firstOf, valueOf, type XmlElement } from '../xml.ts'
import type { Look, ParagraphKind, RevisedMark } from './revised.ts'

/** Marks by what their character styles are called; a style of several has several names in its name. */
const styled: readonly (readonly [RegExp, RevisedMark])[] = [
  [/emphasis/iu, 'emphasis'],
  [/strong/iu, 'strong'],
  [/strikethrough/iu, 'delete'],
  [/verbatim char|html code|source text/iu, 'code'],
]

/** Marks that are set by hand, by the elements that set them (ECMA-376 part 1, 17.3.2). */
const byHand: readonly (readonly [string, RevisedMark])[] = [
  ['w:i', 'emphasis'],
  ['w:b', 'strong'],
  ['w:strike', 'delete'],
  ['w:dstrike', 'delete'],
]

/** What `w:rPr` makes of a run: its style's marks, then what is set or taken off by hand. */
export function lookOf(
  properties: XmlElement | undefined,
  styles: ReadonlyMap<string, string>,
): Look {
  if (properties === undefined) return plainLook
  const id = valueOf(properties, 'w:rStyle') ?? ''
  const name = styles.get(id) ?? id
  const marks = new Set(styled.filter(([pattern]) => pattern.test(name)).map(([, mark]) => mark))
  for (const [element, mark] of byHand) {
    const found = firstOf(properties, element)
    if (found === undefined) continue
    if (isOn(found)) marks.add(mark)
    else if (element !== 'w:dstrike') marks.delete(mark)
  }
  return { marks: [...marks].sort(), others: othersOf(properties, name) }
}

export const plainLook: Look = { marks: [], others: [] }

function othersOf(properties: XmlElement, style: string): readonly string[] {
  const underline = valueOf(properties, 'w:u')
  const raised = valueOf(properties, 'w:vertAlign')
  const isCall = /footnote|endnote/iu.test(style)
  return [
    ...(underline !== undefined && underline !== 'none' && !/link/iu.test(style)
      ? ['underline']
      : []),
    ...(raised !== undefined && raised !== 'baseline' && !isCall ? [raised] : []),
    ...(firstOf(properties, 'w:highlight') === undefined ? [] : ['highlighting']),
    ...(elementsOf(properties, 'w:smallCaps').some(isOn) ? ['small capitals'] : []),
  ]
}

/** What `w:pPr`, or the old one in a `w:pPrChange`, makes of a paragraph. */
export function kindOf(
  properties: XmlElement | undefined,
  styles: ReadonlyMap<string, string>,
): ParagraphKind {
  const id = valueOf(properties, 'w:pStyle') ?? ''
  const style = (styles.get(id) ?? id).toLowerCase()
  const level = /^(?:heading|überschrift|titre|título) ?([1-9])$/u.exec(style)?.[1]
  const numbering = firstOf(properties, 'w:numPr')
  const list = valueOf(numbering, 'w:numId')
  return {
    style,
    ...(level !== undefined && { level: Number(level) }),
    // A list of id 0 takes the item out of its list (17.9.18).
    ...(list !== undefined &&
      list !== '0' &&
      level === undefined && {
        list: { id: list, depth: Number(valueOf(numbering, 'w:ilvl') ?? 0) },
      }),
  }
}

/** `CT_OnOff`: there, and not said to be off. */
export const isOn = (element: XmlElement): boolean =>
  !['0', 'false', 'off'].includes(element.attributes.get('w:val') ?? 'true')
