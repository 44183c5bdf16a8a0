import type { Page } from '../page/page.ts'
import type { OutlineItem } from './pdfkit-private.ts'

/** An item that is still being built. */
interface Growing {
  readonly text: string
  readonly anchor: string
  readonly isOpen: boolean
  readonly children: Growing[]
}

/** The outline: chapters, and headings under the nearest higher one. A book's chapters are closed; one alone is open. */
export function outlineOf(pages: readonly Page[]): readonly OutlineItem[] {
  const headings = pages.flatMap((page) =>
    page.items.flatMap((item) =>
      item.type === 'anchor' && item.heading !== undefined
        ? [{ anchor: item.name, ...item.heading }]
        : [],
    ),
  )
  const isAlone = headings.filter((heading) => heading.level === 1).length <= 1
  const top: Growing[] = []
  const path: { level: number; children: Growing[] }[] = [{ level: 0, children: top }]
  for (const { level, text, anchor } of headings) {
    while (path.length > 1 && (path.at(-1)?.level ?? 0) >= level) path.pop()
    const item: Growing = { text, anchor, isOpen: level === 1 && isAlone, children: [] }
    path.at(-1)?.children.push(item)
    path.push({ level, children: item.children })
  }
  return top
}
