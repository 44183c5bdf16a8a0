import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { diagnose } from '../../diagnostic/diagnose.ts'
import { groundOf } from '../ground.ts'
import type { Check } from '../rule.ts'
import { noteSources, titlesIn } from './note-sources.ts'

const vague =
  /(?<![a-z\u00c0-\u024f\u0400-\u04ff-])(?:op\.? ?cit|loc\.? ?cit|art\. ?cit|ouvr\. cité|a\. ?a\. ?O|указ\. соч|supra|idem)(?![a-z\u00c0-\u024f\u0400-\u04ff-])\.?/gi

/** The same within words too, which is looked for much faster. */
const trace = /(?:op|loc|art)\.? ?cit|ouvr\. cité|a\. ?a\. ?O|указ\. соч|supra|idem/i

/** A note by its number or as a live reference. A page of the source itself does not say where the source is named. */
const note =
  /@[\w/-]|(?<![a-z\u00c0-\u024f\u0400-\u04ff])(?:(?:foot)?notes?|nn?|fns?|Anm|сн|прим)\.? ?\d/i
/** A part or page of the book, for "supra": the reader finds it. */
const part =
  /(?<![a-z\u00c0-\u024f\u0400-\u04ff])(?:parts?|sections?|secs?|chapters?|chs?|paras?|paragraphs?|tables?|figures?|annex|appendix|text|discussion|introduction|pp?|pages?)\.? ?(?:[ivxlc]+(?![a-z\u00c0-\u024f\u0400-\u04ff])|\d|[a-z](?![a-z\u00c0-\u024f\u0400-\u04ff])|accompanying|at|in|of)|§|¶/i

/** "idem, p. 5.", "idem.": no title follows. */
const pageAlone = /^[\s*_]*(?:(?:,\s*)?(?:at|pp?\.|paras?\.?|S\.)\s?\d|$)/iu

/** "Op. cit.", "loc. cit.", "supra" and "idem" that do not say in which note. */
export const vagueCitation: Check = (chapter) => {
  const { at } = groundOf(chapter)
  const notes = noteSources(chapter).filter(({ masked }) => trace.test(masked))
  return notes.flatMap(({ masked, start }): Diagnostic[] =>
    [...masked.matchAll(vague)].flatMap(({ index, 0: whole }): Diagnostic[] => {
      const after = masked.slice(index + whole.length, index + whole.length + 50)
      const before = masked.slice(Math.max(0, index - 40), index)
      const isIdem = /^idem/i.test(whole)
      const isSupra = /^supra/i.test(whole)
      if (note.test(`${before} ${after}`)) return []
      if (isSupra && part.test(after)) return []
      // "(n 5)" in law journals; "supra 12" is a note as well.
      if (isSupra && /^[\s*_,(]{0,4}(?:\d|text|accompanying)/u.test(after)) return []
      if (/(?:\but|\bvide|\bne bis in|\bnon bis in)\s+$/i.test(before)) return []
      // "Smith, *A*; idem, *B*": the same author, and a title of its own; "*A*; see also idem, p. 5" has none.
      if (
        isIdem &&
        (!(
          /^[\s*_]*(?:see\s+[*_]*)?$/i.test(before) ||
          (/;\s*(?:see(?: also)?|cf\.|compare)\s+[*_]*$/i.test(before) && pageAlone.test(after))
        ) ||
          titlesIn(after).length > 0 ||
          after.includes('\0'))
      )
        return []
      // A title may quote it.
      if (
        titlesIn(masked).some(
          (title) =>
            title.start < index &&
            title.end > index + whole.length &&
            title.text.length > whole.length + 6,
        )
      )
        return []
      return [
        diagnose('vague-citation', {
          file: chapter.file,
          position: at(start + index, start + index + whole.length),
          message: `\`${whole}\` does not say in which note the source stands`,
          help: 'write `@fn-label`: it prints the number of the note, and stays right when that changes',
        }),
      ]
    }),
  )
}
