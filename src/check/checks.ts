import { evidence } from './evidence/evidence.ts'
import { footnotes } from './footnotes/footnotes.ts'
import { manners } from './manners/manners.ts'
import type { Check } from './rule.ts'
import { structure } from './structure/structure.ts'
import { text } from './text/text.ts'

/** The rules that read a chapter as though damage in typing were mended (`typing/` has those of damage). */
export const checks: readonly Check[] = [
  ...footnotes,
  ...structure,
  ...manners,
  ...evidence,
  ...text,
]
