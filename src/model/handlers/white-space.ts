import type { Inline } from '../nodes.ts'

/** Runs of blanks, tabs and line ends are one space (CommonMark 6.8, soft line breaks); a no-break space stays. */
export const collapse = (text: string): string => text.replace(/[ \t\n\r\f]+/gu, ' ')

/** Without blanks at the start and end of a paragraph, cell or caption. */
export function trimInlines(inlines: readonly Inline[]): Inline[] {
  const trimmed = [...inlines]
  for (let first = trimmed[0]; first?.type === 'text'; first = trimmed[0]) {
    const value = first.value.replace(/^ +/u, '')
    if (value !== '') {
      trimmed[0] = { ...first, value }
      break
    }
    trimmed.shift()
  }
  for (let last = trimmed.at(-1); last?.type === 'text'; last = trimmed.at(-1)) {
    const value = last.value.replace(/(?<! ) +$/u, '')
    if (value !== '') {
      trimmed[trimmed.length - 1] = { ...last, value }
      break
    }
    trimmed.pop()
  }
  return trimmed
}
