/** Gives every thing of a book a name that is unique in it, and that XML, PDF and an address can hold. */
export class Anchors {
  readonly #taken = new Set<string>()

  /** `wanted`, or `chapter.wanted` where another chapter has that name already. */
  claim(wanted: string, chapter: string): string {
    const clean = anchorOf(wanted)
    const candidates = [clean, `${chapter}.${clean}`]
    let free = candidates.find((candidate) => !this.#taken.has(candidate))
    for (let count = 2; free === undefined; count++) {
      const candidate = `${chapter}.${clean}-${count}`
      if (!this.#taken.has(candidate)) free = candidate
    }
    this.#taken.add(free)
    return free
  }
}

/** An NCName (Namespaces in XML 1.0, 4) without marks that an address would have to escape. */
const anchorOf = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}_.-]+/gu, '-')
    .replace(/^(?=[^\p{L}_])/u, '_') || '_'

/** `Overview & Strategy` is `overview-strategy`: the identifier of a heading that was given none. */
export const slugOf = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 80) || 'section'
