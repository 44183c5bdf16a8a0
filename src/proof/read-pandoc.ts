import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { diagnose } from '../diagnostic/diagnose.ts'
import type { PandocBlock, PandocDocument } from '../pandoc/document.ts'
import type { Pandoc } from '../pandoc/pandoc.ts'
import { passagesOf } from './pandoc-passages.ts'
import { CALL } from './passage.ts'
import type { Reading } from './reading.ts'

/** What pandoc made of a file, or why it made nothing. */
export interface Witness {
  readonly document?: PandocDocument
  readonly diagnostics: readonly Diagnostic[]
}

/** Asks pandoc, the independent witness. A file that it cannot read is an edition that readers could not. */
export async function askPandoc(
  pandoc: Pandoc,
  format: 'docx' | 'epub',
  bytes: Uint8Array,
): Promise<Witness> {
  const { value, diagnostics } = await pandoc.read({ format, bytes })
  if (value !== undefined) return { document: value, diagnostics: [] }
  return {
    diagnostics:
      diagnostics.length > 0
        ? diagnostics
        : [diagnose('pandoc-failed', { message: 'pandoc read nothing and did not say why' })],
  }
}

/** The Word file as pandoc reads it: from the first heading of level 1 on, what stands before being front matter. */
export function wordReading({ blocks }: PandocDocument): Reading {
  const first = blocks.findIndex((block) => block.t === 'Header' && block.c[0] === 1)
  return toReading(first < 0 ? [] : blocks.slice(first), { figures: false, skips: () => false })
}

/**
 * The EPUB as pandoc reads it: each file opens with an empty span that has its name, and those with
 * chapters count. Captions of figures are left out, since pandoc 2 takes them for the picture's own
 * text; so is what remains of the list of notes, which it shows at their calls.
 */
export function epubReading(
  { blocks }: PandocDocument,
  chapterFiles: ReadonlySet<string>,
): Reading {
  let isChapter = false
  const own = blocks.filter((block) => {
    const name = fileNameOf(block)
    if (name === undefined) return isChapter
    isChapter = chapterFiles.has(name)
    return false
  })
  const skips = (block: PandocBlock): boolean =>
    block.t === 'Div' && block.c[0][1].includes('footnotes')
  return toReading(own, { figures: true, skips })
}

function toReading(
  blocks: readonly PandocBlock[],
  over: Parameters<typeof passagesOf>[1],
): Reading {
  const { text, notes } = passagesOf(blocks, over)
  const calls = text.filter((passage) => passage.text === CALL)
  return {
    witness: 'pandoc',
    text,
    notes: notes.map((note, index) => ({ text: note, place: calls[index]?.place ?? 'at the end' })),
    calls: calls.map(({ place }) => ({ place })),
    faults: [],
  }
}

function fileNameOf(block: PandocBlock): string | undefined {
  if (block.t !== 'Para' || block.c.length !== 1) return undefined
  const [span] = block.c
  if (span?.t !== 'Span' || span.c[1].length > 0) return undefined
  const [name] = span.c[0]
  return name.endsWith('.xhtml') ? name : undefined
}
