import type { YAMLError } from 'yaml'

const usual = 'check quotes, colons and indentation around this place'

/** What the YAML library finds, by its code, as an author would say it, with what to do. */
const told: Readonly<Partial<Record<YAMLError['code'], readonly [string, string]>>> = {
  BAD_ALIAS: ['`*` begins an alias, which is not allowed', 'put the text in quotes'],
  BAD_DQ_ESCAPE: [
    'a backslash in double quotes stands before what it cannot escape',
    'write two backslashes, or single quotes around the text',
  ],
  BAD_INDENT: ['a line is not indented like those that it belongs to', usual],
  BAD_SCALAR_START: [
    'a text begins with a character that means something else',
    'put it in quotes',
  ],
  BLOCK_AS_IMPLICIT_KEY: [
    'a second colon stands where only a text may be',
    'put a text with a colon in quotes',
  ],
  BLOCK_IN_FLOW: ['a list or a map inside brackets goes on without them', 'close the brackets'],
  DUPLICATE_KEY: ['a key is there twice', 'keep one of them'],
  MULTILINE_IMPLICIT_KEY: ['a key goes on over lines, or its colon is missing', usual],
  MULTIPLE_DOCS: [
    'a line `---` or `...` begins a second document',
    'keep everything in one, and delete that line',
  ],
  TAB_AS_INDENT: ['a line is indented by a tab', 'indent it by spaces'],
  TAG_RESOLVE_FAILED: ['a word with `!` before it is a tag, which is not allowed', 'leave it out'],
}

/** The message and the help for a fault in YAML. The library's own message stands in where there is no better one. */
export function toldInPlainWords({ code, message }: YAMLError): readonly [string, string] {
  const known = told[code]
  if (known !== undefined) return known
  const line = (message.split('\n')[0] ?? '').replace(/\.$/u, '')
  return [`this cannot be read as YAML: ${line.charAt(0).toLowerCase()}${line.slice(1)}`, usual]
}
