import { textOf } from '../../../src/print/line/set-words.ts'
import type { TagElement, TagKid, TaggedPages } from '../../../src/print/tag/tree.ts'

/** The structure as text, an element a line, with what is set in it: the form in which tags are reviewed. */
export function outline({ pages, root }: TaggedPages): string {
  const texts = new Map<string, string>()
  pages.forEach((page, index) => {
    for (const item of page.items) {
      if (item.type === 'mark') {
        if (item.tag.type !== 'Artifact') texts.set(`${index} ${item.tag.mcid}`, '(picture)')
        continue
      }
      for (const { runs, tag } of item.pieces) {
        if (tag.type === 'Artifact') continue
        const text = runs.map(textOf).join('')
        texts.set(`${index} ${tag.mcid}`, text)
      }
    }
  })
  const lines = (kid: TagKid, depth: number): readonly string[] => {
    const indent = '  '.repeat(depth)
    if (kid.type === 'content') {
      return [`${indent}${JSON.stringify(texts.get(`${kid.page} ${kid.mcid}`))}`]
    }
    if (kid.type === 'area') {
      const { target } = kid
      const to = target.type === 'url' ? target.url : `#${target.name}`
      return [`${indent}-> ${to} (${kid.spoken.text})`]
    }
    return [indent + nameOf(kid), ...kid.kids.flatMap((each) => lines(each, depth + 1))]
  }
  return `${lines(root, 0).join('\n')}\n`
}

function nameOf({ type, id, language, alt, numbering, box }: TagElement): string {
  const parts: string[] = [type]
  if (id !== undefined) parts.push(`#${id}`)
  if (language !== undefined) parts.push(`lang ${language}`)
  if (alt !== undefined) parts.push(`alt ${JSON.stringify(alt)}`)
  if (numbering !== undefined) parts.push(numbering)
  if (box !== undefined) parts.push('box')
  return parts.join(' ')
}
