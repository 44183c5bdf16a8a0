import type { WrittenProse } from '../../model/written.ts'
import type { Ground } from '../ground.ts'

/** Words that hold English sentences together, and that its neighbours do not write. */
const joining =
  /(?<![a-z\u00c0-\u024f\u0400-\u04ff0-9])(?:the|of|and|to|is|that|for|with|by|was|are|from|this|which|has|have|been|were|not|on|at|it|its|their|as|be|or)(?![a-z\u00c0-\u024f\u0400-\u04ff0-9])/gi

const known = new WeakMap<
  Ground,
  { readonly chapter: boolean; readonly blocks: Map<WrittenProse, boolean> }
>()

/**
 * Whether a block is English: its chapter says so or says nothing, and its words do not speak against
 * it. A chapter without a language counts as English, and may still be a French one.
 */
export function isEnglish(ground: Ground, block: WrittenProse): boolean {
  let verdicts = known.get(ground)
  if (verdicts === undefined) {
    const { language } = ground.chapter
    verdicts = {
      chapter: /^en(?:-|$)/i.test(language) && readsEnglish(ground.masked.slice(0, 20_000)),
      blocks: new Map(),
    }
    known.set(ground, verdicts)
  }
  if (!verdicts.chapter) return false
  const before = verdicts.blocks.get(block)
  if (before !== undefined) return before
  const { start, end } = block.position
  const verdict = readsEnglish(
    ground.masked.slice(start.offset, Math.min(end.offset, start.offset + 2000)),
  )
  verdicts.blocks.set(block, verdict)
  return verdict
}

/** Of running English more than a fifth are such words; of a few words nothing can be told. */
function readsEnglish(text: string): boolean {
  const words = text.match(/\p{L}+/gu)?.length ?? 0
  return words < 12 || (text.match(joining)?.length ?? 0) * 12 >= words
}
