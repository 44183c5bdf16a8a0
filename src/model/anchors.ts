/** Gives every thing of a book a name that is unique in it, and that XML, PDF and an address can hold. */
export class Anchors {
  readonly #taken = new Set<string>()
  /** The next number to try behind a name: of a thousand like names each is tried once. */
  readonly #counts = new Map<string, number>()

  /** `wanted`, or `chapter.wanted` where another chapter has that name already. */
  claim(wanted: string, chapter: string): string {
    const clean = anchorOf(wanted)
    let free = [clean, `${chapter}.${clean}`].find((candidate) => !this.#taken.has(candidate))
    const name = `${chapter}.${clean}`
    for (let count = this.#counts.get(name) ?? 2; free === undefined; count++) {
      const candidate = `${name}-${count}`
      if (!this.#taken.has(candidate)) free = candidate
      this.#counts.set(name, count + 1)
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
    .replace(/^-|-$/gu, '')
    .slice(0, 80) || 'section'
