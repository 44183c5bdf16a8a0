import { partsOf } from './address-parts.ts'
import type { Citation } from './citations.ts'

/**
 * The citations of one address that begin it otherwise than most do: `http` beside `https`, `dx.doi.org`
 * beside `doi.org`. Of two the newer form counts. A bare `www.x.org` has no scheme of its own.
 */
export function otherSpellings(citations: readonly Citation[]): readonly {
  readonly citation: Citation
  readonly model: Citation
}[] {
  const byBeginning = new Map<number, Citation[]>()
  for (const citation of citations) {
    const beginning = beginningOf(citation)
    if (beginning === undefined) continue
    const group = byBeginning.get(beginning)
    if (group === undefined) byBeginning.set(beginning, [citation])
    else group.push(citation)
  }
  if (byBeginning.size < 2) return []
  const groups = [...byBeginning]
    .toSorted(([a], [b]) => a - b)
    .map(([, group]) => group)
    .toSorted((a, b) => b.length - a.length)
  const model = groups[0]?.[0]
  if (model === undefined) return []
  return groups
    .slice(1)
    .flat()
    .map((citation) => ({ citation, model }))
}

/** The newest first: 0 for `https`, 1 more for the older host of the DOI, 2 more for `http`. */
function beginningOf({ url, chapter, position }: Citation): number | undefined {
  const parts = partsOf(url)
  if (parts === undefined) return undefined
  if (/^www\./iu.test(chapter.written.text.slice(position.start.offset, position.start.offset + 4)))
    return undefined
  return (/^dx\.doi\.org$/iu.test(parts.host) ? 1 : 0) + (parts.scheme === 'https' ? 0 : 2)
}
