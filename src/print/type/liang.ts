import type { PatternBranches, PatternNode, Patterns } from './patterns.ts'

/** Gives the indices of the letters of a word in lower case that may open a line, ascending. */
export type Liang = (word: string) => number[]

/**
 * Reads patterns as one table, in which the next node is found by a letter's number.
 *
 * Liang, *Word Hy-phen-a-tion by Com-put-er* (1983), chapter 2: every pattern found in the word, its
 * ends marked by dots, raises the levels between its letters; an odd level permits a break, an even
 * one forbids it. We walk `hyphen`'s tries but not with its own function, which lower-cases by the
 * locale of the machine (a Turkish one would hyphenate `TITLE` otherwise).
 */
export function openLiang([levels, trie]: Patterns): Liang {
  const { next, rows, letters, width } = tableOf(trie)

  return (word) => {
    const dotted = `.${word}.`
    const highest = new Uint8Array(word.length + 2)
    for (let start = 0; start < dotted.length; start++) {
      // Patterns that start with the dot have no level before it: their first level stands before letter 0.
      const first = start === 0 ? 0 : start - 1
      let node = 0
      for (let at = start; at < dotted.length; at++) {
        const letter = letters[dotted.charCodeAt(at)]!
        node = letter === 0 ? 0 : next[node * width + letter]!
        if (node === 0) break
        const row = rows[node]!
        const found = row < 0 ? none : (levels[row] ?? none)
        for (let offset = 0; offset < found.length; offset++) {
          const place = first + offset
          if (found[offset]! > highest[place]!) highest[place] = found[offset]!
        }
      }
    }
    const places: number[] = []
    for (let place = 1; place < word.length; place++) {
      if (((highest[place] ?? 0) & 1) === 1) places.push(place)
    }
    return places
  }
}

const none: readonly number[] = []

interface Table {
  /** Node after a node and a letter, at `node * width + letter`; 0 for none, since none leads back to the root. */
  readonly next: Uint32Array
  /** Row of levels of the pattern that ends in a node; -1 for none. */
  readonly rows: Int32Array
  /** Number of a letter by its UTF-16 unit, from 1 on; 0 for one that is in no pattern. */
  readonly letters: Uint8Array
  /** Letters, and one more. */
  readonly width: number
}

function tableOf(trie: PatternBranches): Table {
  const letters = new Uint8Array(0x10000)
  /** Nodes in the order of their numbers, and the edges to all but the root. */
  const nodes: PatternNode[] = [trie]
  const edges: (readonly [from: number, letter: number])[] = [[0, 0]]
  let width = 1
  for (let node = 0; node < nodes.length; node++) {
    const branches = branchesOf(nodes[node]!)
    for (const letter in branches) {
      const unit = letter.charCodeAt(0)
      if (letters[unit] === 0) letters[unit] = width++
      nodes.push(branches[letter]!)
      edges.push([node, letters[unit]!])
    }
  }
  const next = new Uint32Array(nodes.length * width)
  edges.forEach(([from, letter], node) => {
    next[from * width + letter] = node
  })
  return { next, rows: Int32Array.from(nodes, rowOf), letters, width }
}

function rowOf(node: PatternNode): number {
  if (typeof node === 'number') return node
  return isPair(node) ? node[1] : -1
}

function branchesOf(node: PatternNode): PatternBranches {
  if (typeof node === 'number') return {}
  return isPair(node) ? node[0] : node
}

/** Narrows what `Array.isArray` leaves open: of the three kinds of node only the pair is an array. */
const isPair = (
  node: PatternBranches | readonly [PatternBranches, number],
): node is readonly [PatternBranches, number] => Array.isArray(node)
