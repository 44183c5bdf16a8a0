import type { PatternBranches, PatternNode, Patterns } from './patterns.ts'

/**
 * Finds where patterns let `word` be divided: indices of the letters that may open a line, ascending.
 *
 * Liang, *Word Hy-phen-a-tion by Com-put-er* (1983), chapter 2: every pattern found in the word, its
 * ends marked by dots, raises the levels between its letters; an odd level permits a break, an even
 * one forbids it. We walk `hyphen`'s tries but not with its own function, which lower-cases by the
 * locale of the machine (a Turkish one would hyphenate `TITLE` otherwise). Assumes lower case.
 */
export function liang(word: string, [levels, trie]: Patterns): number[] {
  const dotted = `.${word}.`
  const highest = new Uint8Array(word.length + 2)
  for (let start = 0; start < dotted.length; start++) {
    // Patterns that start with the dot have no level before it: their first level stands before letter 0.
    const first = start === 0 ? 0 : start - 1
    let branches: PatternBranches | undefined = trie
    for (let at = start; at < dotted.length && branches !== undefined; at++) {
      const node: PatternNode | undefined = branches[dotted.charAt(at)]
      if (node === undefined) break
      const row = rowOf(node)
      const found = row === undefined ? none : (levels[row] ?? none)
      for (let offset = 0; offset < found.length; offset++) {
        const place = first + offset
        if (found[offset]! > highest[place]!) highest[place] = found[offset]!
      }
      branches = branchesOf(node)
    }
  }
  const places: number[] = []
  for (let place = 1; place < word.length; place++) {
    if (((highest[place] ?? 0) & 1) === 1) places.push(place)
  }
  return places
}

const none: readonly number[] = []

function rowOf(node: PatternNode): number | undefined {
  if (typeof node === 'number') return node
  return isPair(node) ? node[1] : undefined
}

function branchesOf(node: PatternNode): PatternBranches | undefined {
  if (typeof node === 'number') return undefined
  return isPair(node) ? node[0] : node
}

/** Narrows what `Array.isArray` leaves open: of the three kinds of node only the pair is an array. */
const isPair = (
  node: PatternBranches | readonly [PatternBranches, number],
): node is readonly [PatternBranches, number] => Array.isArray(node)
