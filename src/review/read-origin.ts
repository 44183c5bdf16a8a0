import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { RevisedOrigin } from '../docx-reader/revisions/revised.ts'
import type { Origin } from '../origin/origin.ts'

const offset = z
  .number()
  .int()
  .min(0)
  .max(1 << 24)
const span = { start: offset, end: offset }
const name = z.string().max(1000)

const piece = z.object({
  ...span,
  text: z.string().optional(),
  call: name.optional(),
  reference: z.enum(['live', 'words']).optional(),
  picture: z.boolean().optional(),
})

const node = z.object({
  ...span,
  type: z.enum(['emphasis', 'strong', 'delete', 'code', 'link', 'language']),
  inner: z.object(span),
  url: z.string().optional(),
})

const block = z.object({
  id: name,
  chapter: name,
  role: z.enum([
    'title',
    'heading',
    'paragraph',
    'cell',
    'caption',
    'credit',
    'code',
    'picture',
    'rule',
  ]),
  level: z.number().int().min(1).max(9).optional(),
  note: name.optional(),
  item: z.boolean().optional(),
  quoted: z.boolean().optional(),
  outer: z.object(span),
  content: z.object(span),
  pieces: z.array(piece),
  nodes: z.array(node),
  opaque: z.boolean().optional(),
})

const note = z.object({
  anchor: name,
  chapter: name,
  label: name,
  number: name,
  span: z.object(span),
  inline: z.boolean(),
})

const map = z.object({ blocks: z.array(block), notes: z.array(note) })

/**
 * The Origin that a Word file carries; undefined where its part is damaged: a text that is not the one
 * it was hashed as, or a map that leads outside of it.
 */
export function readOrigin(part: RevisedOrigin): Origin | undefined {
  const chapters = part.chapters.map(({ id, text }) => ({ id, text }))
  const isWhole = part.chapters.every(
    ({ text, sha256 }) => createHash('sha256').update(text).digest('hex') === sha256,
  )
  const read = map.safeParse(parsed(part.map))
  if (!isWhole || !read.success) return undefined
  const lengths = new Map(chapters.map(({ id, text }) => [id, text.length]))
  const fits = (chapter: string, { start, end }: { start: number; end: number }): boolean =>
    start <= end && end <= (lengths.get(chapter) ?? -1)
  const { blocks, notes } = read.data
  const isInside =
    notes.every((each) => fits(each.chapter, each.span)) &&
    blocks.every(
      (each) =>
        [each.outer, each.content, ...each.pieces].every((one) => fits(each.chapter, one)) &&
        each.nodes.every((one) => fits(each.chapter, one) && fits(each.chapter, one.inner)),
    )
  return isInside ? ({ chapters, blocks, notes } as unknown as Origin) : undefined
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
