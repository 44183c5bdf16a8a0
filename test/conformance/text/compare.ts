import type { Page } from '../../../src/print/page/page.ts'
import { glyphsOf } from '../../../src/print/line/set-words.ts'
import type { Placed } from '../../../src/print/page/page.ts'
import { keyOf, textsOf } from './book-text.ts'
import type { Typeset } from './typeset.ts'

/**
 * Holds the text of pages, as a reader of PDF gives it, against the Book. Of the layout it takes only
 * which block each line is of, how many letters of it stand there, and whether it ends in a hyphen
 * that was added; every character is the Book's own. Gives what differs.
 */
export function compareText(
  { book, template, pages }: Typeset,
  read: readonly string[],
): readonly string[] {
  const faults: string[] = []
  const folios = new Map<string, string>()
  for (const { items, folio } of pages)
    for (const item of items) if (item.type === 'anchor') folios.set(item.name, folio)
  const texts = textsOf(book, template, (anchor) => folios.get(anchor) ?? '?')
  /** What of each block no page has shown yet. */
  const rest = new Map(texts)
  if (read.length !== pages.length) faults.push(`${read.length} pages, not ${pages.length}`)
  pages.forEach((page, index) => {
    const repeated = new Map(texts)
    const expected = page.items
      .filter((item) => item.type === 'line')
      .map((item) => expectedOf(item, item.owner.part === 'repeat' ? repeated : rest, page))
      .filter((line) => line !== '')
    const found = difference(expected, read[index] ?? '')
    if (found !== undefined) faults.push(`page ${page.folio}: ${found}`)
  })
  for (const [key, left] of rest)
    if (left.trim() !== '') faults.push(`lost of ${key}: ${JSON.stringify(left)}`)
  return faults
}

/** The characters of a line: of furniture and front matter as laid out, of all else as the Book has them. */
function expectedOf(
  item: Placed & { type: 'line' },
  rest: Map<string, string>,
  page: Page,
): string {
  const { line, owner } = item
  const drawn = line.runs.flatMap(glyphsOf).map(({ text }) => text)
  if (owner.chapter === undefined || page.kind !== 'text') return tidy(drawn.join(''))
  const left = rest.get(keyOf(owner)) ?? ''
  const [own, after] = cut(left, lettersOf(line.text))
  rest.set(keyOf(owner), after)
  const isUpper =
    line.text !== line.text.toUpperCase() && drawn.join('') === drawn.join('').toUpperCase()
  const text = isUpper ? own.toUpperCase() : own
  return tidy(text) + (line.hyphenated ? '-' : '')
}

/** Drawn by nothing: soft hyphen, zero width space and joiners of words, byte order mark. */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/gu
/** Every white of a page is copied as a space. */
const WHITE = /[\s\u00A0\u2007\u2009\u200A\u202F]+/gu

const tidy = (text: string): string =>
  text.replace(INVISIBLE, '').replaceAll('\u2011', '-').replace(WHITE, ' ').trim().normalize('NFC')

const lettersOf = (text: string): number => text.replace(INVISIBLE, '').replace(WHITE, '').length

/** The start of a text that holds so many letters, white not counted, and the rest. */
function cut(text: string, letters: number): readonly [string, string] {
  let at = 0
  for (let left = letters; at < text.length && left > 0; at++)
    if (lettersOf(text.charAt(at)) > 0) left--
  return [text.slice(0, at), text.slice(at)]
}

const CONTEXT = 40

/** The first place at which a page does not say line after line what it should, with white between lines. */
function difference(lines: readonly string[], page: string): string | undefined {
  const found = tidy(page)
  let at = 0
  for (const line of lines) {
    if (found.charAt(at) === ' ') at++
    else if (at > 0 && at < found.length) return `glued: ${about(found, at)}`
    if (!found.startsWith(line, at)) {
      let same = 0
      while (same < line.length && found.charAt(at + same) === line.charAt(same)) same++
      return `${about(found, at + same)} instead of ${about(line, same)}`
    }
    at += line.length
  }
  return at === found.length ? undefined : `more than the Book has: ${about(found, at)}`
}

const about = (text: string, at: number): string =>
  `${JSON.stringify(text.slice(Math.max(0, at - CONTEXT), at))}|${JSON.stringify(text.slice(at, at + CONTEXT))}`
