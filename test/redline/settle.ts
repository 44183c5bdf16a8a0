import { SaxesParser } from 'saxes'
import { toXml } from 'xast-util-to-xml'
import type { Element } from 'xast'

/** Which way tracked changes are settled. */
type Way = 'accept' | 'reject'

const parse = (xml: string): Element => {
  const parser = new SaxesParser({ xmlns: false })
  const top: Element = { type: 'element', name: 'top', attributes: {}, children: [] }
  const stack = [top]
  parser.on('opentag', ({ name, attributes }) => {
    const each: Element = { type: 'element', name, attributes, children: [] }
    stack.at(-1)!.children.push(each)
    stack.push(each)
  })
  parser.on('text', (value) => {
    stack.at(-1)!.children.push({ type: 'text', value })
  })
  parser.on('closetag', () => {
    stack.pop()
  })
  parser.write(xml).close()
  return top
}

const named = (each: Element['children'][number] | undefined, ...names: string[]): boolean =>
  each?.type === 'element' && names.includes(each.name)

const find = (owner: Element | undefined, name: string): Element | undefined =>
  owner?.children.find((each): each is Element => named(each, name))

/**
 * A part in which every tracked change is settled as Word settles it: what goes is dropped, a paragraph
 * whose mark goes joins the next and takes its properties, a row goes whole, and so does a table of none.
 */
export function settled(xml: string, way: Way): string {
  const [gone, kept] = way === 'accept' ? ['w:del', 'w:ins'] : ['w:ins', 'w:del']
  const settle = (owner: Element): void => {
    owner.children = owner.children.flatMap((child) => {
      if (child.type !== 'element') return [child]
      const isMark = child.name === gone || child.name === kept
      if (isMark && owner.name !== 'w:rPr' && owner.name !== 'w:trPr') {
        if (child.name === gone) return []
        settle(child)
        return child.children
      }
      if (child.name === 'w:tr' && find(find(child, 'w:trPr'), gone) !== undefined) return []
      settle(child)
      if (child.name === 'w:delText') child.name = 'w:t'
      if (child.name === 'w:delInstrText') child.name = 'w:instrText'
      if (child.name === 'w:tbl' && find(child, 'w:tr') === undefined) return []
      return [child]
    })
    if (owner.name === 'w:pPr') {
      const change = find(owner, 'w:pPrChange')
      owner.children = owner.children.filter((each) => !named(each, 'w:pPrChange'))
      if (change !== undefined && way === 'reject') {
        const rest = owner.children.filter((each) => named(each, 'w:rPr', 'w:sectPr'))
        owner.children = [...(find(change, 'w:pPr')?.children ?? []), ...rest]
      }
    }
    if (owner.name === 'w:trPr' || owner.name === 'w:rPr')
      owner.children = owner.children.filter((each) => !named(each, kept))
    join(owner)
  }
  const join = (owner: Element): void => {
    let carried: Element['children'] = []
    owner.children = owner.children.flatMap((child, index) => {
      if (!named(child, 'w:p')) return [child]
      const paragraph = child as Element
      const properties = find(paragraph, 'w:pPr')
      const inlines = paragraph.children.filter((each) => each !== properties)
      const isGone = find(find(properties, 'w:rPr'), gone) !== undefined
      if (isGone && named(owner.children[index + 1], 'w:p')) {
        carried = [...carried, ...inlines]
        return []
      }
      // Before a table an emptied paragraph goes with its mark.
      if (isGone && carried.length + inlines.length === 0) return []
      paragraph.children = [
        ...(properties === undefined ? [] : [properties]),
        ...carried,
        ...inlines,
      ]
      carried = []
      return [paragraph]
    })
  }
  const top = parse(xml)
  settle(top)
  return `<?xml version="1.0" encoding="UTF-8"?>${toXml(top.children)}`
}

/** The notes of a part that some call of the document still leads to. */
export function withCalledNotes(footnotes: string, document: string): string {
  const called = new Set(
    [...document.matchAll(/<w:footnoteReference[^>]*w:id="(\d+)"/gu)].map(([, id]) => id),
  )
  const top = parse(footnotes)
  const root = top.children[0] as Element
  root.children = root.children.filter(
    (each) =>
      each.type === 'element' &&
      (each.attributes['w:type'] != null || called.has(each.attributes['w:id'] ?? '')),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>${toXml(root)}`
}
