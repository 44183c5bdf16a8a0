/**
 * Pandoc's JSON form of a document, as types.
 *
 * In: what `pandoc -t json` prints. Out: PandocDocument. Never: runs pandoc.
 *
 * Covers pandoc-types 1.22 (pandoc 2.11 to 2.19, where a figure is an image in a paragraph of its
 * own) and 1.23 (pandoc 3, with `Figure` and without `Null`). Source: Text.Pandoc.Definition.
 */

/** Identifier ('' where there is none), classes, and key-value pairs. */
export type PandocAttr = readonly [
  identifier: string,
  classes: readonly string[],
  pairs: readonly (readonly [key: string, value: string])[],
]

/** URL and title of a link or an image. */
export type PandocTarget = readonly [url: string, title: string]

/** A node of type `T` with content `C`, as aeson writes it. */
interface Node<T extends string, C> {
  readonly t: T
  readonly c: C
}

/** A node of a type that has no content, such as `Space`. */
interface Bare<T extends string> {
  readonly t: T
}

type Inlines = readonly PandocInline[]
type Blocks = readonly PandocBlock[]

export type PandocInline =
  | Node<'Str', string>
  | Node<'Emph', Inlines>
  | Node<'Underline', Inlines>
  | Node<'Strong', Inlines>
  | Node<'Strikeout', Inlines>
  | Node<'Superscript', Inlines>
  | Node<'Subscript', Inlines>
  | Node<'SmallCaps', Inlines>
  | Node<'Quoted', readonly [quotes: Bare<'SingleQuote' | 'DoubleQuote'>, Inlines]>
  | Node<'Cite', readonly [citations: readonly unknown[], Inlines]>
  | Node<'Code', readonly [PandocAttr, string]>
  | Bare<'Space'>
  | Bare<'SoftBreak'>
  | Bare<'LineBreak'>
  | Node<'Math', readonly [kind: Bare<'InlineMath' | 'DisplayMath'>, string]>
  | Node<'RawInline', readonly [format: string, string]>
  | Node<'Link', readonly [PandocAttr, Inlines, PandocTarget]>
  | Node<'Image', readonly [PandocAttr, Inlines, PandocTarget]>
  | Node<'Note', Blocks>
  | Node<'Span', readonly [PandocAttr, Inlines]>

export type PandocBlock =
  | Node<'Plain', Inlines>
  | Node<'Para', Inlines>
  | Node<'LineBlock', readonly Inlines[]>
  | Node<'CodeBlock', readonly [PandocAttr, string]>
  | Node<'RawBlock', readonly [format: string, string]>
  | Node<'BlockQuote', Blocks>
  | Node<'OrderedList', readonly [PandocListAttributes, readonly Blocks[]]>
  | Node<'BulletList', readonly Blocks[]>
  | Node<'DefinitionList', readonly (readonly [term: Inlines, definitions: readonly Blocks[]])[]>
  | Node<'Header', readonly [level: number, PandocAttr, Inlines]>
  | Bare<'HorizontalRule'>
  | Bare<'Null'>
  | Node<'Table', PandocTable>
  | Node<'Figure', readonly [PandocAttr, PandocCaption, Blocks]>
  | Node<'Div', readonly [PandocAttr, Blocks]>

/** First number, and the look of the numbers. */
export type PandocListAttributes = readonly [
  start: number,
  style: Bare<string>,
  delimiter: Bare<string>,
]

export type PandocCaption = readonly [short: Inlines | null, long: Blocks]

export type PandocCell = readonly [
  PandocAttr,
  alignment: Bare<string>,
  rowSpan: number,
  columnSpan: number,
  Blocks,
]

export type PandocRow = readonly [PandocAttr, readonly PandocCell[]]

/** Rows at the top of a body that are heads of that body, then its rows. */
export type PandocTableBody = readonly [
  PandocAttr,
  rowHeadColumns: number,
  heads: readonly PandocRow[],
  rows: readonly PandocRow[],
]

export type PandocTable = readonly [
  PandocAttr,
  PandocCaption,
  columns: readonly unknown[],
  head: readonly [PandocAttr, readonly PandocRow[]],
  bodies: readonly PandocTableBody[],
  foot: readonly [PandocAttr, readonly PandocRow[]],
]

export type PandocMeta =
  | Node<'MetaMap', Readonly<Record<string, unknown>>>
  | Node<'MetaList', readonly unknown[]>
  | Node<'MetaBool', boolean>
  | Node<'MetaString', string>
  | Node<'MetaInlines', Inlines>
  | Node<'MetaBlocks', Blocks>

export interface PandocDocument {
  /** Version of pandoc-types, such as [1, 22, 2, 1]. */
  readonly 'pandoc-api-version': readonly number[]
  readonly meta: Readonly<Record<string, PandocMeta>>
  readonly blocks: Blocks
}

/**
 * Reads what pandoc printed; undefined where it is not a document of pandoc-types 1.22 or 1.23.
 * Only the outermost fields are looked at: the nodes are the word of pandoc, which is trusted as a
 * program, though what it read is not.
 */
export function parseDocument(json: string): PandocDocument | undefined {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return undefined
  }
  return isDocument(value) ? value : undefined
}

function isDocument(value: unknown): value is PandocDocument {
  if (typeof value !== 'object' || value === null) return false
  if (!('pandoc-api-version' in value && 'meta' in value && 'blocks' in value)) return false
  const version: unknown = value['pandoc-api-version']
  if (!Array.isArray(version) || version[0] !== 1) return false
  return (version[1] === 22 || version[1] === 23) && Array.isArray(value.blocks)
}
