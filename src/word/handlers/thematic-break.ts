import { paragraphOf } from '../paragraph.ts'
import type { WordBlock } from '../state.ts'

/** A paragraph without text whose style draws a rule (`w:pBdr`). */
export const thematicBreak = (): readonly WordBlock[] => [paragraphOf('HorizontalLine', [])]
