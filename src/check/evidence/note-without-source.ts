import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { diagnose } from '../../diagnostic/diagnose.ts'
import { groundOf } from '../ground.ts'
import type { Check } from '../rule.ts'
import { noteSources, type NoteSource } from './note-sources.ts'
import { hasSource } from './sources-in.ts'

/** Verbs, joining words and customary remarks of notes that explain rather than cite. */
const explaining =
  /(?<![a-z\u00c0-\u024f\u0400-\u04ff])(?:is|are|was|were|be|been|has|have|had|does|do|did|can|could|may|might|will|would|shall|should|must|means?|refers?|includes?|excludes?|denotes?|stands? for|covers?|concerns?|appl(?:y|ies)|relates?|contains?|provides?|requires?|allows?|says?|states?|names?|uses?|describes?|shows?|the (?:term|word|phrase|name)|this|these|that|which|who|we|I|our|it|they|not|here|because|although|however|thus|i\.e|e\.g|namely|such as|see|cf|emphasis|translat\w+|italics|rounded|calculated|calculations?|estimates?|based on|on file|unless|except|also known|formerly|sic|literally|short for|abbreviat\w+|acronym|for example|for instance|thanks?|grateful|own|added|omitted|defined?|hereinafter|hereafter)(?![a-z\u00c0-\u024f\u0400-\u04ff])/i

/**
 * A short note with nothing to look up. English chapters only: elsewhere a remark cannot be told from
 * a source. Notes that explain or define, and pointers to other notes, are left alone.
 */
export const noteWithoutSource: Check = (chapter) => {
  if (!/^en(?:-|$)/i.test(chapter.language)) return []
  const { at } = groundOf(chapter)
  return noteSources(chapter).flatMap((source): Diagnostic[] => {
    const { note, start, end, masked } = source
    if (hasSource(source) || !isShort(source) || explaining.test(masked)) return []
    return [
      diagnose('note-without-source', {
        file: chapter.file,
        position: at(start, Math.max(start + masked.trimEnd().length, Math.min(start + 1, end))),
        message: `note ${note.number} names neither an address, a title nor a year`,
        help: 'say where the source is found',
      }),
    ]
  })
}

/** Letters, and no more than a source's name would have. */
function isShort({ masked }: NoteSource): boolean {
  const words = masked.match(/\p{L}+/gu)?.length ?? 0
  return words > 0 && words <= 15 && /^[\p{Script=Latin}\p{Script=Common}]*$/u.test(masked)
}
