/** Stretches outside of ASCII. */
const foreign = /[^\0-\x7f]+/g

/**
 * Every character of a text outside of ASCII once, in order of the first of each. A rule that looks
 * for rare characters asks this first, which is a hundredth of the text or less. Both halves of a pair
 * of surrogates stand together; one that stands alone in the text does so here.
 */
export function alphabetOf(text: string): string {
  const seen = new Set<string>()
  foreign.lastIndex = 0
  for (let match = foreign.exec(text); match !== null; match = foreign.exec(text))
    // Nearly always a single mark or letter.
    if (match[0].length === 1) seen.add(match[0])
    else for (const character of match[0]) seen.add(character)
  return [...seen].join('')
}
