/**
 * What a terminal would obey or hide instead of showing: controls but tab and line feed (C0, DEL,
 * C1), the bidirectional controls (UAX #9, 2), separators of lines and paragraphs, characters without
 * a shape, halves of surrogate pairs. Joiners (U+200C, U+200D) stay: Persian, Hindi and emoji are
 * spelled with them.
 */
const hidden =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]|\p{Bidi_Control}|[\u00AD\u180E\u200B\u2028\u2029\u2060-\u2064\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]|\p{Cs}/gu

/** Text that is safe to print: what a terminal would obey or hide is shown by its code point, `<U+202E>`. */
export const visible = (text: string): string => text.replace(hidden, named)

/** The same on one line. */
export const visibleLine = (text: string): string => visible(text).replace(/\n/gu, named)

function named(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return `<U+${code}>`
}

/** Marks and joiners, which stand on the character before them; vowels and finals of Hangul syllables. */
const zero = /^(?:\p{Mn}|\p{Me}|[\u200C\u200D\u1160-\u11FF]|[\u{1F3FB}-\u{1F3FF}])$/u

/** East Asian Wide and Fullwidth (UAX #11), by block, and what is shown as a picture of its own (UTS #51). */
const wide =
  /^(?:[\u1100-\u115F\u2329\u232A\u2E80-\u303E\u3041-\u3247\u3250-\uA4C6\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6B\uFF01-\uFF60\uFFE0-\uFFE6]|[\u{16FE0}-\u{18DFF}\u{1AFF0}-\u{1B2FB}\u{1F200}-\u{1F265}\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation})$/u

/** A flag is two of these. */
const regional = /^[\u{1F1E6}-\u{1F1FF}]$/u

/**
 * Columns of a terminal that a character takes: 0 for a mark on another, 2 for East Asian wide, else
 * 1, a tab too. What `visible` names takes the width of its name.
 */
export function columnsOf(character: string): number {
  if (character >= ' ' && character <= '~') return 1
  const shown = visible(character)
  if (shown !== character) return shown.length
  if (zero.test(character)) return 0
  return wide.test(character) && !regional.test(character) ? 2 : 1
}

/** Columns of a text of one line. */
export function widthOf(text: string): number {
  let columns = 0
  for (const character of text) columns += columnsOf(character)
  return columns
}
