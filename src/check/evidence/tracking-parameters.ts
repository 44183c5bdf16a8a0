import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { diagnose } from '../../diagnostic/diagnose.ts'
import { groundOf } from '../ground.ts'
import type { Check } from '../rule.ts'
import { nameOf, partsOf } from './address-parts.ts'
import { addressesOf } from './addresses.ts'
import { isTracking } from './tracking.ts'

/** Parameters of campaigns and clicks in the query of an address. */
export const trackingParameters: Check = (chapter) => {
  const { at } = groundOf(chapter)
  return addressesOf(chapter).flatMap(({ written, start }): Diagnostic[] => {
    if (!written.includes('?')) return []
    const full = /^www\./i.test(written) ? `http://${written}` : written
    const { query } = partsOf(full) ?? {}
    if (query === undefined) return []
    const from = start + written.indexOf('?') + 1
    const pieces = piecesOf(query)
    const tracking = pieces.filter(({ text }) => isTracking(nameOf(text)))
    const [first] = tracking
    const last = tracking.at(-1)
    if (first === undefined || last === undefined) return []
    const kept = pieces.filter((piece) => !tracking.includes(piece) && piece.text !== '')
    const end = from + query.length
    const names = tracking.map(({ text }) => `\`${nameOf(text)}\``)
    return [
      diagnose('tracking-parameters', {
        file: chapter.file,
        position: at(from + first.start, from + last.start + last.text.length),
        message: `an address carries ${names.slice(0, 3).join(', ')}${names.length > 3 ? ' …' : ''}`,
        help: 'take that out of the address',
        fix: [
          {
            start: from - (kept.length === 0 ? 1 : 0),
            end,
            text: kept.map(({ text, mark }, index) => (index === 0 ? text : mark + text)).join(''),
          },
        ],
      }),
    ]
  })
}

/** The parameters of a query with their places and the mark before each. */
function piecesOf(query: string): { text: string; mark: string; start: number }[] {
  const pieces: { text: string; mark: string; start: number }[] = []
  let mark = ''
  let start = 0
  for (const { index, 0: next } of query.matchAll(/&(?:amp;)?/gu)) {
    pieces.push({ text: query.slice(start, index), mark, start })
    mark = next
    start = index + next.length
  }
  pieces.push({ text: query.slice(start), mark, start })
  return pieces
}
