import { readLines } from './lines.ts'
import type { Remark } from './report.ts'

// The limits of a chapter: 2 MiB and 5,000 notes; more raised numbers than four a note are a table's.
const MOST_BYTES = 2 * 1024 * 1024
const MOST_RAISED = 20_000

/** Why a text cannot be imported; nothing where it can. */
export function refusalOf(text: string): Remark | undefined {
  const refuse = (message: string, at?: number): Remark => ({
    rule: 'import-unreadable',
    lines:
      at === undefined
        ? []
        : readLines(text)
            .filter((line) => line.offset <= at)
            .slice(-1),
    message,
  })
  if (new TextEncoder().encode(text).length > MOST_BYTES) {
    return refuse('the text is larger than a chapter may be, 2 MiB')
  }
  if (!/[\p{L}\p{N}]/u.test(text)) return refuse('the text is empty')
  // NUL and noncharacters (Unicode 23.7) stand in no text; the import marks calls with some of them.
  const strange = /[\0\uFDD0-\uFDEF\uFFFE\uFFFF]/.exec(text)
  if (strange !== null) {
    const code = strange[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
    return refuse(
      `the text holds U+${code}, so it is not text or is in another encoding`,
      strange.index,
    )
  }
  if ([...text.matchAll(/[⁰¹²³⁴-⁹]+/g)].length > MOST_RAISED) {
    return refuse(`the text holds more than ${MOST_RAISED} raised numbers`)
  }
  return undefined
}
