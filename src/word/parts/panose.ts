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

/** Offset of a table by its tag, from the file's table directory: a header of 12 bytes, then 16 for each table. */
function tableStart(view: DataView, tag: string): number | undefined {
  if (view.byteLength < 12) return undefined
  const count = view.getUint16(4)
  for (let index = 0; index < count; index += 1) {
    const entry = 12 + index * 16
    if (entry + 16 > view.byteLength) return undefined
    const name = String.fromCharCode(...[0, 1, 2, 3].map((at) => view.getUint8(entry + at)))
    if (name === tag) return view.getUint32(entry + 8)
  }
  return undefined
}
