/** A line of page furniture taken apart. */
export interface Furniture {
  /** The running head without its folio; empty for a folio alone. */
  readonly head: string
  /** Absence means a head without a folio. */
  readonly folio?: number
  /** True where a bar, a wide space or a leading place sets the folio off, as nothing in running text would. */
  readonly setOff: boolean
}

const NUMBER = String.raw`(\d{1,4}|[ivxlc]{1,8}|[IVXLC]{1,8})`
const ALONE = new RegExp(
  String.raw`^[-–—|[(]?\s*(?:[Pp]age\s+|p\.\s*)?${NUMBER}(?:\s*(?:of|/)\s*\d{1,4})?\s*[-–—|\])]?$`,
)
const LEADING = new RegExp(String.raw`^${NUMBER}(\s*[|·•–—]\s*|\s+)(\S.*)$`)
const TRAILING = new RegExp(String.raw`^(.*?\S)(\s*[|·•–—]\s*(?:[Pp]age\s+)?|\s+)${NUMBER}$`)

/** Takes a line apart as if it were a running head; every line has such a reading. */
export function readFurniture(text: string): Furniture {
  const alone = toNumber(ALONE.exec(text)?.[1])
  if (alone !== undefined) return { head: '', folio: alone, setOff: true }
  const leading = LEADING.exec(text)
  const first = toNumber(leading?.[1])
  if (leading?.[3] !== undefined && first !== undefined) {
    return { head: leading[3], folio: first, setOff: isWide(leading[2]) }
  }
  const trailing = TRAILING.exec(text)
  const last = toNumber(trailing?.[3])
  if (trailing?.[1] !== undefined && last !== undefined) {
    return { head: trailing[1], folio: last, setOff: isWide(trailing[2]) }
  }
  return { head: text, setOff: false }
}

const isWide = (gap: string | undefined): boolean =>
  gap !== undefined && (gap.trim() !== '' || gap.length > 1)

/** The number that arabic or roman digits write; none for letters that are no roman numeral. */
function toNumber(digits: string | undefined): number | undefined {
  if (digits === undefined) return undefined
  if (/^\d/.test(digits)) return Number(digits)
  const lower = digits.toLowerCase()
  // Front matter of more than 399 pages has no roman folios; `mix` and `did` are words.
  if (!/^c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(lower)) return undefined
  const worth: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 }
  const values = [...lower].map((letter) => worth[letter] ?? 0)
  return values.reduce(
    (sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value),
    0,
  )
}
