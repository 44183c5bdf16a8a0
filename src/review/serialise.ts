import type { OriginBlock, OriginMark, OriginNode, OriginSpan } from '../origin/origin.ts'
import { escapeMarkdown } from './escape.ts'
import type { FinalAtom } from './weave.ts'

/** In order: a stretch of the source as it stands, or new text. */
export type Part = OriginSpan | string

/** An atom of a block, or a break between two blocks that are written into one. */
export type Sequence = readonly (FinalAtom | string)[]

/** What the writing of inlines needs to know. */
export interface Writing {
  /** The block that is being rewritten; what stands in another one is copied. Absence means that all is copied. */
  readonly block?: OriginBlock
  readonly sourceOf: (block: Pick<OriginBlock, 'chapter'>) => string
  /** The call of a note that is new. */
  readonly callOf: (note: string) => string
  readonly inCell: boolean
  /** Without marks, escapes and links: a title in metadata, code. */
  readonly isPlain: boolean
}

/** A mark or link that stands round some atoms: one of the manuscript, or a new one. */
interface Ref {
  readonly type: OriginMark
  readonly node?: OriginNode
  readonly owner?: OriginBlock
  /** Of a link that is new, or leads elsewhere now. */
  readonly url?: string
}

interface Item {
  readonly atom: FinalAtom
  readonly isBlank: boolean
  refs: readonly Ref[]
}

/** Writes atoms as Markdown: those that stayed keep their bytes, and marks are moved only where they have to be. */
export function serialise(sequence: Sequence, writing: Writing): readonly Part[] {
  const items = sequence.map((each): Item | string =>
    typeof each === 'string'
      ? each
      : { atom: each, isBlank: isBlankAtom(each), refs: wantedRefs(each, writing) },
  )
  joinNew(items)
  joinNew(items.toReversed())
  reuse(items, writing)
  keepAddressesWhole(items, writing)
  const trimmed = withoutEdges(items)
  settleBlanks(trimmed)
  return emit(trimmed, writing)
}

const isBlankAtom = ({ type, text }: FinalAtom): boolean =>
  type === 'character' && /^\s$/u.test(text) && text !== '\u00A0'

const nodesAround = ({ base }: FinalAtom): readonly OriginNode[] =>
  base === undefined
    ? []
    : base.block.nodes.filter(({ start, end }) => start <= base.start && base.end <= end)

/** What shall stand round an atom: the marks that the manuscript has and the file kept, and new ones. */
function wantedRefs(atom: FinalAtom, { isPlain }: Writing): readonly Ref[] {
  if (isPlain) return []
  const { base, look, link } = atom
  const around = nodesAround(atom).map((node): Ref => ({
    type: node.type,
    node,
    ...(base !== undefined && { owner: base.block }),
  }))
  if (base !== undefined && atom.type !== 'character') return around
  if (atom.type === 'call') return []
  const marks = new Set<OriginMark>(look.marks)
  const kept = around.flatMap((ref): readonly Ref[] => {
    if (ref.type === 'language') return [ref]
    if (ref.type !== 'link') return marks.delete(ref.type) ? [ref] : []
    // A link's style may be bold or in italics by itself; the words of a reference are no link to keep.
    if (link === undefined) return base?.piece.reference === 'words' ? [ref] : []
    return isSameAddress(link, ref.node?.url ?? '') ? [ref] : [{ ...ref, url: link }]
  })
  const added = [...marks].map((type): Ref => ({ type }))
  // A word in another language belongs to the passage beside it, and makes none of its own.
  if (base === undefined && atom.language !== undefined) added.push({ type: 'language' })
  const isNewLink =
    link !== undefined &&
    link !== '' &&
    base?.piece.reference === undefined &&
    !link.startsWith('#') &&
    !kept.some(({ type }) => type === 'link')
  return [...(isNewLink ? [{ type: 'link', url: link } as const] : []), ...kept, ...added]
}

/** Programs add a slash, and escape characters. */
export function isSameAddress(one: string, other: string): boolean {
  if (one.startsWith('#') && other.startsWith('#')) return true
  const plain = (url: string): string => {
    try {
      return decodeURIComponent(url).replace(/\/$/u, '')
    } catch {
      return url.replace(/\/$/u, '')
    }
  }
  return plain(one) === plain(other)
}

/** New text in a mark joins the same mark beside it, so that none is opened twice. */
function joinNew(items: readonly (Item | string)[]): void {
  let before: readonly Ref[] = []
  for (const item of items) {
    if (typeof item === 'string') continue
    if (item.isBlank) continue
    item.refs = item.refs.map((ref) => {
      if (ref.node !== undefined && ref.url === undefined) return ref
      return before.find((each) => each.type === ref.type && urlOf(each) === urlOf(ref)) ?? ref
    })
    before = item.refs
  }
}

const urlOf = ({ url, node }: Ref): string | undefined => url ?? node?.url

/**
 * Where all words of a mark or link were replaced, the new ones stand in the marks of the old, so that
 * the address of a link stays as it is written.
 */
function reuse(items: readonly (Item | string)[], { block, isPlain }: Writing): void {
  const used = new Set(
    items.flatMap((item) => (typeof item === 'string' ? [] : item.refs.map(({ node }) => node))),
  )
  const adopted = new Map<string, Ref>()
  let last = 0
  for (const item of items) {
    if (typeof item === 'string') continue
    if (item.atom.base?.block === block) last = item.atom.base?.end ?? last
    item.refs = item.refs.flatMap((ref) => {
      if (ref.node !== undefined) return [ref]
      const key = `${ref.type} ${String(last)} ${ref.url ?? ''}`
      const known = adopted.get(key)
      if (known !== undefined) return [known]
      const node = isPlain
        ? undefined
        : block?.nodes.find(
            (each) =>
              each.type === ref.type &&
              !used.has(each) &&
              each.start >= last &&
              (ref.url === undefined || isSameAddress(ref.url, each.url ?? '')),
          )
      if (node === undefined || block === undefined) return ref.type === 'language' ? [] : [ref]
      used.add(node)
      const own: Ref = { type: ref.type, node, owner: block }
      adopted.set(key, own)
      return [own]
    })
  }
}

const address = /^(?:https?:\/\/|mailto:|www\.|[^\s@]+@)\S+$/iu

/** An address that is written out is its own text: words that were typed before or behind it stand outside of it. */
function keepAddressesWhole(items: readonly (Item | string)[], { sourceOf }: Writing): void {
  const nodes = new Map<OriginNode, { readonly ref: Ref; readonly members: Item[] }>()
  for (const item of items) {
    if (typeof item === 'string') continue
    for (const ref of item.refs) {
      const { node, owner } = ref
      if (ref.type !== 'link' || node === undefined || owner === undefined) continue
      if (sourceOf(owner).startsWith('[', node.start)) continue
      const known = nodes.get(node) ?? { ref, members: [] }
      known.members.push(item)
      nodes.set(node, known)
    }
  }
  for (const [node, { members }] of nodes) {
    const isKept = ({ atom }: Item): boolean => atom.base !== undefined
    const [first, last] = [members.findIndex(isKept), members.findLastIndex(isKept)]
    const [from, to] = [members[0], members.at(-1)].map((each) =>
      items.findIndex((item) => item === each),
    )
    const text = items
      .slice(from, (to ?? 0) + 1)
      .map(textAt)
      .join('')
    if (address.test(text)) continue
    members.forEach((item, index) => {
      if (index < first || index > last) item.refs = item.refs.filter((ref) => ref.node !== node)
    })
  }
}

/** Blanks at the ends, and beside a break, print nothing. */
function withoutEdges(items: readonly (Item | string)[]): readonly (Item | string)[] {
  const isBreak = (item: Item | string | undefined): boolean => typeof item === 'string'
  const isBlank = (item: Item | string | undefined): boolean =>
    item !== undefined && typeof item !== 'string' && item.isBlank
  return items.filter((item, index) => {
    if (!isBlank(item)) return true
    let [left, right] = [index - 1, index + 1]
    while (isBlank(items[left])) left -= 1
    while (isBlank(items[right])) right += 1
    return !isBreak(items[left]) && !isBreak(items[right])
  })
}

/** A blank is in a mark where both its neighbours are. */
function settleBlanks(items: readonly (Item | string)[]): void {
  items.forEach((item, index) => {
    if (typeof item === 'string' || !item.isBlank) return
    const left = neighbour(items, index, -1)
    const right = neighbour(items, index, 1)
    item.refs = left.filter((ref) => right.includes(ref) || right.some((each) => isOne(each, ref)))
  })
}

function neighbour(items: readonly (Item | string)[], from: number, step: 1 | -1): readonly Ref[] {
  for (let at = from + step; ; at += step) {
    const item = items[at]
    if (item === undefined || typeof item === 'string') return []
    if (!item.isBlank) return item.refs
  }
}

/** Refs of one node are one, whichever atom they were made for. */
const isOne = (a: Ref, b: Ref): boolean =>
  a === b || (a.node !== undefined && a.node === b.node && a.url === b.url)

function emit(items: readonly (Item | string)[], writing: Writing): readonly Part[] {
  const parts: Part[] = []
  let last = 0
  const put = (part: Part): void => {
    if (typeof part !== 'string') last = part.end
    if (part !== '') parts.push(part)
  }
  const emitted = new Set<string>()
  /** A stretch of a block: as it stands where it is the block's own and in order, else copied. */
  const source = (span: OriginSpan, owner: OriginBlock | undefined): void => {
    if (span.start === span.end || owner === undefined) return
    const key = `${String(span.start)}-${String(span.end)}`
    const isOwn = owner === writing.block && span.start >= last && !emitted.has(key)
    emitted.add(key)
    put(isOwn ? span : copied(span, owner, writing))
  }
  const lastIndex = (ref: Ref, from: number): number => {
    let found = from
    for (let at = from; at < items.length; at++) {
      const item = items[at]
      if (typeof item === 'string' || item === undefined) break
      if (!item.refs.some((each) => isOne(each, ref))) break
      found = at
    }
    return found
  }
  let open: Ref[] = []
  const closeTo = (depth: number): void => {
    while (open.length > depth) {
      const ref = open.pop()
      if (ref !== undefined) delimiter(ref, 'close')
    }
  }
  const delimiter = (ref: Ref, side: 'open' | 'close'): void => {
    const { node, owner, url } = ref
    if (node === undefined) return put(newDelimiter(ref, side))
    const span =
      side === 'open'
        ? { start: node.start, end: node.inner.start }
        : { start: node.inner.end, end: node.end }
    if (url !== undefined && owner !== undefined) {
      const written = writing.sourceOf(owner)
      const isBracketed = written.charAt(node.start) === '['
      if (side === 'open' && isBracketed) source(span, owner)
      else if (side === 'open') put('[')
      else put(`](${destination(url)})`)
      return
    }
    source(span, owner)
  }
  items.forEach((item, index) => {
    if (typeof item === 'string') {
      closeTo(0)
      put(item)
      return
    }
    const stays = open.findIndex((ref) => !item.refs.some((each) => isOne(each, ref)))
    closeTo(stays < 0 ? open.length : stays)
    const wanted = item.refs
      .filter((ref) => !open.some((each) => isOne(each, ref)))
      .map((ref, order) => ({ ref, order, end: lastIndex(ref, index) }))
      .sort((a, b) => b.end - a.end || a.order - b.order)
    for (const { ref } of wanted) {
      open = [...open, ref]
      delimiter(ref, 'open')
    }
    atomParts(item, index)
  })
  closeTo(0)
  return parts

  function atomParts({ atom, refs }: Item, index: number): void {
    const { base } = atom
    if (base !== undefined) {
      const key = `${base.block.id} ${String(base.start)}`
      // The characters of one reference or escape share their source.
      const isWhole = base.piece.text !== undefined || base.type !== 'character'
      if (isWhole && emitted.has(key)) return
      emitted.add(key)
      source({ start: base.start, end: base.end }, base.block)
      return
    }
    if (atom.type === 'call') return put(writing.callOf(atom.note ?? ''))
    if (atom.type !== 'character' && atom.type !== 'reference') return
    if (writing.isPlain || refs.some(({ type }) => type === 'code')) return put(atom.text)
    // A letter beside a reference would be read as part of its name, and has no escape but its number.
    const isBeside =
      (isReference(items[index - 1]) && /^[\p{L}\p{N}_/:-]/u.test(atom.text)) ||
      (isReference(items[index + 1]) && /^[a-z0-9@/]/iu.test(atom.text))
    if (isBeside) return put(`&#${String(atom.text.codePointAt(0))};`)
    // A blank between texts is one to both; of what follows, as much as the longest mark.
    const after = items
      .slice(index + 1, index + 40)
      .map(textAt)
      .join('')
    put(
      escapeMarkdown(atom.text, {
        inCell: writing.inCell,
        before: textAt(items[index - 1]),
        after,
      }),
    )
  }
}

const isReference = (item: Item | string | undefined): boolean =>
  typeof item === 'object' && item.atom.base?.piece.reference !== undefined

const textAt = (item: Item | string | undefined): string =>
  item === undefined || typeof item === 'string' ? '' : item.atom.text

const copied = ({ start, end }: OriginSpan, owner: OriginBlock, { sourceOf }: Writing): string =>
  sourceOf(owner)
    .slice(start, end)
    .replace(/\n[ \t>]*/gu, ' ')

/** An address between the brackets of a link (CommonMark 6.3). */
const destination = (url: string): string =>
  /[\s<>()]/u.test(url) ? `<${url.replace(/[<>\s]/gu, encodeURIComponent)}>` : url

function newDelimiter({ type, url = '' }: Ref, side: 'open' | 'close'): string {
  switch (type) {
    case 'emphasis':
      return '*'
    case 'strong':
      return '**'
    case 'delete':
      return '~~'
    case 'code':
      return '`'
    case 'link':
      return side === 'open' ? '[' : `](${destination(url)})`
    case 'language':
      return ''
  }
}

/** Parts as text. */
export const textOfParts = (parts: readonly Part[], source: string): string =>
  parts
    .map((part) => (typeof part === 'string' ? part : source.slice(part.start, part.end)))
    .join('')
