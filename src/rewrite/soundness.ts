import { duplicateFootnote } from '../check/footnotes/duplicate-footnote.ts'
import { footnoteCalledTwice } from '../check/footnotes/footnote-called-twice.ts'
import { footnoteInAltText } from '../check/footnotes/footnote-in-alt-text.ts'
import { footnoteInHeading } from '../check/footnotes/footnote-in-heading.ts'
import { footnoteInLink } from '../check/footnotes/footnote-in-link.ts'
import { nestedFootnote } from '../check/footnotes/nested-footnote.ts'
import { selfFootnote } from '../check/footnotes/self-footnote.ts'
import { undefinedFootnote } from '../check/footnotes/undefined-footnote.ts'
import { unusedFootnote } from '../check/footnotes/unused-footnote.ts'
import { groundOf } from '../check/ground.ts'
import { lostCalls, pairingOf } from '../check/pairing.ts'
import { rawHtml } from '../check/structure/raw-html.ts'
import { diagnose } from '../diagnostic/diagnose.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { typing } from '../diagnostic/rules/typing.ts'
import type { Book, Chapter } from '../model/book.ts'

/** The rules that say which text belongs to which call. A silence does not make a pair of what is none. */
const pairing = [undefinedFootnote, unusedFootnote, duplicateFootnote, footnoteCalledTwice]

/**
 * The findings that must be mended before numbers can be given without guessing: every note of the
 * chapter has one text and one call, and nothing is damaged. `findings` are those of the check, so
 * that damage which the author allows does not count.
 */
export function hindrances(
  chapter: Chapter,
  book: Book,
  findings: readonly Diagnostic[],
): readonly Diagnostic[] {
  const { inNotes } = pairingOf(chapter)
  const lost = lostCalls(groundOf(chapter))
  const found = [
    ...findings.filter(({ rule, file }) => file === chapter.file && isDamage(rule)),
    ...pairing.flatMap((rule) => rule(chapter, book)),
    // Called only inside another note: it would have no number.
    ...(inNotes.length > 0
      ? [nestedFootnote, selfFootnote].flatMap((rule) => rule(chapter, book))
      : []),
    ...(lost.some(({ where }) => where === 'image') ? footnoteInAltText(chapter, book) : []),
    ...(lost.some(({ where }) => where === 'title') ? footnoteInHeading(chapter, book) : []),
    ...(lost.some(({ where }) => where === 'address') ? footnoteInLink(chapter, book) : []),
    ...(lost.some(({ where }) => where === 'html') ? rawHtml(chapter, book) : []),
  ]
  if (found.length > 0) return found
  const isDouble = [...groundOf(chapter).calls.values()].some(
    (calls) => calls.filter(({ inNote }) => inNote === undefined).length > 1,
  )
  return isDouble ? [unpaired(chapter)] : []
}

const isDamage = (rule: string): boolean => Object.hasOwn(typing, rule) || rule === 'footnote-label'

const unpaired = (chapter: Chapter): Diagnostic =>
  diagnose('renumber-refused', {
    file: chapter.file,
    message: 'not every note of the chapter has one call and one text',
    help: 'run `imprimatur check`, and mend what it finds of notes',
  })
