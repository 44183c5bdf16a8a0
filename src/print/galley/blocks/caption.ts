import type { Position } from '../../../diagnostic/diagnostic.ts'
import type { Figure, Inline, Table } from '../../../model/nodes.ts'
import { pt, type Pt } from '../../../unit/length.ts'
import type { ParagraphRun } from '../../line/paragraph.ts'
import { within, type Composer, type Place } from '../composer.ts'
import type { Slug } from '../galley.ts'
import { toRuns } from '../inline.ts'
import { textOf } from '../text-of.ts'
import { setParagraph } from '../set-paragraph.ts'
import { anchor } from '../slugs.ts'
import { faceKey, featuresOf } from '../style.ts'

interface Captioned {
  readonly number?: number
  readonly caption: readonly Inline[]
  readonly position: Position
}

/**
 * Names the place of a figure or table: by its identifier, or by its number where it has none, so
 * that the lists of figures and tables can lead to it.
 */
export function nameFloat(
  composer: Composer,
  slugs: readonly Slug[],
  node: Figure | Table,
  x: Pt,
): readonly Slug[] {
  const { type: kind, number, anchor: own } = node
  if (number === undefined) return own === undefined ? slugs : anchor(slugs, own, x)
  const { words, chapter } = composer
  const text = `${words[kind]}\u00A0${number}. ${textOf(node.caption, words)}`
  // A space is in no identifier.
  return anchor(slugs, own ?? `${chapter ?? ''} ${kind} ${number}`, x, { float: { kind, text } })
}

/** "Figure 1. Dated events": number in the bold cut, then the caption. No slugs where there is none. */
export function caption(
  composer: Composer,
  node: Captioned,
  word: string,
  place: Place,
  measure: Pt,
): readonly Slug[] {
  const style = composer.template.styles.caption
  const own = toRuns(node.caption, { ...composer, style })
  if (own.length === 0) return []
  const label: readonly ParagraphRun[] =
    node.number === undefined
      ? []
      : [
          {
            text: `${word}\u00A0${node.number}.`,
            face: faceKey(composer.template, style, 'bold'),
            size: style.size,
            color: style.color,
            features: featuresOf(style),
            meaning: { type: 'text' },
            position: node.position,
            begins: { node: node.position.start.offset, index: -1 },
            isMade: true,
          },
          {
            text: ' ',
            face: faceKey(composer.template, style),
            size: style.size,
            color: style.color,
            features: featuresOf(style),
            meaning: { type: 'text' },
            position: node.position,
          },
        ]
  return setParagraph(
    composer,
    [...label, ...own],
    { ...within(place), measure },
    { style, part: 'caption', indent: pt(0), position: node.position, isKept: true },
  )
}
