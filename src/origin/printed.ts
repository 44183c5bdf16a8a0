import type { OriginPiece } from './origin.ts'

const entity = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/iy
const punctuation = /[!-/:-@[-`{-~]/u
const blank = /[ \t\n\r\f]/u
/** What opens a line inside a quotation or an item, once its line end is read. */
const lineOpening = /[ \t>]/u

/** How a stretch of source is read: as text with escapes and character references (CommonMark 2.4, 2.5), or as code, which has none. */
export type Reading = 'text' | 'code'

/**
 * Finds a printed text in the source that prints it, from `from` on: characters that stand as they are
 * together, everything else (an escape, a reference, white space over a line end) a piece each. What
 * prints nothing is taken into the piece after it. Undefined where the text is not there to its end.
 */
export function piecesOf(
  source: string,
  from: number,
  to: number,
  value: string,
  reading: Reading = 'text',
): { readonly pieces: readonly OriginPiece[]; readonly end: number } | undefined {
  const pieces: OriginPiece[] = []
  let at = from
  let skipped: number | undefined
  const put = (end: number, text: string): void => {
    const start = skipped ?? at
    const last = pieces.at(-1)
    const plain = skipped === undefined && end - at === text.length && source.startsWith(text, at)
    if (plain && last !== undefined && last.text === undefined && last.end === start)
      pieces[pieces.length - 1] = { start: last.start, end }
    else pieces.push(plain ? { start, end } : { start, end, text })
    skipped = undefined
    at = end
  }
  /** What stands before the first character belongs to the block's own marks. */
  const skip = (): void => {
    if (pieces.length > 0) skipped ??= at
  }
  let next = 0
  while (next < value.length) {
    if (at >= to) return undefined
    const character = source.charAt(at)
    if (blank.test(character)) {
      const end = afterBlanks(source, at, to)
      if (value[next] !== ' ') {
        skip()
        at = end
        continue
      }
      put(end, ' ')
      next += 1
      continue
    }
    if (reading === 'text') {
      const after = source.charAt(at + 1)
      if (character === '\\' && after === value[next] && punctuation.test(after)) {
        put(at + 2, after)
        next += 1
        continue
      }
      entity.lastIndex = at
      const written = character === '&' ? entity.exec(source)?.[0] : undefined
      if (written !== undefined && !value.startsWith(written, next)) {
        const meant = String.fromCodePoint(value.codePointAt(next) ?? 0)
        put(at + written.length, meant)
        next += meant.length
        continue
      }
    }
    if (character === value[next]) {
      put(at + 1, character)
      next += 1
      continue
    }
    skip()
    at += 1
  }
  return { pieces, end: at }
}

/** After a run of white space; a line end takes with it what opens the next line. */
function afterBlanks(source: string, from: number, to: number): number {
  let at = from
  let opening = false
  while (
    at < to &&
    (blank.test(source.charAt(at)) || (opening && lineOpening.test(source.charAt(at))))
  ) {
    if (source.charAt(at) === '\n') opening = true
    at += 1
  }
  return at
}
