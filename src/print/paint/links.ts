import type { Line, LineRun, Meaning } from '../line/line.ts'
import type { Placed } from '../page/page.ts'
import type { PdfDocument } from './pdfkit-private.ts'

/** Height of a link over and under the baseline, in ems: ascender and descender. */
const OVER = 0.78
const UNDER = 0.24

/** Makes the links of a line live. A link that has no destination in the document leads nowhere and is left out. */
export function linkLine(
  document: PdfDocument,
  { line, x, y }: Placed & { type: 'line' },
  destinations: ReadonlySet<string>,
): void {
  // Most lines have none.
  if (line.runs.every((run) => run.meaning.type === 'text')) return
  for (const { meaning, start, end, size } of stretches(line)) {
    const box = [x + start, y - OVER * size, end - start, (OVER + UNDER) * size] as const
    const target = targetOf(meaning)
    if (target === undefined) continue
    if (target.type === 'url') document.link(...box, target.url)
    else if (destinations.has(target.name)) {
      // A name as `Dest` (ISO 32000-1, 12.5.6.5): one object less than an action.
      document.annotate(...box, { Subtype: 'Link', Dest: target.name } as never)
    }
  }
}

type Target =
  { readonly type: 'url'; readonly url: string } | { readonly type: 'name'; readonly name: string }

function targetOf(meaning: Meaning): Target | undefined {
  switch (meaning.type) {
    case 'text':
      return undefined
    case 'link':
      return { type: 'url', url: meaning.url }
    case 'reference':
      return { type: 'name', name: meaning.anchor }
    case 'footnoteMark':
      return { type: 'name', name: meaning.note }
    case 'noteNumber':
      return { type: 'name', name: meaning.reference }
  }
}

interface Stretch {
  readonly meaning: Meaning
  readonly start: number
  readonly end: number
  readonly size: number
}

/** Neighbouring runs of one meaning are one link, though they differ in face. */
function stretches(line: Line): readonly Stretch[] {
  const found: Stretch[] = []
  for (const run of line.runs) {
    const end = run.x + run.glyphs.reduce((sum, glyph) => sum + glyph.advance, 0)
    const last = found.at(-1)
    if (last !== undefined && isSame(last.meaning, run.meaning)) {
      found[found.length - 1] = { ...last, end, size: Math.max(last.size, run.size) }
    } else found.push({ meaning: run.meaning, start: run.x, end, size: run.size })
  }
  return found
}

const isSame = (a: Meaning, b: Meaning): boolean => {
  if (a === b) return true
  const [first, second] = [targetOf(a), targetOf(b)]
  if (first === undefined || second === undefined) return first === second && a.type === b.type
  return a.type === b.type && JSON.stringify(first) === JSON.stringify(second)
}

/** Names by which footnote marks are found: notes lead back to them. */
export const marksOf = (line: Line): readonly (readonly [string, LineRun])[] =>
  line.runs.flatMap((run) =>
    run.meaning.type === 'footnoteMark' ? [[run.meaning.anchor, run] as const] : [],
  )
