import type { Index } from './cff.ts'

/** Which subroutines of an INDEX are called. */
export interface Subroutines {
  readonly index: Index
  readonly used: Set<number>
}

/** What is added to the number of a call (Adobe Technical Note 5177, *The Type 2 Charstring Format*, 4.7). */
const biasOf = (count: number): number => (count < 1240 ? 107 : count < 33900 ? 1131 : 32768)

/** Operators of 5177 that are not mere drawing. */
const HSTEM = 1
const VSTEM = 3
const CALLSUBR = 10
const RETURN = 11
const ESCAPE = 12
const ENDCHAR = 14
const HSTEMHM = 18
const HINTMASK = 19
const CNTRMASK = 20
const VSTEMHM = 23
const SHORTINT = 28
const CALLGSUBR = 29
/** The first of the four kinds of flex, the only operators after an escape that are not arithmetic. */
const HFLEX = 34

/** Calls within calls go ten deep (5177, appendix B). */
const DEEPEST = 10

/**
 * Marks the subroutines that a glyph calls. Numbers are pushed and hints counted as by the machine
 * that draws, since the length of a hint mask follows from them; nothing is drawn.
 */
export function markCalls(charstring: Uint8Array, local: Subroutines, global: Subroutines): void {
  /** Numbers on the stack, and the one on top: the number of a subroutine to call. */
  let height = 0
  let top = 0
  let hints = 0

  const call = (to: Subroutines, deep: number): boolean => {
    const number = top + biasOf(to.index.count)
    height--
    if (number < 0 || number >= to.index.count || deep >= DEEPEST) return false
    to.used.add(number)
    return run(to.index.get(number), deep + 1)
  }

  /** True where the glyph has ended. */
  const run = (bytes: Uint8Array, deep: number): boolean => {
    let at = 0
    while (at < bytes.length) {
      const code = bytes[at++]!
      if (code >= 32 || code === SHORTINT) {
        height++
        if (code === SHORTINT) {
          top = ((bytes[at]! << 24) >> 16) | bytes[at + 1]!
          at += 2
        } else if (code <= 246) top = code - 139
        else if (code <= 250) top = (code - 247) * 256 + bytes[at++]! + 108
        else if (code <= 254) top = (251 - code) * 256 - bytes[at++]! - 108
        else {
          top = ((bytes[at]! << 24) >> 16) | bytes[at + 1]!
          at += 4
        }
        continue
      }
      switch (code) {
        case CALLSUBR:
          if (call(local, deep)) return true
          continue
        case CALLGSUBR:
          if (call(global, deep)) return true
          continue
        case RETURN:
          return false
        case ENDCHAR:
          return true
        case HSTEM:
        case VSTEM:
        case HSTEMHM:
        case VSTEMHM:
          hints += height >> 1
          break
        case HINTMASK:
        case CNTRMASK:
          // Numbers before the first mask are stems whose operator is left out.
          hints += height >> 1
          at += (hints + 7) >> 3
          break
        case ESCAPE:
          if (bytes[at++]! < HFLEX) {
            // Arithmetic: the number of a call may be reckoned. All are kept, rather than one missed.
            markAll(local)
            markAll(global)
            return true
          }
          break
      }
      height = 0
    }
    return false
  }
  run(charstring, 0)
}

function markAll({ index, used }: Subroutines): void {
  for (let number = 0; number < index.count; number++) used.add(number)
}
