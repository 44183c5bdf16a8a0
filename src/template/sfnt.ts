/** Offset of a table by its tag, from the file's table directory: a header of 12 bytes, then 16 for each table (OpenType 1.9). */
export function tableStart(view: DataView, tag: string): number | undefined {
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
