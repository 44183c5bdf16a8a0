/** Mappings that one operator may hold (ISO 32000-1, 9.10.3, after Adobe Technical Note 5014). */
const MOST = 100

/** A ToUnicode CMap (9.10.3): the text of each CID, from 0 on, as it is copied. */
export function toUnicode(texts: readonly string[]): Uint8Array {
  const blocks: string[] = []
  for (let start = 0; start < texts.length; start += MOST) {
    const lines = texts
      .slice(start, start + MOST)
      .map((text, index) => `<${hex(start + index)}> <${utf16(text)}>`)
    blocks.push(`${lines.length} beginbfchar\n${lines.join('\n')}\nendbfchar`)
  }
  return Buffer.from(`/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`)
}

const hex = (value: number): string => value.toString(16).padStart(4, '0')

function utf16(text: string): string {
  let written = ''
  for (let at = 0; at < text.length; at++) written += hex(text.charCodeAt(at))
  return written
}
