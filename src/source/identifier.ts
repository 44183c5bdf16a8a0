import { createHash } from 'node:crypto'

/** The URL namespace of RFC 9562, 6.6. */
const urlNamespace = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex')

/** A UUID v5 (RFC 9562, 5.5) of a book's title and language, as a URN: the same book has it in every build. */
export function identifierOf(title: string, language: string): string {
  const hash = createHash('sha1').update(urlNamespace).update(`${language}:${title}`).digest()
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = hash.toString('hex')
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ]
  return `urn:uuid:${parts.join('-')}`
}
