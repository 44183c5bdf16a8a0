import type { LineMark, Slug } from '../../../src/print/galley/galley.ts'
import { bookOf, galleyOf } from '../page/tiny.ts'

export const linesOf = (slugs: readonly Slug[]): readonly LineMark[] =>
  slugs.flatMap((slug) => slug.marks.filter((mark) => mark.type === 'line'))

export const textOf = (slug: Slug): string =>
  linesOf([slug])
    .map((mark) => mark.line.text)
    .join(' | ')

/** The slugs of a chapter of this text, its title first. */
export async function slugsOf(text: string): Promise<readonly Slug[]> {
  const [chapter] = (await galleyOf(bookOf(text))).value.chapters
  return chapter?.slugs ?? []
}

/** The first slug whose text starts so. */
export function find(slugs: readonly Slug[], start: string): Slug {
  const found = slugs.find((slug) => textOf(slug).startsWith(start))
  if (found === undefined) throw new Error(`no slug starts with ${start}`)
  return found
}

/** Where the ink of a slug's first line starts. */
export function startOf(slug: Slug): number {
  const [mark] = linesOf([slug])
  return (mark?.x ?? 0) + (mark?.line.runs[0]?.x ?? 0)
}
