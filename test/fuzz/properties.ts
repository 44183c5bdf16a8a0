import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Nodes } from 'mdast'
import { lineStartsOf, pointAt } from '../../src/diagnostic/place.ts'
import type { Diagnostic, Position } from '../../src/diagnostic/diagnostic.ts'
import { chaptersOf } from '../../src/model/book.ts'
import { readAndCheck, type Checked } from '../../src/read-and-check.ts'
import { decode } from '../../src/source/decode.ts'
import type { ManuscriptChapter } from '../../src/source/manuscript.ts'
import { parseMarkdown } from '../../src/source/parse.ts'

const folder = mkdtempSync(join(tmpdir(), 'imprimatur-fuzz-'))
const outside = { today: '2020-12-15' }

/** Throws, with the reason, where reading and checking a chapter breaks a promise. */
export function holdsForChapter(markdown: string): void {
  const file = join(folder, 'k.md')
  writeFileSync(file, markdown)
  holds(file, new Map([[file, markdown]]))
}

/** The same for a `book.yaml` beside a sound chapter. */
export function holdsForBook(yaml: string): void {
  const [book, chapter] = [join(folder, 'book.yaml'), join(folder, 'k.md')]
  const markdown = '# K\n\nText.[^1]\n\n[^1]: Note.\n'
  writeFileSync(book, yaml)
  writeFileSync(chapter, markdown)
  holds(
    folder,
    new Map([
      [book, yaml],
      [chapter, markdown],
    ]),
  )
}

function holds(path: string, written: ReadonlyMap<string, string>): void {
  const { value, diagnostics } = readAndCheck({ path }, outside)
  const texts = new Map([...written].map(([file, text]) => [file, asRead(text)]))
  for (const each of diagnostics) holdsForDiagnostic(each, texts)
  const again = readAndCheck({ path }, outside).diagnostics
  expectEqual('two readings', JSON.stringify(again), JSON.stringify(diagnostics))
  if (value !== undefined) holdsForTrees(value)
}

const asRead = (text: string): string => decode(Buffer.from(text), '').value

function holdsForDiagnostic(found: Diagnostic, texts: ReadonlyMap<string, string>): void {
  const textOf = (file: string | undefined): string => {
    const text = texts.get(file ?? '')
    if (text === undefined) throw new Error(`${found.rule} names a file that was not read: ${file}`)
    return text
  }
  if (found.position !== undefined) holdsForPosition(found.rule, found.position, textOf(found.file))
  for (const { file, position } of found.related ?? [])
    holdsForPosition(`related to ${found.rule}`, position, textOf(file))
  if (/[A-Z]/u.test(found.message.slice(0, 1)) || found.message.endsWith('.'))
    throw new Error(`${found.rule} is no message of the house: ${found.message}`)
  let at = 0
  for (const { start, end } of found.fix ?? []) {
    if (start < at || end < start || end > textOf(found.file).length)
      throw new Error(`the fix of ${found.rule} is out of order or of the text: ${start}–${end}`)
    at = end
  }
}

function holdsForPosition(what: string, { start, end }: Position, text: string): void {
  if (start.offset < 0 || end.offset < start.offset || end.offset > text.length)
    throw new Error(
      `${what} lies outside the text: ${start.offset}–${end.offset} of ${text.length}`,
    )
  const lineStarts = startsOf(text)
  for (const point of [start, end])
    expectEqual(
      what,
      JSON.stringify(plain(point)),
      JSON.stringify(pointAt(lineStarts, point.offset)),
    )
}

/** Found once for a text: a tree has hundreds of places in it. */
const startsOf = (text: string): readonly number[] => {
  if (last?.text !== text) last = { text, starts: lineStartsOf(text) }
  return last.starts
}
let last: { readonly text: string; readonly starts: readonly number[] } | undefined

const plain = ({ line, column, offset }: Position['start']): Position['start'] => ({
  line,
  column,
  offset,
})

function holdsForTrees({ manuscript, book }: Checked): void {
  for (const part of manuscript.parts)
    if (part.type === 'chapter') {
      holdsForEach(part.tree, part.text)
      scanAgrees(part)
      partsAgree(part)
    }
  for (const { title, children, notes, written } of chaptersOf(book))
    holdsForEach([title, children, notes], written.text)
}

/** Every position in a tree, whatever its nodes are. */
function holdsForEach(tree: unknown, text: string): void {
  if (typeof tree !== 'object' || tree === null || ArrayBuffer.isView(tree)) return
  if ('position' in tree && tree.position !== undefined)
    holdsForPosition('type' in tree ? String(tree.type) : 'a node', tree.position as Position, text)
  for (const [key, value] of Object.entries(tree)) if (key !== 'position') holdsForEach(value, text)
}

/** Two readers that share no code: what the parser takes for a call or a note, the scanner has found in plain text. */
function scanAgrees({ tree, scan }: ManuscriptChapter): void {
  const scanned = (kind: 'call' | 'definition'): Set<number> =>
    new Set(
      scan.footnotes
        .filter((each) => each.kind === kind && each.surroundings === 'text' && !each.escaped)
        .map(({ position }) => position.start.offset),
    )
  const parsed: Record<'call' | 'definition', Set<number>> = {
    call: new Set(),
    definition: new Set(),
  }
  const visit = (node: Nodes): void => {
    const start = node.position?.start.offset ?? -1
    if (node.type === 'footnoteReference') parsed.call.add(start)
    if (node.type === 'footnoteDefinition') parsed.definition.add(start)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  const [calls, definitions] = [scanned('call'), scanned('definition')]
  for (const at of parsed.call)
    if (!calls.has(at)) throw new Error(`the call at ${at} was not scanned as one`)
  for (const at of parsed.definition)
    if (!definitions.has(at)) throw new Error(`the note at ${at} was not scanned as one`)
  for (const at of definitions)
    if (!parsed.definition.has(at)) throw new Error(`the note at ${at} was scanned, but is none`)
}

/** A text that is parsed in parts, however small, is the text that is parsed whole. */
function partsAgree({ text, scan }: ManuscriptChapter): void {
  const [parts, whole] = [1, Infinity].map((size) =>
    JSON.stringify(parseMarkdown(text, scan, size).children),
  )
  expectEqual('a text in parts', parts ?? '', whole ?? '')
}

function expectEqual(what: string, actual: string, expected: string): void {
  if (actual !== expected) throw new Error(`${what}: ${actual} is not ${expected}`)
}
