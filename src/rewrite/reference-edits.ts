import { diagnose } from '../diagnostic/diagnose.ts'
import type { Diagnostic, Position, Warned } from '../diagnostic/diagnostic.ts'
import type { Book, Chapter } from '../model/book.ts'
import { chaptersOf } from '../model/book.ts'
import { promisesNumber } from '../model/number.ts'
import { decodeFragment } from '../model/targets.ts'
import { replace, type Edit } from './edit.ts'
import { numberIn, type RenamesByChapter } from './renames.ts'

/** A place where a note is named by its number: `@fn-568`, `[t](#fn-568)`, `[x]: #fn-568`. */
interface Reference {
  /** In which the note is looked for. */
  readonly chapter: Chapter
  readonly label: string
  readonly position: Position
  /** Offset of the label; absence means that it is written so that it cannot be found. */
  readonly at: number | undefined
}

/** Edits of all references in a chapter to notes whose labels are renamed, in whatever chapter those stand. */
export function referenceEdits(
  chapter: Chapter,
  book: Book,
  renames: RenamesByChapter,
): Warned<readonly Edit[]> {
  const edits: Edit[] = []
  const diagnostics: Diagnostic[] = []
  for (const reference of referencesOf(chapter, book)) {
    const { label, position, at } = reference
    const own = renames.get(reference.chapter.id)
    const next = own?.get(label)
    if (own === undefined || own.size === 0) continue
    const refuse = (message: string, help: string): void => {
      diagnostics.push(
        diagnose('renumber-refused', { file: chapter.file, position, message, help }),
      )
    }
    if (namesInlineNote(reference))
      refuse(
        `note ${label} may be one that stands in its place, which has no label to follow`,
        'give that note a label and a text of its own, and lead to its label',
      )
    else if (next !== undefined && at === undefined)
      refuse(
        `this leads to note ${label}, but is not written so that it can follow it`,
        `write \`@fn-${label}\``,
      )
    else if (next !== undefined && at !== undefined)
      edits.push(replace(at, at + label.length, next))
  }
  return { value: edits, diagnostics }
}

/** Every reference in a chapter by a number. */
export function referencesOf(chapter: Chapter, book: Book): readonly Reference[] {
  const { text, references, links, linkDefinitions } = chapter.written
  const chapters = new Map(chaptersOf(book).map((each) => [each.id, each]))
  const byAt = references.flatMap(({ kind, label, chapter: other, position }): Reference[] => {
    const target = other === undefined ? chapter : chapters.get(other)
    if (kind !== 'fn' || !promisesNumber(label) || target === undefined) return []
    const end = position.end.offset - (text[position.start.offset] === '[' ? 1 : 0)
    const at = end - label.length
    const isThere = text.slice(at - 3, end).toLowerCase() === `fn-${label}`
    return [{ chapter: target, label, position, at: isThere ? at : undefined }]
  })
  const byAddress = [...links, ...linkDefinitions].flatMap(({ url, position }): Reference[] => {
    const label = url.startsWith('#') ? numberIn(decodeFragment(url)) : undefined
    if (label === undefined) return []
    return [{ chapter, label, position, at: inAddress(chapter, label, position) }]
  })
  return [...byAt, ...byAddress]
}

/** The last address of a link or definition is its destination; before it may stand addresses in its text. */
function inAddress({ written }: Chapter, label: string, { start, end }: Position) {
  const region = regionBefore(written.scan.regions, end.offset)
  if (region === undefined || region.start < start.offset) return undefined
  const spelled = written.text.slice(region.start, region.end)
  const match = new RegExp(`^<?#fn-${label}>?$`, 'iu').exec(spelled)
  return match === null ? undefined : region.start + spelled.indexOf('-') + 1
}

function regionBefore(regions: Chapter['written']['scan']['regions'], offset: number) {
  let low = 0
  let high = regions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((regions[middle]?.start ?? Infinity) < offset) low = middle + 1
    else high = middle
  }
  const before = regions[low - 1]
  return before?.kind === 'url' ? before : undefined
}

const known = new WeakMap<Chapter, { labels: ReadonlySet<string>; hasInline: boolean }>()

/**
 * True where no note has that label, but one that stands in its place may have had the number: it can
 * be named by its number alone, which moves without leaving a trace.
 */
function namesInlineNote({ chapter, label }: Reference): boolean {
  const found = known.get(chapter) ?? {
    labels: new Set(chapter.written.definitions.map((definition) => definition.label)),
    hasInline: chapter.written.calls.some(({ inline }) => inline),
  }
  known.set(chapter, found)
  return found.hasInline && !found.labels.has(label)
}
