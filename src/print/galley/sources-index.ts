import type { Host, Source } from '../../model/sources.ts'
import type { Cut } from '../../template/template.ts'
import { INDEX } from '../../edition.ts'
import { pt } from '../../unit/length.ts'
import type { Meaning } from '../line/line.ts'
import type { ParagraphRun } from '../line/paragraph.ts'
import { chapterTitle } from './blocks/heading.ts'
import type { Composer, Place } from './composer.ts'
import type { Slug } from './galley.ts'
import { measureOf } from './notes.ts'
import { NOWHERE } from './nowhere.ts'
import { setParagraph } from './set-paragraph.ts'
import { faceKey, featuresOf } from './style.ts'

/** Indent of an address under its host, and of its turned lines under it, in ems. */
const INDENT = 1
const HANG = 3

/** The index of sources: hosts, and under each its addresses with the numbers of the notes that give them. */
export function composeIndex(composer: Composer, hosts: readonly Host[]): readonly Slug[] {
  if (hosts.length === 0) return []
  const title = { type: 'text', value: composer.words.index, position: NOWHERE } as const
  let index = 0
  const next = (): Place => ({
    left: pt(0),
    measure: measureOf(composer),
    style: 'note',
    path: [index++],
    listDepth: 0,
  })
  const head = chapterTitle(composer, [title], INDEX, NOWHERE, next())
  const entries = hosts.flatMap((host) => {
    const place = next()
    const [entry = 0] = place.path
    const name = { ...runOf(composer, host.name, TEXT, 'bold'), begins: { node: entry, index: 0 } }
    const [first, ...others] = [
      composeEntry(composer, [{ ...name, isMade: true }], place, true),
      ...host.addresses.map((source) => composeSource(composer, source, next())),
    ]
    return [...(first ?? []), ...others.flat()]
  })
  return [...head, ...entries]
}

const TEXT: Meaning = { type: 'text' }

function composeSource(
  composer: Composer,
  { url, path, notes }: Source,
  place: Place,
): readonly Slug[] {
  const runs: ParagraphRun[] = []
  const [entry = 0] = place.path
  if (path !== '') {
    const address = runOf(composer, path, { type: 'link', url })
    const begins = { node: entry, index: 0 }
    runs.push({
      ...address,
      begins,
      isMade: true,
      color: composer.template.colors.link,
      isAddress: true,
    })
  }
  notes.forEach((note, i) => {
    runs.push(runOf(composer, i > 0 ? ', ' : path === '' ? '' : '\u2002 ', TEXT))
    const number = runOf(composer, note.number, { type: 'reference', anchor: note.anchor })
    runs.push({ ...number, begins: { node: entry, index: path.length + i }, isMade: true })
  })
  return composeEntry(
    composer,
    runs.filter(({ text }) => text !== ''),
    place,
    false,
  )
}

function composeEntry(
  composer: Composer,
  runs: readonly ParagraphRun[],
  place: Place,
  isHost: boolean,
): readonly Slug[] {
  const { note } = composer.template.styles
  const style = { ...note, align: 'start', hyphenate: false, spaceBefore: pt(0) } as const
  const slugs = setParagraph(composer, runs, place, {
    style,
    part: 'text',
    indent: pt(isHost ? 0 : INDENT * style.size),
    hang: pt(isHost ? 0 : HANG * style.size),
    position: NOWHERE,
  })
  return slugs.map((slug, i) => ({
    ...slug,
    onGrid: false,
    spaceBefore: pt(isHost && i === 0 ? style.leading / 2 : 0),
    // A host stands with its first address.
    breakAfter: isHost ? Infinity : slug.breakAfter,
  }))
}

function runOf(
  { template }: Composer,
  text: string,
  meaning: Meaning,
  cut: Cut = 'regular',
): ParagraphRun {
  const style = template.styles.note
  return {
    text,
    face: faceKey(template, style, cut),
    size: style.size,
    color: style.color,
    features: { ...featuresOf(style), figures: 'lining' },
    meaning,
    position: NOWHERE,
  }
}
