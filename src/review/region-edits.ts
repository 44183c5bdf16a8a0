import type { ParagraphKind } from '../docx-reader/revisions/revised.ts'
import type { OriginBlock } from '../origin/origin.ts'
import { escapeOpening } from './escape.ts'
import { openingAfter } from './layout.ts'
import { levelEdits } from './level-edits.ts'
import { partEdits, type BaseEdit } from './part-edits.ts'
import { serialise, textOfParts, type Part, type Sequence, type Writing } from './serialise.ts'
import type { FinalAtom, FinalParagraph, Woven } from './weave.ts'

/** What the paragraphs of a region make of the Markdown. */
export interface RegionEdits {
  readonly edits: readonly BaseEdit[]
  /** Blocks of which nothing is left. */
  readonly gone: readonly OriginBlock[]
  /** Text that has no place in the Markdown, with the block near which it stands. */
  readonly lost: readonly {
    readonly text: string
    readonly near?: OriginBlock
    readonly why: string
  }[]
}

export interface RegionContext {
  readonly sourceOf: (block: Pick<OriginBlock, 'chapter'>) => string
  readonly callOf: (note: string) => string
}

/** A block with the paragraphs of the file that are made of it. */
interface Home {
  readonly block: OriginBlock
  readonly first: FinalParagraph
  readonly rest: FinalParagraph[]
}

export function regionEdits({ region, paragraphs }: Woven, context: RegionContext): RegionEdits {
  const blocks = region.base.map(({ block }) => block)
  const { homes, before } = settle(paragraphs, blocks)
  const edits: BaseEdit[] = []
  const lost: RegionEdits['lost'][number][] = []
  for (const { block, first, rest } of homes) {
    const writing = writingOf(block, context)
    const isTight = block.outer.end === block.content.end && block.role === 'paragraph'
    const isSplit = ({ atoms }: FinalParagraph): boolean =>
      atoms.some(({ base }) => base?.block === block)
    if (block.role === 'cell' || block.role === 'caption' || block.role === 'title') {
      // A line of a table, a caption or a title cannot be split.
      const joined = [first, ...rest].flatMap(({ atoms }, index) =>
        index === 0 ? atoms : [blank, ...atoms],
      )
      if (rest.some(hasText) && block.role !== 'cell' && !rest.some(isSplit)) {
        edits.push(...partEdits(block, serialise(first.atoms, writing)))
        edits.push(...following(block, first, rest.filter(hasText), context))
      } else edits.push(...partEdits(block, serialise(joined, writing)))
      continue
    }
    edits.push(...levelEdits(block, first, context.sourceOf(block)))
    const shown = rest.filter(hasText)
    if (isTight && shown.some(isSplit)) {
      const openings = shown.map(({ kind }, index) =>
        openingAfter(block, first.kind, kind, context.sourceOf(block), index === 0),
      )
      const sequence: Sequence = [
        ...first.atoms,
        ...shown.flatMap(({ atoms }, index) => [
          (openings[index]?.separator ?? '') + (openings[index]?.marker ?? ''),
          ...atoms,
        ]),
      ]
      edits.push(...partEdits(block, serialise(sequence, writing)))
      continue
    }
    edits.push(...inPlace(block, first, writing, context))
    edits.push(...following(block, first, shown, context))
  }
  const [firstHome] = homes
  if (firstHome !== undefined && before.some(hasText))
    edits.push(...leading(firstHome, before, context))
  else if (firstHome === undefined)
    for (const paragraph of before.filter(hasText))
      lost.push({
        text: paragraph.atoms.map(({ text }) => text).join(''),
        ...(blocks[0] !== undefined && { near: blocks[0] }),
        why:
          paragraph.cell === undefined
            ? 'no paragraph of the manuscript stands beside it'
            : 'it stands in a row that the manuscript has not',
      })
  const kept = new Set(homes.filter(({ first }) => hasText(first)).map(({ block }) => block))
  const gone = blocks.filter(
    (block) =>
      !kept.has(block) &&
      !['cell', 'caption', 'title', 'credit', 'rule', 'picture'].includes(block.role) &&
      block.pieces.length > 0,
  )
  const removed = new Set(gone)
  return {
    edits: edits.filter(({ start, end, text }) => text !== '' || !inside(gone, start, end)),
    gone: blocks.filter((block) => removed.has(block)),
    lost,
  }
}

const inside = (gone: readonly OriginBlock[], start: number, end: number): boolean =>
  gone.some(({ outer }) => outer.start <= start && end <= outer.end)

const blank: FinalAtom = { type: 'character', text: ' ', look: { marks: [], others: [] } }

const hasText = ({ atoms }: FinalParagraph): boolean =>
  atoms.some(({ type, text }) => type !== 'character' || text.trim() !== '')

/** Each paragraph goes to the block of its first word, else to the one whose end it has kept; new ones follow the one before them. */
function settle(
  paragraphs: readonly FinalParagraph[],
  blocks: readonly OriginBlock[],
): { readonly homes: readonly Home[]; readonly before: readonly FinalParagraph[] } {
  const blockOf = (paragraph: FinalParagraph): OriginBlock | undefined =>
    paragraph.atoms.find(({ base }) => base !== undefined && blocks.includes(base.block))?.base
      ?.block
  const byWords = new Set(paragraphs.map(blockOf))
  const homes: Home[] = []
  const before: FinalParagraph[] = []
  for (const paragraph of paragraphs) {
    const end = paragraph.end?.block
    const own = blockOf(paragraph) ?? (byWords.has(end) ? undefined : end)
    const last = homes.at(-1)
    if (own === undefined || own === last?.block) {
      if (last === undefined) before.push(paragraph)
      else last.rest.push(paragraph)
    } else homes.push({ block: own, first: paragraph, rest: [] })
  }
  return { homes, before }
}

function writingOf(block: OriginBlock, context: RegionContext): Writing {
  return {
    block,
    ...context,
    inCell: block.role === 'cell',
    isPlain: block.role === 'code' || block.role === 'credit',
  }
}

/** The block where it stands. A heading's braces stay behind it. */
function inPlace(
  block: OriginBlock,
  first: FinalParagraph,
  writing: Writing,
  context: RegionContext,
): readonly BaseEdit[] {
  if (block.role === 'picture' || block.role === 'rule') return []
  const parts = serialise(first.atoms, writing)
  if (block.role !== 'paragraph') return partEdits(block, parts)
  return partEdits(block, withSafeOpening(parts, context.sourceOf(block)))
}

/** New text at the start of a paragraph must not open another block. */
function withSafeOpening(parts: readonly Part[], source: string): readonly Part[] {
  const count = parts.findIndex((part) => typeof part !== 'string')
  const fresh = parts
    .slice(0, count < 0 ? parts.length : count)
    .filter((part) => typeof part === 'string')
  const kept = parts.slice(fresh.length)
  const behind = textOfParts(kept.slice(0, 12), source)
  const safe = escapeOpening(fresh.join('') + behind)
  return fresh.length > 0 && safe.endsWith(behind)
    ? [safe.slice(0, safe.length - behind.length), ...kept]
    : parts
}

/** New paragraphs behind a block. */
function following(
  block: OriginBlock,
  first: FinalParagraph,
  rest: readonly FinalParagraph[],
  context: RegionContext,
): readonly BaseEdit[] {
  if (rest.length === 0) return []
  const source = context.sourceOf(block)
  const text = rest
    .map((paragraph, index) => {
      const opening = openingAfter(block, first.kind, paragraph.kind, source, index === 0)
      return opening.separator + opening.marker + written(paragraph, block, context, opening.prefix)
    })
    .join('')
  const end = block.outer.end
  return [{ chapter: block.chapter, start: end, end, text }]
}

/** New paragraphs before the first block of a region. */
function leading(
  { block, first }: Home,
  before: readonly FinalParagraph[],
  context: RegionContext,
): readonly BaseEdit[] {
  const source = context.sourceOf(block)
  const text = before
    .filter(hasText)
    .map((paragraph) => {
      const { separator, marker, prefix } = openingAfter(
        block,
        first.kind,
        paragraph.kind,
        source,
        true,
      )
      return marker + written(paragraph, block, context, prefix) + separator
    })
    .join('')
  return [{ chapter: block.chapter, start: block.outer.start, end: block.outer.start, text }]
}

/** A paragraph as new Markdown. */
export function written(
  { atoms }: FinalParagraph,
  near: OriginBlock,
  context: RegionContext,
  prefix: string,
): string {
  const parts = serialise(atoms, { ...context, inCell: near.role === 'cell', isPlain: false })
  return escapeOpening(textOfParts(parts, '').trim()).replaceAll('\n', `\n${prefix}`)
}

/** What a paragraph was made into, told for people. */
export const kindName = ({ level, list }: ParagraphKind): string =>
  level !== undefined ? `heading ${String(level)}` : list !== undefined ? 'list item' : 'paragraph'
