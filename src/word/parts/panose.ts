import { tableStart } from '../../template/sfnt.ts'

/** Bytes of PANOSE in the table OS/2, from its start (OpenType 1.9, OS/2). */
const PANOSE_START = 32
const PANOSE_LENGTH = 10

/** The ten PANOSE numbers of an OpenType file as `w:panose1` has them: twenty hexadecimal digits. Undefined where it has none. */
export function panoseOf(file: Uint8Array): string | undefined {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const table = tableStart(view, 'OS/2')
  if (table === undefined) return undefined
  const start = table + PANOSE_START
  if (start + PANOSE_LENGTH > file.byteLength) return undefined
  const numbers = [...file.subarray(start, start + PANOSE_LENGTH)]
  if (numbers.every((number) => number === 0)) return undefined
  return numbers.map((number) => number.toString(16).padStart(2, '0').toUpperCase()).join('')
}
