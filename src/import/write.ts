/**
 * In: the parts of a chapter, its title and its notes.
 * Out: Markdown in the format of this project.
 * Never: writes a paragraph on two lines.
 */

import { escapeInline, escapeStart } from './escape.ts'
import type { FlowNote } from './join-pages.ts'
import type { Part } from './parts.ts'
import { callsOf, MARKED } from './superscript.ts'

export interface Chapter {
  readonly title: string
  readonly parts: readonly Part[]
  /** In the order of their numbers. */
  readonly notes: readonly FlowNote[]
}

/** Writes a chapter; each note is defined at the end of the headed part that calls it. */
export function writeChapter(chapter: Chapter): string {
  const blocks = [metadata(chapter)]
  const identifiers = new Map<string, number>()
  const waiting = [...chapter.notes]
  let called = new Set<number>()
  const define = (isLast: boolean): void => {
    // A note without a call stands after the note before it.
    while (waiting[0] && (isLast || called.has(waiting[0].number) || follows(waiting, called))) {
      const note = waiting.shift()
      if (note) blocks.push(definition(note))
    }
  }
  chapter.parts.forEach((part, at) => {
    if (part.type === 'heading') {
      define(false)
      called = new Set()
    }
    for (const number of callsOf(part.text)) called.add(number)
    const glued = part.type === 'item' && chapter.parts[at - 1]?.type === 'item'
    const block = writePart(part, identifiers)
    if (glued) blocks[blocks.length - 1] += `\n${block}`
    else blocks.push(block)
  })
  define(true)
  return `${blocks.join('\n\n')}\n`
}

/** True where the next note has no call here, but a later one has. */
const follows = (waiting: readonly FlowNote[], called: ReadonlySet<number>): boolean =>
  called.size > 0 && waiting.slice(1).some((note) => called.has(note.number))

function metadata({ title, notes }: Chapter): string {
  const first = notes[0]?.number
  const last = notes.at(-1)?.number
  const lines = ['---', `title: ${yamlText(title)}`]
  if (first !== undefined && last !== undefined) lines.push(`footnotes: ${first}-${last}`)
  return [...lines, '---'].join('\n')
}

/** Plain where YAML 1.2 reads it as text and nothing else, else in double quotes. */
const yamlText = (text: string): string =>
  /^\p{L}[\p{L}\p{M}\p{N} ,.()’'–—-]*$/u.test(text) &&
  !/^(?:true|false|null|yes|no|on|off)$/i.test(text)
    ? text
    : JSON.stringify(text)

function writePart(part: Part, identifiers: Map<string, number>): string {
  const text = escapeInline(part.text)
  switch (part.type) {
    case 'heading': {
      const closed = text.replace(/(\s)(#+)$/, '$1\\$2')
      return `${'#'.repeat(part.depth ?? 2)} ${closed} {#${identifierOf(part.text, identifiers)}}`
    }
    case 'item':
      return `${'  '.repeat(part.depth ?? 0)}${part.marker ?? '-'} ${escapeStart(text)}`
    case 'quotation':
      return `> ${escapeStart(text)}`
    case 'paragraph':
      return escapeStart(text)
  }
}

/** Continuation paragraphs of a note are set in by four spaces (as GFM footnotes and Pandoc have it). */
const definition = (note: FlowNote): string =>
  `[^${note.number}]: ${note.paragraphs.map((text) => escapeStart(escapeInline(text))).join('\n\n    ')}`

/** `sec-` and the heading's words in ASCII; a number where two would be the same. */
function identifierOf(heading: string, taken: Map<string, number>): string {
  const words = heading
    .replace(MARKED, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  const base = `sec-${words || 'part'}`
  let count = (taken.get(base) ?? 0) + 1
  // `Part`, `Part 2` and `Part` would give two `sec-part-2`.
  while (count > 1 && taken.has(`${base}-${count}`)) count += 1
  taken.set(base, count)
  const identifier = count === 1 ? base : `${base}-${count}`
  if (count > 1) taken.set(identifier, 1)
  return identifier
}
