import type { Line, LineRun, Meaning } from '../line/line.ts'
import { goOn, linkOf, type LinkMeaning } from './link-target.ts'
import type { Words } from '../../template/template.ts'
import type { TagElement } from './tree.ts'

/** Runs of a line that stand in one element. */
export interface Stretch {
  readonly runs: readonly LineRun[]
  readonly element: TagElement
  /** Of a link: its element, which is `element` or holds it, and where it leads. */
  readonly link?: LinkMeaning & { readonly element: TagElement }
}

/** The elements that a block gives to what its lines hold. */
export interface Block {
  readonly element: TagElement
  /** Of a list item or note: the element of its marker or number. */
  readonly label?: TagElement
  /** BCP 47, of text that has no language of its own. */
  readonly language: string
  readonly words: Words
  /** The stretch that was last opened in it, so that a link over two lines is one. */
  last?: Opened
  /** True where the line that was last set in it ends in a hyphen that the breaker added. */
  hyphenated?: boolean
}

interface Opened {
  readonly meaning: Meaning
  readonly language: string
  readonly stretch: Stretch
}

/**
 * Parts a line into stretches. Elements for links and for text in another language are added when
 * their turn comes, so that what stands before them in the line is already in its place.
 */
export function* tagLine(
  line: Line,
  block: Block,
  destinations: ReadonlySet<string>,
): Generator<Stretch> {
  const { runs } = line
  for (let from = 0; from < runs.length;) {
    const first = runs[from]
    if (first === undefined) break
    let to = from + 1
    while (to < runs.length && isAlike(first, runs[to], block)) to++
    yield open(runs.slice(from, to), first, block, destinations)
    block.hyphenated = to === runs.length && line.hyphenated
    from = to
  }
}

/** True where a run belongs with the one before: text of one language, or one link. */
function isAlike(a: LineRun, b: LineRun | undefined, block: Block): boolean {
  if (b === undefined || languageOf(a, block) !== languageOf(b, block)) return false
  return isSame(a.meaning, b.meaning)
}

const isSame = (a: Meaning, b: Meaning): boolean =>
  a === b || (a.type === b.type && (a.type === 'text' || a.type === 'marker')) || isSamePlace(a, b)

/** A page number that was filled in leads where the word before it leads. */
const isSamePlace = (a: Meaning, b: Meaning): boolean =>
  a.type === 'reference' && b.type === 'reference' && a.anchor === b.anchor

const languageOf = (run: LineRun, block: Block): string => run.language ?? block.language

function open(
  runs: readonly LineRun[],
  first: LineRun,
  block: Block,
  destinations: ReadonlySet<string>,
): Stretch {
  const { meaning } = first
  const language = languageOf(first, block)
  const { last } = block
  if (last !== undefined && last.language === language && isSame(last.meaning, meaning)) {
    if (last.stretch.link !== undefined)
      goOn(last.stretch.link.spoken, runs, block.hyphenated === true)
    return { ...last.stretch, runs }
  }
  const stretch = begin(runs, meaning, language, block, destinations)
  block.last = { meaning, language, stretch }
  return stretch
}

function begin(
  runs: readonly LineRun[],
  meaning: Meaning,
  language: string,
  block: Block,
  destinations: ReadonlySet<string>,
): Stretch {
  const around = holderOf(meaning, block)
  const link = linkOf(meaning, runs, block.words, destinations)
  if (link === undefined) return { runs, element: spoken(around, language, block) }
  const element: TagElement = { type: 'Link', kids: [] }
  around.kids.push(element)
  return { runs, element: spoken(element, language, block), link: { ...link, element } }
}

/** What holds a stretch: a call is a reference (14.8.4.4.1), a marker or number the label of its item. */
function holderOf(meaning: Meaning, { element, label }: Block): TagElement {
  if (meaning.type === 'marker' || meaning.type === 'noteNumber') return label ?? element
  if (meaning.type !== 'footnoteMark') return element
  const reference: TagElement = { type: 'Reference', kids: [] }
  element.kids.push(reference)
  return reference
}

/** Where text in another language is said to be so (WCAG 3.1.2). */
function spoken(element: TagElement, language: string, block: Block): TagElement {
  if (language === block.language) return element
  const span: TagElement = { type: 'Span', language, kids: [] }
  element.kids.push(span)
  return span
}
