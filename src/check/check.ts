// In: a Book. Out: Diagnostic[], by file and place, one cause once, severities as the book sets them.
// Never: reads a file, changes the book, or prints.
import { compareDiagnostics, type Diagnostic } from '../diagnostic/diagnostic.ts'
import { chaptersOf, type Book } from '../model/book.ts'
import { checks } from './checks.ts'
import { damagesOf, toDiagnostic } from './damage.ts'
import type { Setting } from './setting.ts'
import { withoutTold } from './told.ts'
import { applySilences, withoutSilenced } from './unused-silence.ts'

/** Checks every chapter of a book that is present against every rule; those that ask of the template where it is known. */
export function check(book: Book, setting?: Setting): Diagnostic[] {
  const severities = new Map(Object.entries(book.metadata.checks))
  const isOff = (rule: string): boolean => severities.get(rule) === 'off'
  return chaptersOf(book)
    .flatMap((chapter) => {
      const found = [
        ...damagesOf(chapter).map((damage) => toDiagnostic(damage, chapter)),
        ...checks.flatMap((rule) => rule(chapter, book, setting)),
      ]
      return applySilences(withoutTold(found, chapter), chapter, isOff)
    })
    .flatMap((finding) => withSeverity(finding, book))
    .sort(compareDiagnostics)
}

/** Findings about a book that were made elsewhere, as its settings and its comments have them. */
export function asBookSets(found: readonly Diagnostic[], book: Book): Diagnostic[] {
  return chaptersOf(book)
    .flatMap((chapter) =>
      withoutSilenced(
        found.filter(({ file }) => file === chapter.file),
        chapter,
      ),
    )
    .flatMap((finding) => withSeverity(finding, book))
}

/** With the severity that the book gives its rule; nothing where the rule is off. */
function withSeverity(finding: Diagnostic, { metadata: { checks: set } }: Book): Diagnostic[] {
  const severity = Object.hasOwn(set, finding.rule) ? set[finding.rule] : undefined
  if (severity === 'off') return []
  return [severity === undefined ? finding : { ...finding, severity }]
}
