import type { ElementContent } from 'hast'
import { h } from 'hastscript'

/*
 * Where a line may end in an address (*Chicago Manual of Style*, 17th ed., 14.18): after `://`, a slash
 * or a colon; before a tilde, full stop, comma, hyphen, underline, question mark, number or per cent
 * sign; on either side of an equals sign or ampersand. Browsers break elsewhere, after a hyphen above
 * all, which a reader would take for one that was added: what they would part is held together.
 */

/** So few characters from an end, a break leaves a stump. */
const END = 3
/** Browsers break after these (UAX #14: HY, BA, EX). */
const parting = /[-?!|\u2010\u2013]/u
/** A piece of more characters may be wider than a line and must still give way. */
const LONG = 24

/** A stretch of an address with `wbr` at its good places, which are counted in the whole of it. */
export function brokenAddress(address: string, from: number, to: number): ElementContent[] {
  const places = new Set(breakPlaces(address))
  const ends = [...[...places].filter((at) => at > from && at < to), to]
  let start = from
  return ends.flatMap((end) => {
    const piece = heldTogether(address.slice(start, end))
    const content = places.has(start) ? [h('wbr'), ...piece] : piece
    start = end
    return content
  })
}

/** Index of the first character of each next line, ascending. */
export function breakPlaces(address: string): number[] {
  const scheme = address.indexOf('://')
  const first = scheme < 0 ? 0 : scheme + 3
  const places: number[] = []
  for (let at = first; at < address.length - END; at += 1) {
    const isNearStart = at - first <= END && !(scheme >= 0 && at === first)
    if (!isNearStart && isPlace(address, at)) places.push(at)
  }
  return places
}

function isPlace(address: string, at: number): boolean {
  const [before, after] = [address.charAt(at - 1), address.charAt(at)]
  if (/[-.,~_?#%\u2010]/u.test(before) || /[)\]>”»;!]/u.test(after)) return false
  // Inside `%2F`.
  if (address.charAt(at - 2) === '%' && /[0-9a-f]/iu.test(after)) return false
  if (/[/:]/u.test(before)) return after !== '/'
  return /[=&]/u.test(before) || /[-=&.,~_?#%@\u2010]/u.test(after)
}

function heldTogether(piece: string): ElementContent[] {
  if (!parting.test(piece)) return [{ type: 'text', value: piece }]
  // Of a long piece only as far as what follows the last such sign.
  const held = piece.length <= LONG ? piece : (/^.*[-?!|\u2010\u2013].?/su.exec(piece)?.[0] ?? '')
  if (held.length > LONG) return [{ type: 'text', value: piece }]
  const rest = piece.slice(held.length)
  return [
    h('span', { className: ['unbroken'] }, held),
    ...(rest === '' ? [] : [{ type: 'text' as const, value: rest }]),
  ]
}
