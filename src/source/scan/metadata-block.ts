import { isBlank } from './cursor.ts'

/**
 * The YAML block at the head of a chapter: from a first line `---` to the next line `---`. Absence
 * means that there is none. Without a close it runs to the end of the file.
 */
export function metadataEnd(
  text: string,
  lineStarts: readonly number[],
): { readonly end: number; readonly closed: boolean } | undefined {
  if (!/^---[ \t]*(?:\n|$)/.test(text)) return undefined
  for (const [index, start] of lineStarts.entries()) {
    if (index === 0 || !text.startsWith('---', start)) continue
    const next = lineStarts[index + 1]
    const end = next === undefined ? text.length : next - 1
    if (isBlank(text.slice(start + 3, end))) return { end, closed: true }
  }
  return { end: text.length, closed: false }
}
