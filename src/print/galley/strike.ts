import { pt } from '../../unit/length.ts'
import { widthOf } from '../line/set-words.ts'
import { STRUCK } from './inline.ts'
import type { LineMark, RuleMark } from './galley.ts'

/** Height over the baseline, in ems, and weight of the rule through struck text: half an x-height. */
const HEIGHT = 0.23
const WEIGHT = 0.05

/** The rules through struck text (node `delete`) of a line. */
export function strikes({ x, y, line, owner }: LineMark): readonly RuleMark[] {
  return line.runs
    .filter((run) => run.meaning === STRUCK)
    .map((run) => ({
      type: 'rule',
      x: pt(x + run.x),
      y: pt(y - HEIGHT * run.size),
      width: pt(widthOf(run)),
      weight: pt(WEIGHT * run.size),
      color: run.color,
      owner: { ...owner, part: 'ornament' },
    }))
}
