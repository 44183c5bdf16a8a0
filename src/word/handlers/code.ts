import type { Code } from '../../model/nodes.ts'
import { identified } from '../bookmark.ts'
import { element } from '../element.ts'
import { noMarks } from '../marks.ts'
import { paragraphOf } from '../paragraph.ts'
import { styleAt } from '../place.ts'
import { run, type RunContent } from '../run.ts'
import type { Place, State, WordBlock } from '../state.ts'

/** One paragraph in the style Code; its lines are parted by `w:br`, its tabs are `w:tab`. */
export function code(state: State, place: Place, node: Code): readonly WordBlock[] {
  const content = node.value
    .split(/([\n\t])/)
    .filter((part) => part !== '')
    .map((part): RunContent => {
      if (part === '\n') return element('w:br')
      return part === '\t' ? element('w:tab') : part
    })
  return [
    paragraphOf(
      styleAt(state, place, 'Code'),
      identified(state, { node }, [run(state, { place, marks: noMarks }, content)]),
    ),
  ]
}
