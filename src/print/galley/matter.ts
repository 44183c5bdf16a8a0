import type { MatterBlock } from '../../model/front-matter.ts'
import type { StyleName } from '../../template/template.ts'
import { pt } from '../../unit/length.ts'
import type { Composer, Place } from './composer.ts'
import type { Slug } from './galley.ts'
import { toRuns } from './inline.ts'
import { measureOf } from './notes.ts'
import { setHead } from './set-head.ts'
import { setParagraph } from './set-paragraph.ts'

/** Sets the paragraphs of a title page or colophon, `text` in the style given for it. */
export const composeMatter = (
  composer: Composer,
  blocks: readonly MatterBlock[],
  text: StyleName,
): readonly Slug[] =>
  blocks.flatMap((block, index) => {
    const name = block.role === 'text' ? text : roleStyles[block.role]
    const style = composer.template.styles[name]
    const position = block.children[0]?.position
    if (position === undefined) return []
    const runs = toRuns(block.children, { ...composer, style })
    const place: Place = {
      left: pt(0),
      measure: measureOf(composer),
      style: 'body',
      path: [index],
      listDepth: 0,
    }
    const slugs =
      block.role === 'text'
        ? setParagraph(composer, runs, place, { style, part: 'text', indent: pt(0), position })
        : setHead(composer, runs, place, style, position, false)
    return slugs.map((slug) => ({ ...slug, onGrid: false }))
  })

const roleStyles = {
  title: 'bookTitle',
  subtitle: 'bookSubtitle',
  chapter: 'titlePageChapter',
} as const
