import type { Root } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified, type Processor } from 'unified'
import { liftBlocks } from './syntax/blocks.ts'
import { crossReferenceFromMarkdown, crossReferenceSyntax } from './syntax/cross-reference.ts'
import { figureFromMarkdown, figureSyntax } from './syntax/figure.ts'
import { inlineNoteFromMarkdown, inlineNoteSyntax } from './syntax/inline-note.ts'
import { languageSpanFromMarkdown, languageSpanSyntax } from './syntax/language-span.ts'

/**
 * Reads Markdown as this format understands it: CommonMark, GFM and the project's own syntax.
 * Never fails: every text is Markdown. `text` has `\n` line ends; positions count in it.
 */
export function parseMarkdown(text: string): Root {
  return liftBlocks(processor.parse(text), text)
}

const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkGfm, { singleTilde: false })
  .use(ownSyntax)
  .freeze()

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
