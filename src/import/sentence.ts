/** What can be told from the ends of a stretch of text: whether it is whole, begins a sentence, is an address or a heading. */

import { MARKED } from './superscript.ts'

/** The text without what may follow its last word's punctuation: calls, closing quotes, brackets, stars. */
const bareEnd = (text: string): string =>
  text
    .slice(-120)
    .replace(MARKED, '')
    .replace(/(?<![⁰¹²³⁴⁵⁶⁷⁸⁹"'”’»)\]*_\s])[⁰¹²³⁴⁵⁶⁷⁸⁹"'”’»)\]*_\s]+$/u, '')

/** True where an address ends the text: nothing has to follow it. */
const endsInAddress = (text: string): boolean => /(?:https?:\/\/|www\.)\S*$/.test(text.slice(-2000))

/** True where a text ends as a sentence does, or in an address. A colon does not finish one. */
export const isFinished = (text: string): boolean =>
  /[.!?…。]$/u.test(bareEnd(text)) || endsInAddress(text.trimEnd())

export const endsInColon = (text: string): boolean => bareEnd(text).endsWith(':')

/** True where something must follow: a comma, a dash, an open bracket or quotation, a small word. */
export function isOpen(text: string): boolean {
  if (endsInAddress(text.trimEnd())) return false
  const opened = Math.max(text.lastIndexOf('“'), text.lastIndexOf('«'))
  const closed = Math.max(text.lastIndexOf('”'), text.lastIndexOf('»'))
  const last = /(?:[,;–—(-]|\s(?:a|an|and|at|by|for|from|in|of|on|or|that|the|to|which|with))\s*$/u
  return opened > closed || last.test(text.slice(-40))
}

/** The text from its first letter or digit on. */
const bareStart = (text: string): string => text.slice(0, 200).replace(/^[\s"'“‘«([*_]+/u, '')

/** True where a text begins with a small letter, and so goes on with something. */
export const startsLow = (text: string): boolean => /^\p{Ll}/u.test(bareStart(text))

/** True where a text begins with a capital letter or a digit. */
export const startsHigh = (text: string): boolean => /^[\p{Lu}\p{N}]/u.test(bareStart(text))

/** True where a text is one address and nothing else. */
export const isAddress = (text: string): boolean =>
  /^<?(?:https?:\/\/|www\.)[^\s<>]+>?[.,;]?$/.test(text)

/**
 * True where a text could be an unmarked heading: short, begins high, ends without the
 * punctuation of a sentence (a question mark is a heading's too).
 */
export function looksLikeHeading(text: string): boolean {
  if (text.length > 1000) return false
  const plain = text.replace(MARKED, '').trim()
  // Longer than a line and a half of a book's measure is a sentence.
  if (plain.length > 100 || plain.split(/\s+/).length > 14) return false
  if (/[.,;:!…–—-]$/u.test(plain) || !/\p{L}/u.test(plain)) return false
  // A sentence has ended inside it; `U.S. Law` and `Dr. No` are not meant.
  if (/\p{Ll}{3}[.!?]\S*\s+\p{Lu}/u.test(plain)) return false
  // `1. Method` can be a heading, `1. the first` cannot.
  if (/^\d+[.)]\s+\p{Ll}/u.test(plain)) return false
  return startsHigh(plain) && !/https?:\/\/|www\./.test(plain)
}
