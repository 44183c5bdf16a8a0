import { tableStart } from '../../template/sfnt.ts'

/** How a renderer that reads the file itself is asked for a face. */
export interface FaceName {
  readonly family: string
  /** 100 to 900. */
  readonly weight: number
  readonly isItalic: boolean
}

/** `name`, 16: the family that holds more than four faces; 1: the family of four. */
const TYPOGRAPHIC = 16
const FAMILY = 1
const WINDOWS = 3

/** Family, weight and slope as the font file says them (OpenType 1.9: `name`, `OS/2`); undefined where it cannot be read. */
export function faceName(face: Uint8Array): FaceName | undefined {
  const view = new DataView(face.buffer, face.byteOffset, face.byteLength)
  const [name, os2] = [tableStart(view, 'name'), tableStart(view, 'OS/2')]
  if (name === undefined || os2 === undefined) return undefined
  const family = nameOf(view, name, TYPOGRAPHIC) ?? nameOf(view, name, FAMILY)
  if (family === undefined) return undefined
  return {
    family,
    weight: view.getUint16(os2 + 4),
    isItalic: (view.getUint16(os2 + 62) & 1) === 1,
  }
}

/** The first name of that kind for Windows, which is UTF-16. */
function nameOf(view: DataView, table: number, id: number): string | undefined {
  const [count, strings] = [view.getUint16(table + 2), table + view.getUint16(table + 4)]
  for (let index = 0; index < count; index += 1) {
    const record = table + 6 + 12 * index
    if (view.getUint16(record) !== WINDOWS || view.getUint16(record + 6) !== id) continue
    const [length, offset] = [view.getUint16(record + 8), view.getUint16(record + 10)]
    const units = Array.from({ length: length / 2 }, (_, at) =>
      view.getUint16(strings + offset + 2 * at),
    )
    return String.fromCharCode(...units)
  }
  return undefined
}
