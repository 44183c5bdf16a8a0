/** Every UTF-16 unit, but for a moment: which of them the text at hand has. */
const seen = new Uint8Array(0x10000)

/**
 * Every character of a text once, in order of the first of each. A rule that looks for rare characters
 * asks this first, which is a hundredth of the text or less. Both halves of a pair of surrogates stand
 * together; one that stands alone in the text does so here.
 */
export function alphabetOf(text: string): string {
  const units: number[] = []
  let hasPairs = false
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (seen[unit] === 1) continue
    seen[unit] = 1
    units.push(unit)
    if (unit >= 0xd800 && unit <= 0xdfff) hasPairs = true
  }
  for (const unit of units) seen[unit] = 0
  return hasPairs ? [...new Set(text)].join('') : String.fromCharCode(...units)
}
