import type { Chapter } from '../../model/book.ts'
import { groundOf } from '../ground.ts'

/** An address as its author wrote it. Offsets into the chapter's text; `end` is exclusive. */
export interface Address {
  /** As Markdown reads it: escapes resolved, `http://` before a bare `www.`. */
  readonly url: string
  /** As it stands in the text, without its brackets. */
  readonly written: string
  readonly start: number
  readonly end: number
  /** `<address>`, the address alone, `[text](address)`, or `[label]: address`. */
  readonly form: 'angle' | 'bare' | 'link' | 'label'
  /** Printed text of the link. */
  readonly text: string
  /** The whole link. */
  readonly link: { readonly start: number; readonly end: number }
}

const known = new WeakMap<Chapter, readonly Address[]>()

/** Every address of a chapter, used labels too, in the text and in notes. Places inside the book (`#x`) are none. */
export function addressesOf(chapter: Chapter): readonly Address[] {
  const before = known.get(chapter)
  if (before !== undefined) return before
  const made = collect(chapter)
  known.set(chapter, made)
  return made
}

function collect(chapter: Chapter): Address[] {
  const { written } = chapter
  const { text } = groundOf(chapter)
  const { regions } = written.scan
  const links = written.links.map((link) => ({ ...link, label: false }))
  const labels = written.linkDefinitions.flatMap((definition) =>
    definition.used ? [{ ...definition, text: '', label: true }] : [],
  )
  return [...links, ...labels].flatMap(({ url, text: printed, position, label }): Address[] => {
    // Addresses that are found after the text was parsed ("http:www.x.org") have no place.
    if (!hasPlace(position) || url.startsWith('#')) return []
    const link = { start: position.start.offset, end: position.end.offset }
    const at = { url, text: printed, link }
    if (text[link.start] !== '[' && text[link.start] !== '!') {
      const angle = text[link.start] === '<'
      const start = link.start + (angle ? 1 : 0)
      const end = link.end - (angle ? 1 : 0)
      return [
        { ...at, written: text.slice(start, end), start, end, form: angle ? 'angle' : 'bare' },
      ]
    }
    // A link's text may hold addresses: its own is the last; a label's is the first.
    let region: (typeof regions)[number] | undefined
    for (let index = firstFrom(regions, link.start); index < regions.length; index++) {
      const next = regions[index]
      if (next === undefined || next.end > link.end) break
      if (next.kind === 'url') region = next
      if (label && region !== undefined) break
    }
    if (region === undefined) return []
    const bracketed = text[region.start] === '<'
    const start = region.start + (bracketed ? 1 : 0)
    const end = region.end - (bracketed ? 1 : 0)
    return [{ ...at, written: text.slice(start, end), start, end, form: label ? 'label' : 'link' }]
  })
}

/** The model's type promises a place; links that are found in parsed text have none. */
const hasPlace = (position: Chapter['written']['links'][number]['position'] | undefined): boolean =>
  position !== undefined

/** Index of the first region that starts at or after an offset. */
function firstFrom(regions: readonly { readonly start: number }[], offset: number): number {
  let low = 0
  let high = regions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((regions[middle]?.start ?? Infinity) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** An address for a message: cut in the middle where it is long. */
export const shown = (url: string): string =>
  `\`${url.length > 60 ? `${url.slice(0, 40)}…${url.slice(-18)}` : url}\``.replace(/\s+/gu, ' ')
