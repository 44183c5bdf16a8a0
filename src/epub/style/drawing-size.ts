import type { Template } from '../../template/template.ts'
import { decimal } from './rule.ts'

/*
 * Print scales a drawing to the measure and to the height of the page. Counted in the size of the text,
 * it is no larger here, so that its letters do not outgrow the text on a wide screen.
 */

/** Lines of a page that a picture leaves to its caption and to the white around it. */
const LINES_BESIDE = 6
/** Share of the screen's height that a picture may take. */
export const SCREEN = 95

/** Widest drawing, in em of the text. */
export const widestDrawing = ({ page, styles: { body } }: Template): number =>
  (page.width - page.inner - page.outer) / body.size

/** CSS width of a drawing that is taller than wide; absence means the measure. `shape` is its width over its height. */
export function drawingWidth(template: Template, shape: number): string | undefined {
  if (!(shape > 0 && shape < 1)) return undefined
  const { page, styles } = template
  const column = ((page.lines - LINES_BESIDE) * styles.body.leading) / styles.body.size
  const widest = Math.min(widestDrawing(template), column * shape)
  return `min(100%, ${decimal(widest)}em, ${decimal(SCREEN * shape)}vh)`
}
