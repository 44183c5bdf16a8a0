import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Chapter } from '../../model/book.ts'
import { groundOf } from '../ground.ts'
import type { Check } from '../rule.ts'

/** Embeddings, overrides and isolates (UAX #9, 2.1–2.5), as characters or as character references. */
const control =
  /[\u202A-\u202E\u2066-\u2069]|&#(?:x0{0,2}(?:202[a-e]|206[6-9])|0{0,2}(?:823[4-8]|829[4-7]));/gi

const names: Readonly<Record<number, string>> = {
  0x202a: 'left-to-right embedding',
  0x202b: 'right-to-left embedding',
  0x202c: 'end of an embedding',
  0x202d: 'left-to-right override',
  0x202e: 'right-to-left override',
  0x2066: 'left-to-right isolate',
  0x2067: 'right-to-left isolate',
  0x2068: 'isolate',
  0x2069: 'end of an isolate',
}
const endOfEmbedding = 0x202c
const endOfIsolate = 0x2069
const isIsolate = (code: number): boolean => code >= 0x2066

interface Control {
  readonly code: number
  readonly start: number
  readonly end: number
}

/**
 * Controls that open a direction and do not close it in their paragraph, or close what was not
 * opened: the text after them is shown in another order than it is written ("Trojan source"). Code,
 * addresses and metadata count by the line.
 */
export const unbalancedBidi: Check = (chapter) => {
  const { text, alphabet } = groundOf(chapter)
  if (!/[\u202A-\u202E\u2066-\u2069]/.test(alphabet) && !text.includes('&#')) return []
  if (text.search(control) === -1) return []
  return [...unitsOf(chapter).values()].flatMap((controls) =>
    unbalanced(controls).map(({ found, isOpening }) => finding(chapter, found, isOpening)),
  )
}

/** The controls of each paragraph and, outside of paragraphs, of each line. */
function unitsOf(chapter: Chapter): ReadonlyMap<string, readonly Control[]> {
  const { text, prose, scan } = chapter.written
  const { at } = groundOf(chapter)
  const blocks = prose.toSorted((a, b) => a.position.start.offset - b.position.start.offset)
  const units = new Map<string, Control[]>()
  let block = 0
  let region = 0
  for (const { 0: written, index } of text.matchAll(control)) {
    while ((blocks[block]?.position.end.offset ?? Infinity) <= index) block++
    while ((scan.regions[region]?.end ?? Infinity) <= index) region++
    const inBlock = (blocks[block]?.position.start.offset ?? Infinity) <= index
    // Code shows a character reference as it is written.
    if (written.length > 1 && (scan.regions[region]?.start ?? Infinity) <= index) continue
    const key = inBlock ? `block ${block}` : `line ${at(index, index).start.line}`
    const found = { code: codeOf(written), start: index, end: index + written.length }
    const unit = units.get(key)
    if (unit === undefined) units.set(key, [found])
    else unit.push(found)
  }
  return units
}

function codeOf(written: string): number {
  if (written.length === 1) return written.charCodeAt(0)
  const digits = written.slice(2, -1)
  return /^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number(digits)
}

/** BD9, X5–X7: the end of an isolate closes embeddings inside it too; the end of an embedding never leaves an isolate. */
function unbalanced(controls: readonly Control[]): { found: Control; isOpening: boolean }[] {
  const open: Control[] = []
  const strays: { found: Control; isOpening: boolean }[] = []
  for (const found of controls) {
    if (found.code === endOfEmbedding) {
      const last = open.at(-1)
      if (last !== undefined && !isIsolate(last.code)) open.pop()
      else strays.push({ found, isOpening: false })
    } else if (found.code === endOfIsolate) {
      const isolate = open.findLastIndex(({ code }) => isIsolate(code))
      if (isolate === -1) strays.push({ found, isOpening: false })
      else
        for (const inner of open.splice(isolate).slice(1))
          strays.push({ found: inner, isOpening: true })
    } else open.push(found)
  }
  return [...strays, ...open.map((found) => ({ found, isOpening: true }))]
}

function finding(chapter: Chapter, { code, start, end }: Control, isOpening: boolean): Diagnostic {
  const shown = `U+${code.toString(16).toUpperCase()} (${names[code] ?? ''})`
  const closer = isIsolate(code) ? 'U+2069' : 'U+202C'
  return diagnose('unbalanced-bidi', {
    file: chapter.file,
    position: groundOf(chapter).at(start, end),
    message: isOpening
      ? `the invisible ${shown} is not ended in its paragraph`
      : `the invisible ${shown} ends what was not begun in its paragraph`,
    help: isOpening ? `delete it, or end it with ${closer}` : 'delete it',
  })
}
