import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import { dropIdleParts, renumberRelationships } from './parts/relationships.ts'

/** A package by path: XML as text, pictures as bytes. */
export type Parts = ReadonlyMap<string, string | Uint8Array>

/** The package that `docx` has packed, opened. */
export function unpack(bytes: Uint8Array): Parts {
  return new Map(
    Object.entries(unzipSync(bytes)).map(([path, content]) => [
      path,
      isXml(path) ? strFromU8(content) : content,
    ]),
  )
}

/**
 * The package packed again, the same bytes for the same parts on every machine: relationship ids
 * counted, parts in a fixed order, every time stamp the edition's date.
 */
export function pack(parts: Parts, date: string): Uint8Array {
  const ordered = [...renumberRelationships(dropIdleParts(parts))].sort(([a], [b]) =>
    comparePaths(a, b),
  )
  const mtime = zipTime(date)
  const entries: Zippable = {}
  for (const [path, content] of ordered) {
    const bytes = typeof content === 'string' ? strToU8(content) : content
    // Pictures are compressed already. Level 6 of XML costs no more than 10 ms a chapter.
    entries[path] = [bytes, { level: isPicture(path) ? 0 : 6, mtime, os: 0 }]
  }
  return zipSync(entries)
}

/** The order in which Word writes them: types, relationships, document, then by name. Code units, so that no locale matters. */
function comparePaths(a: string, b: string): number {
  return rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0)
}

const first = ['[Content_Types].xml', '_rels/.rels', 'word/document.xml']
const rank = (path: string): number => (first.includes(path) ? first.indexOf(path) : first.length)

/**
 * Noon of the edition's day. A zip's time has no zone and fflate writes the local one, so the day is
 * given in local time; its years are 1980 to 2099.
 */
function zipTime(date: string): Date {
  const [year = 1980, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number)
  return new Date(Math.min(2099, Math.max(1980, year)), month - 1, day, 12)
}

const isXml = (path: string): boolean => /\.(xml|rels)$/.test(path)
const isPicture = (path: string): boolean => /\.(png|jpe?g)$/.test(path)
