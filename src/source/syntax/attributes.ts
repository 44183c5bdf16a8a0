/** What stands in braces after a heading, figure, caption or passage: `{#fig-x alt="…" lang=ru}`. */
export interface Attributes {
  /** Without `#`. */
  readonly identifier?: string
  readonly values: ReadonlyMap<string, string>
  /** What is neither an identifier nor a key with a value, as written. */
  readonly unknown: readonly string[]
}

// A key begins the braces, or follows white space or the end of a quoted value.
const attribute =
  /#([^\s{}"=]+)|(?<![^\s"])([\p{L}][\p{L}\p{N}-]*)=(?:"((?:\\.|[^"\\])*)"|([^\s{}"]+))|(\S+)/gu

/** Reads attributes as Pandoc writes them. `raw` includes the braces. In quotes a backslash protects the next character. */
export function attributesOf(raw: string): Attributes {
  let identifier: string | undefined
  const values = new Map<string, string>()
  const unknown: string[] = []
  for (const [whole, id, key, quoted, plain] of raw.slice(1, -1).matchAll(attribute)) {
    if (id !== undefined && identifier === undefined) identifier = id
    else if (key !== undefined && !values.has(key))
      values.set(key, quoted === undefined ? (plain ?? '') : unquote(quoted))
    else unknown.push(whole)
  }
  return { ...(identifier === undefined ? {} : { identifier }), values, unknown }
}

const unquote = (text: string): string =>
  text.replace(/\\(.)/gsu, '$1').replace(/(?<!\s)\s*\n\s*/gu, ' ')

/** Attributes at the very end of a text, `… {#sec-x}`: the text before them, and the braces as written. */
export function splitTrailingAttributes(text: string): { before: string; raw: string } | undefined {
  const end = text.trimEnd()
  if (!end.endsWith('}')) return undefined
  const open = end.lastIndexOf('{')
  if (open < 0 || end[open + 1] !== '#') return undefined
  return { before: end.slice(0, open).trimEnd(), raw: end.slice(open) }
}
