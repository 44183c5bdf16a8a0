/**
 * What a pandoc document says, without its form.
 *
 * In: PandocDocument or parts of one. Out: strings. Never: runs pandoc.
 *
 * Of an EPUB, pandoc's HTML reader makes `Note` inlines as it does of a DOCX, but only so
 * (measured with 2.17 and 3.10):
 *
 *     <a epub:type="noteref" href="#fn-1">568</a>        in the same XHTML file as
 *     <aside epub:type="footnote" id="fn-1">…</aside>    before or after it
 *
 * - `epub:type` must be exactly `noteref`, and exactly `footnote` or `rearnote` on the note; with
 *   two types in one attribute, with `endnote`, or with a `role` alone, the note is lost (2.17) or
 *   empty (3.10). The note may be `aside` or `div`; a `li` becomes one in 3.10 only.
 * - `href` must begin with `#`: `chapter.xhtml#fn-1` stays a link, even to its own file.
 * - the note is a child of the body or of sections; `hidden` on it changes nothing.
 * - a note referred to twice comes twice; one never referred to does not come at all.
 * - a reference to a note inside a note is not resolved (`RawInline noteref`).
 * - several files: each is read alone, so the same id may stand in each.
 * - the text of the reference ("568") is gone. A number written in the note stays as text, unless
 *   it stands in the back-link, which 3.10 drops with its text (`role="doc-backlink"`) and 2.17
 *   keeps as a link; `plainText` therefore leaves such links out.
 */
import type {
  PandocBlock,
  PandocDocument,
  PandocInline,
  PandocRow,
  PandocTarget,
} from './document.ts'

export type PandocNode = PandocBlock | PandocInline

/** Tells whether to go into a node; absence of an answer means yes. */
export type PandocVisitor = (node: PandocNode) => 'skip' | undefined | void

/** Visits every node from the first to the last as they are read, a node before what it holds. */
export function walk(nodes: readonly PandocNode[], visit: PandocVisitor): void {
  for (const node of nodes) {
    if (visit(node) !== 'skip') for (const part of partsOf(node)) walk(part, visit)
  }
}

/** Texts of the notes in the order of their references; a note inside a note is told after it. */
export function notesOf(document: PandocDocument): readonly string[] {
  const notes: string[] = []
  walk(document.blocks, (node) => {
    if (node.t === 'Note') notes.push(plainText(node.c))
  })
  return notes
}

/**
 * Joins the words of blocks or inlines: blocks parted by a line feed, a row of a table being one
 * block and its cells parted by a tab. Leaves out notes, back-links, raw parts and the
 * alternative text of pictures, but tells the caption of a figure.
 */
export function plainText(nodes: readonly PandocNode[]): string {
  return textOf(nodes)
    .replace(/(?<![ \t])[ \t]*\n[ \t\n]*/g, '\n')
    .trim()
}

/** True for the link from a note to its reference, by the class and the role that writers give it. */
export const isBackLink = (node: PandocNode): boolean =>
  node.t === 'Link' &&
  (node.c[0][1].includes('backlink') ||
    node.c[0][1].includes('footnote-back') ||
    node.c[0][2].some(([key, value]) => key === 'role' && value === 'doc-backlink'))

/** Pandoc 2's mark of a picture whose inlines are a caption: pandoc 3 has `Figure` for it. */
const isFigure = ([, title]: PandocTarget): boolean => title.startsWith('fig:')

const textOf = (nodes: readonly PandocNode[]): string => nodes.map(textOfNode).join('')

function textOfNode(node: PandocNode): string {
  switch (node.t) {
    case 'Str':
      return node.c
    case 'Space':
    case 'SoftBreak':
      return ' '
    case 'LineBreak':
      return '\n'
    case 'Code':
    case 'Math':
      return node.c[1]
    case 'CodeBlock':
      return `\n${node.c[1]}\n`
    case 'Quoted':
      return node.c[0].t === 'SingleQuote'
        ? `\u2018${textOf(node.c[1])}\u2019`
        : `\u201C${textOf(node.c[1])}\u201D`
    case 'Note':
    case 'RawInline':
    case 'RawBlock':
      return ''
    case 'Image':
      return isFigure(node.c[2]) ? `\n${textOf(node.c[1])}\n` : ''
    case 'Link':
      return isBackLink(node) ? '' : textOf(node.c[1])
    case 'Table':
      return tableText(node)
    default:
      return isInline(node) ? partsOf(node).map(textOf).join('') : blockText(node)
  }
}

const blockText = (node: PandocNode): string => `\n${partsOf(node).map(textOf).join('\n')}\n`

function tableText(table: PandocBlock & { readonly t: 'Table' }): string {
  const [, caption, , head, bodies, foot] = table.c
  const rows = [head[1], ...bodies.flatMap((body) => [body[2], body[3]]), foot[1]].flat()
  const lines = rows.map((row) => row[1].map((cell) => plainText(cell[4])).join('\t'))
  return `\n${[textOf(caption[1]), ...lines].join('\n')}\n`
}

const inlineTypes: ReadonlySet<string> = new Set([
  ...['Emph', 'Underline', 'Strong', 'Strikeout', 'Superscript', 'Subscript', 'SmallCaps'],
  ...['Cite', 'Span'],
])

const isInline = (node: PandocNode): boolean => inlineTypes.has(node.t)

/** The lists of nodes that a node holds, in reading order. */
function partsOf(node: PandocNode): readonly (readonly PandocNode[])[] {
  switch (node.t) {
    case 'Plain':
    case 'Para':
    case 'Emph':
    case 'Underline':
    case 'Strong':
    case 'Strikeout':
    case 'Superscript':
    case 'Subscript':
    case 'SmallCaps':
    case 'BlockQuote':
    case 'Note':
      return [node.c]
    case 'LineBlock':
    case 'BulletList':
      return node.c
    case 'OrderedList':
      return node.c[1]
    case 'DefinitionList':
      return node.c.flatMap(([term, definitions]) => [term, ...definitions])
    case 'Header':
      return [node.c[2]]
    case 'Figure':
      return [node.c[2], node.c[1][1]]
    case 'Quoted':
    case 'Cite':
    case 'Span':
    case 'Link':
    case 'Image':
    case 'Div':
      return [node.c[1]]
    case 'Table': {
      const [, caption, , head, bodies, foot] = node.c
      const rows = [head[1], ...bodies.flatMap((body) => [body[2], body[3]]), foot[1]].flat()
      return [caption[1], ...rows.flatMap(cellsOf)]
    }
    default:
      return []
  }
}

const cellsOf = (row: PandocRow): readonly (readonly PandocBlock[])[] =>
  row[1].map((cell) => cell[4])
