/** What a paragraph begins with, where it is an item of a list or a quotation. */
export interface Marker {
  readonly type: 'bullet' | 'ordered' | 'quote'
  /** As printed: `•`, `3.`, `>`. */
  readonly text: string
  /** Of an ordered item. */
  readonly number?: number
}

const BULLET = /^([-*•‣▪◦·●■–—])(?:\s+(?=\S)|$)/u
const ORDERED = /^((\d{1,3})[.)])\s+(?=\S)/

/** The marker of a line and what comes after it; none for plain text. */
export function readMarker(text: string): { marker: Marker; rest: string } | undefined {
  const bullet = BULLET.exec(text)
  if (bullet?.[1] !== undefined) {
    return { marker: { type: 'bullet', text: bullet[1] }, rest: text.slice(bullet[0].length) }
  }
  const ordered = ORDERED.exec(text)
  if (ordered?.[1] !== undefined) {
    const marker: Marker = { type: 'ordered', text: ordered[1], number: Number(ordered[2]) }
    return { marker, rest: text.slice(ordered[0].length) }
  }
  if (/^>\s/.test(text)) return { marker: { type: 'quote', text: '>' }, rest: text.slice(2) }
  return undefined
}

export const hasBullet = (text: string): boolean => readMarker(text)?.marker.type === 'bullet'

/** Bullets that no running text begins a line with. */
export const isPlainBullet = (marker: Marker): boolean =>
  marker.type === 'bullet' && /[•‣▪◦●■]/u.test(marker.text)
