import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Diagnostic, Position } from '../../diagnostic/diagnostic.ts'
import { fits } from '../../unit/length.ts'
import type { LineMark, PictureMark } from '../galley/galley.ts'
import type { Page } from './page.ts'

type Sheet = Pick<Page, 'width' | 'height' | 'items' | 'folio'>

/**
 * What is set beyond the edges of a page, where no printer prints it and no reader sees it: one finding
 * a place in the source. `otherwise` is the place of what has none of its own.
 */
export function offPage(page: Sheet, file: string, otherwise: Position): readonly Diagnostic[] {
  const findings = new Map<string, Diagnostic>()
  for (const item of page.items) {
    if (item.type !== 'line' && item.type !== 'picture') continue
    if (isOnSheet(item, page)) continue
    const position = item.type === 'line' ? item.line.position : otherwise
    const place = `${position.start.offset}`
    if (findings.has(place)) continue
    const what = item.type === 'line' ? `\`${shortened(item.line.text)}\`` : 'a picture'
    findings.set(
      place,
      diagnose('off-page', {
        file,
        position,
        message: `${what} runs off page ${page.folio}, and its reader would not see all of it`,
        help: 'let it break, make it smaller, or put it in other words',
      }),
    )
  }
  return [...findings.values()]
}

/** Within the page's edges; an overhang of marks is less than a margin, and is not looked at. */
function isOnSheet(item: LineMark | PictureMark, { width, height }: Sheet): boolean {
  const [along, across] =
    item.type === 'line' ? [item.line.width, 0] : ([item.width, item.height] as const)
  const box =
    item.isTurned === true
      ? { left: item.x, right: item.x + across, top: item.y - along, bottom: item.y }
      : { left: item.x, right: item.x + along, top: item.y, bottom: item.y + across }
  return fits(0, box.left) && fits(0, box.top) && fits(box.right, width) && fits(box.bottom, height)
}

const LONGEST = 40

const shortened = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
