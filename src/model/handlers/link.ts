import type { Position } from '../../diagnostic/diagnostic.ts'
import { isSafeAddress } from '../address.ts'
import type { State } from '../state.ts'
import { decodeFragment } from '../targets.ts'
import type { Inline } from '../nodes.ts'

interface Address {
  readonly url: string
  readonly title?: string | null
  readonly position: Position
  /** What is printed. */
  readonly text: string
}

/**
 * A link whose address is safe to be live in every edition, or that leads inside the book. Of any
 * other only the text is kept, and the checks say so.
 */
export function convertLink(
  { url, title, position, text }: Address,
  content: Inline[],
  state: State,
): Inline[] {
  const address = url.startsWith('#')
    ? insideBook(url, state)
    : isSafeAddress(url)
      ? url
      : undefined
  if (address === undefined) return content
  return [
    {
      type: 'link',
      url: address,
      ...(title ? { title } : {}),
      bare: [text, `mailto:${text}`, `http://${text}`].includes(address),
      children: content,
      position,
    },
  ]
}

function insideBook(url: string, state: State): string | undefined {
  const target = state.targets.find(state.chapter.id, decodeFragment(url))
  return typeof target === 'string' ? undefined : `#${target.anchor}`
}
