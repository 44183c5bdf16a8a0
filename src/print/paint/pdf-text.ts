/** An object that is named by its number (ISO 32000-1, 7.3.10). */
interface Reference {
  readonly id: number
  readonly gen: number
}

/**
 * A value as PDF writes it (7.3), in the form that pdfkit gives it: a string is a name, a `String`
 * a string. pdfkit's own way takes longer than all else of a book's structure.
 */
export function pdfText(value: unknown): string {
  if (typeof value === 'string') return `/${value}`
  if (typeof value === 'number') return String(Math.round(value * 1e6) / 1e6)
  if (value === undefined || value === null) return 'null'
  if (typeof value === 'boolean') return String(value)
  if (typeof value !== 'object') throw new Error(`PDF has no ${typeof value}`)
  if (value instanceof String) return stringText(value.valueOf())
  if (Array.isArray(value)) return `[${value.map(pdfText).join(' ')}]`
  if (isReference(value)) return `${value.id} ${value.gen} R`
  let text = '<<'
  for (const [key, part] of Object.entries(value)) {
    if (part !== undefined) text += `\n/${key} ${pdfText(part)}`
  }
  return `${text}\n>>`
}

const isReference = (value: object): value is Reference => 'id' in value && 'gen' in value

const escapes: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
}
const unsafe = /[\n\r\t\b\f()\\]/g

/** Of ASCII as it is, of all else in UTF-16 with its mark, a byte a character (7.9.2.2). */
function stringText(text: string): string {
  const bytes = /[^\p{ASCII}]/u.test(text)
    ? Buffer.from(`\uFEFF${text}`, 'utf16le').swap16().toString('latin1')
    : text
  return `(${bytes.replace(unsafe, (character) => escapes[character] ?? `\\${character}`)})`
}
