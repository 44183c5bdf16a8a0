import { ExternalHyperlink, InternalHyperlink } from 'docx'
import { asChildren } from '../element.ts'
import type { Link } from '../../model/nodes.ts'
import { withMark } from '../marks.ts'
import type { Setting, State, WordInline } from '../state.ts'

/** `w:hyperlink` in the style Hyperlink: by relationship to an address, by `w:anchor` to a place in the book. */
export function link(state: State, setting: Setting, node: Link): readonly WordInline[] {
  const marked = { ...setting, marks: withMark(setting.marks, 'link') }
  const children = asChildren(state.inlines(marked, node.children))
  if (node.url.startsWith('#')) {
    const anchor = node.url.slice(1)
    const target = state.aliases.get(anchor) ?? anchor
    return [new InternalHyperlink({ anchor: state.bookmarks.of(target), children })]
  }
  return [new ExternalHyperlink({ link: safeTarget(node.url), children })]
}

/**
 * The address with every character escaped that no URI may hold (RFC 3986, 2): Word calls a file
 * damaged for a single bad one. An address that is sound is left as it is.
 */
export const safeTarget = (url: string): string =>
  url.replace(/[\s<>"{}|\\^`]|%(?![0-9a-f]{2})/gi, (character) =>
    character === '%' ? '%25' : encodeURIComponent(character),
  )
