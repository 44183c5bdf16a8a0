import type { Element } from 'xast'
import { align, shareOf, type Aligned } from './align.ts'
import { childOf, childrenOf, textOf, withChildren, xmlOf } from './tree.ts'
import {
  deletedParagraph,
  insertedParagraph,
  weaveParagraph,
  type Lent,
} from './weave-paragraph.ts'
import { weaveTable } from './weave-table.ts'
import type { Weaver } from './weaver.ts'

/** Two paragraphs that share fewer of their words are two. */
const LEAST_SHARED = 0.4

/** The blocks of a body, a cell or a note: those of both files in one. */
export function weaveBlocks(
  old: readonly Element[],
  now: readonly Element[],
  weaver: Weaver,
): readonly Element[] {
  const steps = paired(
    align(old.filter(isBlock), now.filter(isBlock), (each) => keyOf(each), likeness),
  )
  return steps.flatMap((step, index) => weaveStep(step, index, steps, weaver))
}

/** Bookmarks between blocks are dropped: this program sets none there. */
const isBlock = ({ name }: Element): boolean =>
  name === 'w:p' || name === 'w:tbl' || name === 'w:sdt'

const keyOf = (block: Element): string =>
  `${block.name} ${styleOf(block)} ${isSection(block) ? 'section ' : ''}${textOf(block)}`

const styleOf = (block: Element): string => {
  const style = childOf(childOf(block, 'w:pPr'), 'w:pStyle')
  return style === undefined ? '' : xmlOf(style)
}

/** A paragraph that ends a section. */
const isSection = (block: Element): boolean =>
  childOf(childOf(block, 'w:pPr'), 'w:sectPr') !== undefined

function likeness(old: Element, now: Element): number {
  if (old.name !== now.name) return 0
  if (isSection(old) !== isSection(now)) return 0
  if (isSection(old) || old.name === 'w:sdt') return 1
  const share = shareOf(textOf(old), textOf(now))
  if (old.name === 'w:tbl') return 0.1 + share
  if (share < LEAST_SHARED) return 0
  return share + (styleOf(old) === styleOf(now) ? 0.1 : 0)
}

/**
 * Where what only one file has ends at the end, or before a table, its last paragraph has no next one
 * to join. Of a change there the last old and the last new paragraph are one paragraph with another text.
 */
function paired(steps: readonly Aligned<Element>[]): readonly Aligned<Element>[] {
  const out = [...steps]
  for (let end = out.length; end > 0; end--) {
    if (end < out.length && isParagraph(out[end])) continue
    let start = end
    while (start > 0 && out[start - 1]?.type !== 'both' && isParagraph(out[start - 1])) start--
    const group = out.slice(start, end)
    const old = group.findLast((each) => each.type === 'deleted')
    const now = group.findLast((each) => each.type === 'inserted')
    if (old === undefined || now === undefined) continue
    const others = group.filter((each) => each !== old && each !== now)
    out.splice(start, end - start, ...others, { type: 'both', old: old.old, now: now.now })
  }
  return out
}

const isParagraph = (step: Aligned<Element> | undefined): boolean =>
  step !== undefined && (step.type === 'deleted' ? step.old : step.now).name === 'w:p'

function weaveStep(
  step: Aligned<Element>,
  index: number,
  steps: readonly Aligned<Element>[],
  weaver: Weaver,
): readonly Element[] {
  if (!isParagraph(step)) return weaveOther(step, weaver)
  if (step.type === 'both') {
    const next = steps[index + 1]
    const lends = next !== undefined && lenderOf(steps, endOf(steps, index + 1)) === index
    const mark = lends && next.type !== 'both' ? next.type : undefined
    return [weaveParagraph(step.old, step.now, weaver, mark)]
  }
  const lender = isParagraph(steps[index + 1]) ? undefined : steps[lenderOf(steps, index) ?? -1]
  const lent: Lent | undefined = lender?.type === 'both' ? lender : undefined
  return [
    step.type === 'inserted'
      ? insertedParagraph(step.now, weaver, lent)
      : deletedParagraph(step.old, weaver, lent),
  ]
}

/** The last paragraph from `from` on before a table or the end. */
function endOf(steps: readonly Aligned<Element>[], from: number): number {
  let at = from
  while (isParagraph(steps[at + 1])) at++
  return at
}

/**
 * Of a paragraph at `last` that only one file has and that no paragraph follows: the last paragraph that
 * both have, with nothing of both between. Its mark is the one that comes or goes.
 */
function lenderOf(steps: readonly Aligned<Element>[], last: number): number | undefined {
  if (!isParagraph(steps[last]) || steps[last]?.type === 'both') return undefined
  let at = last
  while (at >= 0 && isParagraph(steps[at]) && steps[at]?.type !== 'both') at--
  return isParagraph(steps[at]) ? at : undefined
}

function weaveOther(step: Aligned<Element>, weaver: Weaver): readonly Element[] {
  const old = step.type === 'inserted' ? undefined : step.old
  const now = step.type === 'deleted' ? undefined : step.now
  const shape = now ?? old
  if (shape?.name === 'w:tbl')
    return [weaveTable(old, now, weaver, (a, b) => weaveBlocks(a, b, weaver))]
  if (shape === undefined) return []
  // A list of contents, which the program makes anew: its frame is the new one's.
  const content = (owner: Element | undefined): readonly Element[] =>
    childrenOf(childOf(owner, 'w:sdtContent'))
  const woven = weaveBlocks(content(old), content(now), weaver)
  return [
    withChildren(
      shape,
      shape.children.map((child) =>
        child.type === 'element' && child.name === 'w:sdtContent'
          ? withChildren(child, woven)
          : child,
      ),
    ),
  ]
}
