import type { Parts } from '../normalise.ts'

/** Types of relationships to parts that say nothing, by the part they lead to. */
const idle = new Map([
  ['endnotes.xml', 'word/endnotes.xml'],
  ['docProps/custom.xml', 'docProps/custom.xml'],
])

/** Without the parts that `docx` always writes and this document never fills, and without what points to them. */
export function dropIdleParts(parts: Parts): Parts {
  const kept = new Map(parts)
  for (const path of ['word/endnotes.xml', 'word/_rels/endnotes.xml.rels', 'docProps/custom.xml']) {
    kept.delete(path)
  }
  for (const [path, content] of kept) {
    if (typeof content !== 'string') continue
    if (path.endsWith('.rels')) kept.set(path, withoutIdleRelationships(content))
    if (path === '[Content_Types].xml') kept.set(path, withoutIdleTypes(content))
  }
  return kept
}

const withoutIdleRelationships = (xml: string): string =>
  xml.replace(/<Relationship [^>]*\/>/g, (relationship) => {
    const target = /Target="([^"]*)"/.exec(relationship)?.[1] ?? ''
    return idle.has(target) ? '' : relationship
  })

const withoutIdleTypes = (xml: string): string =>
  xml.replace(/<Override [^>]*\/>/g, (override) => {
    const name = /PartName="\/([^"]*)"/.exec(override)?.[1] ?? ''
    return [...idle.values()].includes(name) ? '' : override
  })

/**
 * Relationship ids counted from `rId1` in the order of each part's relationships: `docx` draws those of
 * links at random.
 */
export function renumberRelationships(parts: Parts): Parts {
  const renumbered = new Map(parts)
  for (const [path, relationships] of parts) {
    const owner = ownerOf(path)
    const content = owner === undefined ? undefined : parts.get(owner)
    if (owner === undefined || typeof relationships !== 'string') continue
    const ids = new Map<string, string>()
    const counted = relationships.replace(/ Id="([^"]*)"/g, (_, id: string) => {
      const next = `rId${String(ids.size + 1)}`
      ids.set(id, next)
      return ` Id="${next}"`
    })
    renumbered.set(path, counted)
    if (typeof content === 'string') renumbered.set(owner, replaceIds(content, ids))
  }
  return renumbered
}

/** `word/_rels/document.xml.rels` is of `word/document.xml`; undefined for other parts. */
const ownerOf = (path: string): string | undefined =>
  path.endsWith('.rels') && path.includes('_rels/')
    ? path.replace('_rels/', '').replace(/\.rels$/, '')
    : undefined

const replaceIds = (xml: string, ids: ReadonlyMap<string, string>): string =>
  xml.replace(
    / (r:id|r:embed|r:link)="([^"]*)"/g,
    (attribute, name: string, id: string) => ` ${name}="${ids.get(id) ?? id}"` || attribute,
  )
