/**
 * Hyphenation patterns by language, read from the package `hyphen` when a book needs them.
 *
 * In: BCP 47 tags. Out: Liang's patterns as tries. Never: patterns of a language that is not asked for.
 */
import type { Script } from './script.ts'

/** A node of the trie: what follows by letter, the row of `levels` for a pattern that ends here, or both. */
export type PatternNode = number | PatternBranches | readonly [PatternBranches, number]

export interface PatternBranches {
  readonly [letter: string]: PatternNode
}

/** As `hyphen` stores them: levels before each letter of a pattern, trie, words with places of their breaks. */
export type Patterns = readonly [
  levels: readonly (readonly number[])[],
  trie: PatternBranches,
  exceptions?: Readonly<Record<string, readonly number[]>>,
]

export interface Language {
  readonly script: Script
  readonly read: () => Promise<Patterns>
}

type PatternFile = () => Promise<{ readonly default: unknown }>

/** The package is pinned, and a test compares what we find in its files with what it finds. */
const readPatterns = async (file: PatternFile): Promise<Patterns> =>
  (await file()).default as Patterns

const latin = (file: PatternFile): Language => ({ script: 'Latn', read: () => readPatterns(file) })
const cyrillic = (file: PatternFile): Language => ({
  script: 'Cyrl',
  read: () => readPatterns(file),
})

/** By lower-case tag. Paths are written out, so that a bundler can follow each. */
const languages: Readonly<Record<string, Language>> = {
  en: latin(() => import('hyphen/patterns/en-us.js')),
  'en-gb': latin(() => import('hyphen/patterns/en-gb.js')),
  de: latin(() => import('hyphen/patterns/de-1996.js')),
  fr: latin(() => import('hyphen/patterns/fr.js')),
  es: latin(() => import('hyphen/patterns/es.js')),
  it: latin(() => import('hyphen/patterns/it.js')),
  pt: latin(() => import('hyphen/patterns/pt.js')),
  nl: latin(() => import('hyphen/patterns/nl.js')),
  pl: latin(() => import('hyphen/patterns/pl.js')),
  cs: latin(() => import('hyphen/patterns/cs.js')),
  sv: latin(() => import('hyphen/patterns/sv.js')),
  da: latin(() => import('hyphen/patterns/da.js')),
  fi: latin(() => import('hyphen/patterns/fi.js')),
  tr: latin(() => import('hyphen/patterns/tr.js')),
  la: latin(() => import('hyphen/patterns/la.js')),
  ru: cyrillic(() => import('hyphen/patterns/ru.js')),
  uk: cyrillic(() => import('hyphen/patterns/uk.js')),
  bg: cyrillic(() => import('hyphen/patterns/bg.js')),
}

/** Tags whose patterns are those of `en-gb`: the dictionaries of the Commonwealth divide as Oxford does. */
const british = new Set(['en-gb', 'en-au', 'en-nz', 'en-ie', 'en-in', 'en-za'])

/** The tag under which the patterns of `language` are filed (`en-US` under `en`); undefined where there are none. */
export function patternTag(language: string): string | undefined {
  const tag = language.toLowerCase()
  if (british.has(tag)) return 'en-gb'
  const primary = tag.split('-', 1)[0] ?? ''
  return Object.hasOwn(languages, primary) ? primary : undefined
}

/** The language filed under a tag that `patternTag` gave. */
export const patternsOf = (tag: string): Language | undefined => languages[tag]
