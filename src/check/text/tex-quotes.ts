import type { Fix } from '../../diagnostic/diagnostic.ts'
import type { Chapter } from '../../model/book.ts'
import { groundOf } from '../ground.ts'

/** A quotation as TeX marks it, ``so-called''. Offsets into the chapter's text; `end` is exclusive. */
export interface TexQuote {
  readonly start: number
  readonly end: number
  readonly fix?: readonly Fix[]
}

/** In prose: where no second pair of backticks makes code of it. */
const quotation = /(?<![`\\\p{L}\p{N}])``(?=[\p{L}\p{N}])([^`\n]{1,200}?)''(?!['\p{L}\p{N}])/gu
/** Two in one paragraph: what stands between their backticks is read as code, which a letter follows. */
const readAsCode = /^``[\p{L}\p{N}][^`]{0,200}?[^\s']''[\s,.;:)][^`]{0,1500}[\s(]``$/u

/** A chapter has curly marks where it has at least as many as these, and three to one of TeX's. */
const fewestCurly = 4
const toOne = 3

/** Quotations in the marks of TeX in a chapter that has curly ones nearly throughout. */
export function texQuotes(chapter: Chapter): readonly TexQuote[] {
  const { text, scan } = chapter.written
  if (!text.includes('``') || !text.includes("''")) return []
  const { masked } = groundOf(chapter)
  const found: TexQuote[] = [...masked.matchAll(quotation)].map(({ index, 0: { length } }) => {
    const end = index + length
    return {
      start: index,
      end,
      fix: [
        { start: index, end: index + 2, text: '“' },
        { start: end - 2, end, text: '”' },
      ],
    }
  })
  for (const { kind, start, end } of scan.regions)
    if (kind === 'code' && /[\p{L}\p{N}]/u.test(text.charAt(end)) && end - start < 2000)
      if (readAsCode.test(text.slice(start, end)))
        found.push({ start, end: text.indexOf("''", start) + 2 })
  if (found.length === 0) return found
  const curly = masked.match(/[“”]/g)?.length ?? 0
  return curly >= fewestCurly && curly >= toOne * found.length ? found : []
}
