/** Longest name that Word keeps: longer ones are cut without a word (ECMA-376 part 1, 17.13.6.2; Word's own limit). */
const LONGEST = 40

/**
 * Names of bookmarks by the anchors of the book: `sec-ai-ethics` is `_sec_ai_ethics`. Letters, digits
 * and underscores only, since a field's instruction ends a name at anything else; the underscore in
 * front hides them from the list in Word's dialog, as Word's own `_Ref…` are hidden. Anchors that
 * would share a name get a count at its end, in order of asking.
 */
export class BookmarkNames {
  readonly #names = new Map<string, string>()
  readonly #taken = new Set<string>()

  /** The name for `anchor`, the same each time. */
  of(anchor: string): string {
    const known = this.#names.get(anchor)
    if (known !== undefined) return known
    const base = `_${anchor.replace(/[^\p{L}\p{N}_]/gu, '_')}`
    let name = cut(base, LONGEST)
    for (let count = 2; this.#taken.has(fold(name)); count += 1) {
      const suffix = `_${String(count)}`
      name = cut(base, LONGEST - suffix.length) + suffix
    }
    this.#names.set(anchor, name)
    this.#taken.add(fold(name))
    return name
  }
}

/** Word compares names without regard to case. */
const fold = (name: string): string => name.toLowerCase()

/** At most `length` UTF-16 units, no surrogate pair cut in two. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text
  const end = /[\uD800-\uDBFF]/.test(text.charAt(length - 1)) ? length - 1 : length
  return text.slice(0, end)
}
