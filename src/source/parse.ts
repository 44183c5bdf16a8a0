import type { Root } from 'mdast'
import { fromMarkdown, type Options } from 'mdast-util-from-markdown'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified, type Data, type Processor } from 'unified'
import { LEAST_PART, labelsOf, partsOf, shifted } from './parts.ts'
import { scanText, type Scan } from './scan.ts'
import { liftBlocks } from './syntax/blocks.ts'
import { crossReferenceFromMarkdown, crossReferenceSyntax } from './syntax/cross-reference.ts'
import { figureFromMarkdown, figureSyntax } from './syntax/figure.ts'
import { inlineNoteFromMarkdown, inlineNoteSyntax } from './syntax/inline-note.ts'
import { knownLabels } from './syntax/known-labels.ts'
import { placed } from './syntax/placed.ts'
import { languageSpanFromMarkdown, languageSpanSyntax } from './syntax/language-span.ts'

/**
 * Reads Markdown as this format understands it: CommonMark, GFM and the project's own syntax.
 * Never fails: every text is Markdown. `text` has `\n` line ends; positions count in it.
 *
 * A long text is read in parts, each of which knows the labels of all: micromark copies everything
 * that it has read whenever a list, quotation or note ends, so that its time would grow with the
 * square of their number.
 */
export function parseMarkdown(
  text: string,
  scan: Scan = scanText(text),
  partSize = LEAST_PART,
): Root {
  const parts = partsOf(text, scan, partSize)
  const seed = knownLabels(labelsOf(parts, scan, (part) => fromMarkdown(part.text, later)))
  const children = parts.flatMap((part, index) => {
    const options = index === 0 ? whole : later
    const extensions = [...(options.extensions ?? []), seed]
    const tree = fromMarkdown(part.text, { ...options, extensions })
    return tree.children.map((node) => shifted(node, part))
  })
  const start = { line: 1, column: 1, offset: 0 }
  const end = parts.at(-1)?.end ?? start
  const tree: Root = { type: 'root', children, position: { start, end } }
  return liftBlocks(placed(tree, text, scan.lineStarts), text)
}

/** For the head of a text, where metadata may stand, and for what follows it. */
const later = optionsOf(extended(unified()).freeze().data())
const whole = optionsOf(
  extended(unified().use(remarkFrontmatter, ['yaml']))
    .freeze()
    .data(),
)

function extended(processor: Processor) {
  return processor.use(remarkParse).use(remarkGfm, { singleTilde: false }).use(ownSyntax)
}

function optionsOf(data: Data): Options {
  return {
    extensions: data.micromarkExtensions ?? [],
    mdastExtensions: data.fromMarkdownExtensions ?? [],
  }
}

function ownSyntax(this: Processor): void {
  const data = this.data()
  ;(data.micromarkExtensions ??= []).push(
    languageSpanSyntax,
    inlineNoteSyntax,
    crossReferenceSyntax,
    figureSyntax,
  )
  ;(data.fromMarkdownExtensions ??= []).push(
    languageSpanFromMarkdown,
    inlineNoteFromMarkdown,
    crossReferenceFromMarkdown,
    figureFromMarkdown,
  )
}
