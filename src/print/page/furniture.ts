import type { StyleName } from '../../template/template.ts'
import { pt } from '../../unit/length.ts'
import type { LineMark, OwnerPart } from '../galley/galley.ts'
import type { Page } from './page.ts'
import { leftOf } from './place.ts'
import { setOneLine, type TextSetter } from './set-text.ts'

/** What running heads are filled with. */
export interface HeadSlots {
  readonly title: string
  readonly 'short-title': string
  readonly chapter: string
}

/** What stands outside the text of a page. */
export interface Furniture {
  /** `head`: over the text, at the fore-edge; `foot`: under it, in the middle; `none`: not printed. */
  readonly folio: 'head' | 'foot' | 'none'
  readonly slots?: HeadSlots
  /** "Draft": at the foot of every page of an edition that is not final, at the fore-edge. */
  readonly stamp?: string
}

/** White between running head and folio, at the least. */
const GAP = pt(18)

/** Adds running head, folio and stamp to a page. */
export function furnish(page: Page, { folio, slots, stamp }: Furniture, setter: TextSetter): Page {
  const { template } = setter
  const measure = pt(template.page.width - template.page.inner - template.page.outer)
  const left = leftOf(template, page.side)
  const { headBaseline, footBaseline } = template.page
  const isRecto = page.side === 'recto'
  const furniture: LineMark[] = []
  const add = (
    text: string,
    style: StyleName,
    part: OwnerPart,
    at: 'left' | 'middle' | 'right',
    y: number,
    room: number = measure,
  ): number => {
    const line = setOneLine(setter, text, style, pt(room))
    if (line === undefined || text === '') return 0
    const share = at === 'left' ? 0 : at === 'middle' ? 0.5 : 1
    const x = left + (measure - line.width) * share
    furniture.push({ type: 'line', x: pt(x), y: pt(y), line, owner: { path: [], part } })
    return line.width
  }
  const folioWidth =
    folio === 'head'
      ? add(page.folio, 'folio', 'folio', isRecto ? 'right' : 'left', headBaseline)
      : folio === 'foot'
        ? add(page.folio, 'folio', 'folio', 'middle', footBaseline)
        : 0
  if (stamp !== undefined) {
    add(stamp, 'runningHead', 'runningHead', isRecto ? 'right' : 'left', footBaseline)
  }
  if (folio === 'head' && slots !== undefined) {
    const text = fillSlots(template.runningHeads[page.side], slots)
    const room = measure - folioWidth - GAP
    add(text, 'runningHead', 'runningHead', isRecto ? 'left' : 'right', headBaseline, room)
  }
  // From left to right: readers that copy a page put no space where a line goes back.
  return { ...page, items: [...page.items, ...furniture.sort((a, b) => a.x - b.x)] }
}

const fillSlots = (text: string, slots: HeadSlots): string =>
  text.replace(/\{(title|short-title|chapter)\}/gu, (_, name: keyof HeadSlots) => slots[name])
