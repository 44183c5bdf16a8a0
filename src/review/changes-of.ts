import type { Revision } from '../docx-reader/revisions/revised.ts'
import type { OriginBlock } from '../origin/origin.ts'
import type { BaseAtom, EditedAtom } from './atoms.ts'
import type { Change } from './change.ts'
import { isSameAddress } from './serialise.ts'
import { kindName } from './region-edits.ts'
import type { Step, Woven } from './weave.ts'

/** Consecutive steps of one kind and one hand. */
interface Group {
  readonly type: Step['type']
  readonly revision: Revision | undefined
  readonly isRejected: boolean
  readonly steps: Step[]
}

/** The changes of a region, each as a person would name it. `numberOf` gives the number of a note. */
export function changesOf(
  { region, steps }: Woven,
  numberOf: (anchor: string) => string,
): readonly Change[] {
  const near = region.base[0]?.block
  if (near === undefined) return []
  let last: BaseAtom | undefined
  const changes: Change[] = []
  for (const group of groupsOf(steps.map(withFormatting))) {
    const first = group.steps.find(({ base }) => base !== undefined)?.base ?? last
    last = group.steps.findLast(({ base }) => base !== undefined)?.base ?? last
    if (group.type === 'same') continue
    const change = changeOf(group, first?.block ?? near, first?.start ?? near.outer.start, numberOf)
    const before = changes.at(-1)
    const merged = before === undefined ? undefined : replacement(before, change)
    if (merged === undefined) changes.push(change)
    else changes[changes.length - 1] = merged
  }
  return changes
}

/** What differs in its marks without being tracked. */
function withFormatting(step: Step): Step {
  const { base, edited } = step
  const roles = ['heading', 'paragraph']
  if (
    step.type === 'same' &&
    base?.type === 'end' &&
    edited?.kind !== undefined &&
    roles.includes(base.block.role) &&
    base.block.note === undefined
  )
    return kindName(edited.kind) === baseKind(base.block) ? step : { ...step, type: 'formatting' }
  if (step.type !== 'same' || base?.type !== 'character' || edited === undefined) return step
  if (/^\s$/u.test(base.text) || base.block.role === 'code') return step
  const isSameLink =
    isSameAddress(edited.link ?? '', linkOf(base)) || base.piece.reference !== undefined
  return marksOf(base) === edited.look.marks.join() && isSameLink
    ? step
    : { ...step, type: 'formatting' }
}

const marksOf = ({ block, start, end }: BaseAtom): string =>
  block.nodes
    .filter((node) => node.start <= start && end <= node.end)
    .map(({ type }) => type)
    .filter((type) => type !== 'link' && type !== 'language')
    .sort()
    .join()

const linkOf = ({ block, start, end }: BaseAtom): string =>
  block.nodes.find((node) => node.type === 'link' && node.start <= start && end <= node.end)?.url ??
  ''

/** As `kindName` tells it; of what is neither heading nor text nothing can be changed. */
const baseKind = ({ role, level, item }: OriginBlock): string =>
  role === 'heading' ? `heading ${String(level)}` : item === true ? 'list item' : 'paragraph'

function groupsOf(steps: readonly Step[]): readonly Group[] {
  const groups: Group[] = []
  for (const step of steps) {
    const { type, revision, isRejected = false } = step
    const last = groups.at(-1)
    const isOne =
      last !== undefined &&
      last.type === type &&
      last.isRejected === isRejected &&
      last.revision?.author === revision?.author &&
      last.revision?.date === revision?.date &&
      last.revision?.move === revision?.move
    if (isOne) last.steps.push(step)
    else groups.push({ type, revision, isRejected, steps: [step] })
  }
  return groups
}

function changeOf(
  { type, revision, isRejected, steps }: Group,
  block: OriginBlock,
  offset: number,
  numberOf: (anchor: string) => string,
): Change {
  const text = steps.map((step) => shown(step.edited ?? step.base, numberOf)).join('')
  const isEnd = steps.every(({ edited, base }) => (edited ?? base)?.type === 'end')
  const shared = {
    ...(revision?.author !== undefined && { author: revision.author }),
    ...(revision?.date !== undefined && { date: revision.date }),
    ...(revision !== undefined && { id: revision.id }),
    isRejected,
    chapter: block.chapter,
    offset,
    ...(block.note !== undefined && { note: numberOf(block.note) }),
  }
  if (type === 'formatting') return { type, ...shared, ...formatting(steps, text) }
  const isIn = type === 'insertion'
  const both = isIn ? { before: '', after: text } : { before: text, after: '' }
  if (revision?.move !== undefined) return { type: 'move', ...shared, ...both }
  if (isEnd) return { type: isIn ? 'split' : 'merge', ...shared, before: '', after: '' }
  return { type: isIn ? 'insertion' : 'deletion', ...shared, ...both }
}

function shown(
  atom: BaseAtom | EditedAtom | undefined,
  numberOf: (anchor: string) => string,
): string {
  if (atom === undefined) return ''
  if (atom.type === 'end') return '¶'
  if (atom.type === 'picture') return '[picture]'
  if (atom.type !== 'call') return atom.text
  const note = atom.note ?? ''
  return note.startsWith('new:') ? '[new note]' : `[note ${numberOf(note)}]`
}

/** "word" in plain letters, then "word (strong)"; of a paragraph's end its kinds. */
function formatting(
  steps: readonly Step[],
  text: string,
): { readonly before: string; readonly after: string } {
  const [step] = steps
  const { edited, base } = step ?? {}
  if (edited?.type === 'end' && edited.kind !== undefined && base !== undefined)
    return { before: baseKind(base.block), after: kindName(edited.kind) }
  const was =
    edited?.was === undefined
      ? base === undefined
        ? ''
        : marksOf(base)
      : [...edited.was.look.marks, ...edited.was.look.others].join(', ')
  const is = [...(edited?.look.marks ?? []), ...(edited?.look.others ?? [])].join(', ')
  const said = (marks: string, link = ''): string =>
    `${text} (${[marks, link].filter((each) => each !== '').join(', ') || 'plain'})`
  const [from, to] = [base === undefined ? '' : linkOf(base), edited?.link ?? '']
  return isSameAddress(from, to)
    ? { before: said(was), after: said(is) }
    : { before: said(was, from), after: said(is, to) }
}

/** What one hand took out and put in at one place is one change. */
function replacement(a: Change, b: Change): Change | undefined {
  const isPair =
    (a.type === 'deletion' && b.type === 'insertion') ||
    (a.type === 'insertion' && b.type === 'deletion')
  const isOne =
    a.author === b.author &&
    a.isRejected === b.isRejected &&
    Math.abs(a.offset - b.offset) <= a.before.length + b.before.length + 1
  if (!isPair || !isOne) return undefined
  return { ...a, type: 'replacement', before: a.before + b.before, after: a.after + b.after }
}
