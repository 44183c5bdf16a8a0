import { diffArrays } from 'diff'
import type { Element } from 'xast'
import { textElement, type Atom, type Atoms } from './atoms.ts'
import type { Weaver } from './weaver.ts'
import { childOf, childrenOf, element, rebuilt, textOf, withChildren, xmlOf } from './tree.ts'

type Manner = 'same' | 'inserted' | 'deleted'

interface Step {
  readonly manner: Manner
  readonly atom: Atom
  /** Its like in the old file. */
  readonly old?: Atom
}

/** The inlines of two forms of a paragraph as one: what both have, and around it what was taken out and put in. */
export function weaveInlines(old: Atoms, now: Atoms, weaver: Weaver): readonly Element[] {
  const steps: Step[] = []
  let [i, j] = [0, 0]
  const keys = ({ atoms }: Atoms): string[] => atoms.map(({ key }) => key)
  for (const { added, removed, count } of diffArrays(keys(old), keys(now)))
    for (let k = 0; k < count; k++) {
      if (removed) steps.push({ manner: 'deleted', atom: old.atoms[i++]! })
      else if (added) steps.push({ manner: 'inserted', atom: now.atoms[j++]! })
      else steps.push({ manner: 'same', atom: now.atoms[j++]!, old: old.atoms[i++]! })
    }
  return emit(wholeWords(steps), weaver, [...weaver.oldMarks(old.rest), ...now.rest])
}

/** White alone that stayed between words that did not: a change of two words reads as one. */
function wholeWords(steps: readonly Step[]): readonly Step[] {
  const isChanged = (step: Step | undefined): boolean =>
    step !== undefined && step.manner !== 'same'
  const settled = steps.flatMap((step, index): readonly Step[] => {
    const isWhite = step.manner === 'same' && /^\s+$/u.test(step.atom.nodes.map(textOf).join(''))
    if (!isWhite || step.old === undefined) return [step]
    if (!isChanged(steps[index - 1]) || !isChanged(steps[index + 1])) return [step]
    return [
      { manner: 'deleted', atom: step.old },
      { manner: 'inserted', atom: step.atom },
    ]
  })
  // Of each change what was, then what is.
  const ordered: Step[] = []
  let change: Step[] = []
  const close = (): void => {
    for (const manner of ['deleted', 'inserted'] as const)
      ordered.push(...change.filter((each) => each.manner === manner))
    change = []
  }
  for (const step of settled) {
    if (step.manner === 'same') {
      close()
      ordered.push(step)
    } else change.push(step)
  }
  close()
  return ordered
}

function emit(
  steps: readonly Step[],
  weaver: Weaver,
  rest: readonly Element[],
): readonly Element[] {
  const out: Element[] = []
  let runs: Element[] = []
  let at: { readonly manner: Manner; readonly link: Element | undefined } | undefined
  const close = (): void => {
    if (at !== undefined && runs.length > 0) {
      const joined = joinedRuns(runs)
      const marked =
        at.manner === 'same'
          ? joined
          : [
              at.manner === 'inserted'
                ? weaver.revisions.inserted(joined)
                : weaver.revisions.deleted(joined),
            ]
      out.push(...(at.link === undefined ? marked : [withChildren(at.link, marked)]))
    }
    runs = []
  }
  for (const { manner, atom, old } of steps) {
    const marks =
      manner === 'deleted'
        ? weaver.oldMarks(atom.marks)
        : [...weaver.oldMarks(old?.marks ?? []), ...atom.marks]
    const link =
      atom.link === undefined || manner !== 'deleted' ? atom.link : weaver.adopted(atom.link)
    const isGoingOn =
      at?.manner === manner &&
      marks.length === 0 &&
      (at.link === undefined ? '' : xmlOf(at.link)) === (link === undefined ? '' : xmlOf(link))
    if (!isGoingOn) {
      close()
      out.push(...marks)
      at = { manner, link }
    }
    if (atom.note !== undefined) weaver.noteCalled(manner, atom.note, old?.note)
    runs.push(
      ...(manner === 'deleted' ? atom.nodes.map((run) => asDeleted(run, weaver)) : atom.nodes),
    )
  }
  close()
  return [...out, ...rest]
}

/** A run in a deletion: its text is `w:delText` (ECMA-376 part 1, 17.3.3.7), its notes have new ids. */
const asDeleted = (run: Element, weaver: Weaver): Element =>
  rebuilt(weaver.adopted(run), (each) => {
    if (each.name === 'w:t') return { ...each, name: 'w:delText' }
    if (each.name === 'w:instrText') return { ...each, name: 'w:delInstrText' }
    return each
  })

/** Words of one look in one run again. */
function joinedRuns(runs: readonly Element[]): readonly Element[] {
  const joined: Element[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    const [text, before] = [onlyText(run), last && onlyText(last)]
    if (
      last !== undefined &&
      text !== undefined &&
      before?.name === text.name &&
      isOneLook(last, run)
    )
      joined[joined.length - 1] = withChildren(last, [
        ...childrenOf(last, 'w:rPr'),
        textElement(text.name === 'w:t' ? 'w:t' : 'w:delText', textOf(before) + textOf(text)),
      ])
    else joined.push(run)
  }
  return joined
}

function onlyText(run: Element): Element | undefined {
  const [text, ...others] = childrenOf(run).filter(({ name }) => name !== 'w:rPr')
  const isText = text?.name === 'w:t' || text?.name === 'w:delText'
  return isText && others.length === 0 ? text : undefined
}

const isOneLook = (a: Element, b: Element): boolean => {
  const look = (run: Element): string => xmlOf(childOf(run, 'w:rPr') ?? element('w:rPr', {}))
  return look(a) === look(b)
}
