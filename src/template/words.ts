import type { Book } from '../model/book.ts'
import type { CrossReference } from '../model/nodes.ts'
import type { Template, Words } from './template.ts'

/** Words in the language of a text: those of the tag's primary language, else English, which every template has. */
export function wordsFor(template: Template, language: string): Words {
  const primary = language.split('-')[0] ?? language
  const words = template.words[primary] ?? template.words['en']
  if (words === undefined) throw new Error(`template ${template.name} has no English words`)
  return words
}

/**
 * The text of a cross-reference as every edition prints it: "Figure 2", "note 581", a heading's
 * title. Not for `page` references, whose text is a folio that only print knows; editions without
 * pages print what this returns for them.
 */
export function referenceText(reference: CrossReference, words: Words): string {
  const text = ownText(reference, words)
  if (reference.chapter === undefined) return text
  return words.inChapter
    .replace('{text}', () => text)
    .replace('{chapter}', () => reference.chapter ?? '')
}

function ownText(reference: CrossReference, words: Words): string {
  if (reference.number === undefined) {
    return reference.kind === 'section' && !reference.bare
      ? words.openQuote + reference.title + (reference.inside ?? '') + words.closeQuote
      : reference.title
  }
  if (reference.bare) return reference.number
  // A no-break space, so that a number never begins a line.
  return `${words[reference.kind]}\u00A0${reference.number}`
}

/** What is stamped on an edition: "Draft", "Embargoed until December 15, 2020"; undefined for a final one. */
export function stampText(
  { status, embargoedUntil }: Pick<Book['metadata'], 'status' | 'embargoedUntil'>,
  words: Words,
): string | undefined {
  if (status === 'final') return undefined
  return status === 'embargoed' && embargoedUntil !== undefined
    ? words.embargoedUntil.replace('{date}', () => dateText(embargoedUntil, words))
    : words[status]
}

/** An ISO date in the words of a language: "December 15, 2020". */
export function dateText(date: string, words: Words): string {
  const [year = '', month = '', day = ''] = date.split('-')
  const parts = { year, month: words.months[Number(month) - 1] ?? month, day: String(Number(day)) }
  return words.date.replace(/\{(year|month|day)\}/gu, (_, key: keyof typeof parts) => parts[key])
}
