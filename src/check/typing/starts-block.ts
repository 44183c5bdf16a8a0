/** A blank line, the start of the text or a definition stands above. */
export function startsBlock(text: string, at: number): boolean {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1
  if (lineStart === 0) return true
  const above = text
    .slice(text.lastIndexOf('\n', lineStart - 2) + 1, lineStart - 1)
    .replaceAll('>', ' ')
  return above.trim() === '' || /^\s{0,3}\[\^[^\s\]]+\]/.test(above)
}
