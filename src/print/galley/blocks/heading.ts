import type { Heading, Inline } from '../../../model/nodes.ts'
import type { Position } from '../../../diagnostic/diagnostic.ts'
import { pt } from '../../../unit/length.ts'
import type { Composer, Place } from '../composer.ts'
import type { Slug } from '../galley.ts'
import { toRuns } from '../inline.ts'
import { setHead } from '../set-head.ts'
import { anchor, join } from '../slugs.ts'
import { headingStyles } from '../style.ts'
import { textOf } from '../text-of.ts'

/** A heading, kept with what follows. Its lines, space before and space after make whole lines of the grid. */
export function heading(composer: Composer, node: Heading, place: Place): readonly Slug[] {
  const style = composer.template.styles[headingStyles[node.level]]
  const runs = toRuns(node.children, { ...composer, style })
  const slugs = setHead(composer, runs, place, style, node.position).map((slug) => ({
    ...slug,
    isHead: true,
  }))
  const text = textOf(node.children, composer.words)
  return anchor(slugs, node.anchor, place.left, { heading: { level: node.level, text } })
}

/** The title that opens a chapter: sunk by its space before, which the head of a page does not take away. */
export function chapterTitle(
  composer: Composer,
  children: readonly Inline[],
  id: string,
  position: Position,
  place: Place,
): readonly Slug[] {
  const style = composer.template.styles.chapterTitle
  const runs = toRuns(children, { ...composer, style })
  const slugs = setHead(composer, runs, place, style, position)
  const text = textOf(children, composer.words)
  return sink(
    anchor(join(slugs, false), id, place.left, { heading: { level: 1, text } }),
    style.spaceBefore,
  )
}

/** Makes white over a slug part of its box. */
const sink = (slugs: readonly Slug[], white: number): readonly Slug[] =>
  slugs.map((slug) => ({
    ...slug,
    spaceBefore: pt(0),
    height: pt(slug.height + white),
    marks: slug.marks.map((mark) => ({ ...mark, y: pt(mark.y + white) })),
  }))
