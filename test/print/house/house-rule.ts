import { expect, it } from 'vitest'
import type { Diagnostic } from '../../../src/diagnostic/diagnostic.ts'
import { dump } from '../../../src/print/page/dump.ts'
import type { Page, Placed } from '../../../src/print/page/page.ts'
import { bookOf, pagesOf } from '../page/tiny.ts'

/** Figures of the tests, each as wide as the measure and so many lines high at the most. */
const picture = (height: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="160" height="${height}" viewBox="0 0 160 ${height}"><rect width="160" height="${height}" fill="#888888"/></svg>`
const files = { 'low.svg': picture(40), 'high.svg': picture(80) }

/**
 * A rule of the house: what must be true of the pages of a text, and the pages themselves as a golden
 * beside it. A page is 12 lines of 13.5 pt; the title of the chapter takes the first four.
 */
export const houseRule = (
  sentence: string,
  markdown: string,
  check: (pages: readonly Page[], diagnostics: readonly Diagnostic[]) => void,
): void => {
  it(sentence, async () => {
    const { value, diagnostics } = await pagesOf(bookOf(markdown, files))
    check(value, diagnostics)
    const name = sentence.replace(/[^a-z0-9]+/gu, '-')
    const golden = [sentence, markdown, dump(value)].join('\n---\n')
    await expect(golden).toMatchFileSnapshot(`./pages/${name}.txt`)
  })
}

/** A paragraph of so many lines: `a1`, `a2`, … with the calls of notes after those that are named. */
export const lines = (
  count: number,
  name: string,
  calls: Readonly<Record<number, string>> = {},
): string =>
  Array.from({ length: count }, (_, index) => {
    const call = calls[index + 1]
    return `${name}${index + 1}${call === undefined ? '' : `[^${call}]`}`
  }).join('\\\n')

/** A note of so many lines. */
export const note = (count: number, name: string): string =>
  `[^${name}]: ${lines(count, name).replaceAll('\n', '\n    ')}`

type LineItem = Placed & { readonly type: 'line' }

export const linesOf = (page: Page | undefined): readonly LineItem[] =>
  (page?.items ?? []).filter((item) => item.type === 'line')

/** What lines of the text say on a page: captions and cells too, no notes and no furniture. */
export const textOn = (page: Page | undefined): readonly string[] =>
  linesOf(page).flatMap(({ owner, line }) =>
    owner.note === undefined && !['folio', 'runningHead'].includes(owner.part) ? [line.text] : [],
  )

export const notesOn = (page: Page | undefined): readonly string[] =>
  linesOf(page).flatMap(({ owner, line }) => (owner.note === undefined ? [] : [line.text]))

/** The baseline of the line that says so, as lines of the grid from the first, 0. */
export function gridLineOf(page: Page | undefined, text: string): number {
  const item = linesOf(page).find(({ line }) => line.text === text)
  if (item === undefined) throw new Error(`no line says ${text}`)
  return (item.y - 40) / 13.5
}

export const isOnGrid = (page: Page | undefined, text: string): boolean => {
  const at = gridLineOf(page, text)
  return Math.abs(at - Math.round(at)) < 1e-6
}
