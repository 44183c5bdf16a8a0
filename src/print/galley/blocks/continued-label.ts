import type { Table } from '../../../model/nodes.ts'
import { pt } from '../../../unit/length.ts'
import type { Style } from '../../../template/template.ts'
import type { ParagraphRun } from '../../line/paragraph.ts'
import type { Composer, Place } from '../composer.ts'
import { drawLine } from '../draw-line.ts'
import type { PictureMark } from '../galley.ts'
import { breakParagraph, ownerOf } from '../set-paragraph.ts'
import { faceKey, featuresOf } from '../style.ts'

/**
 * "Table 3 (continued)", for the head of a page on which a table goes on; none where it has no
 * number. Drawn, since the text of the book has it not.
 */
export function continuedLabel(
  composer: Composer,
  node: Table,
  place: Place,
): PictureMark | undefined {
  if (node.number === undefined) return undefined
  const { words, template } = composer
  const style: Style = { ...template.styles.caption, align: 'start', hyphenate: false }
  const run = (text: string, cut: Style['cut']): ParagraphRun => ({
    text,
    face: faceKey(template, style, cut),
    size: style.size,
    color: style.color,
    features: featuresOf(style),
    meaning: { type: 'text' },
    position: node.position,
  })
  const [line] = breakParagraph(
    composer,
    [run(`${words.table}\u00A0${node.number}`, 'bold'), run(` (${words.continued})`, style.cut)],
    place,
    { style, part: 'ornament', indent: pt(0), position: node.position },
  )
  if (line === undefined) return undefined
  const owner = ownerOf(composer, place, 'ornament')
  return drawLine(line, place.left, style.leading, style.size, style.color, owner)
}
