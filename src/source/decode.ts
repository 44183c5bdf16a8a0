import type { Diagnostic, Position, Warned } from '../diagnostic/diagnostic.ts'
import { diagnose } from '../diagnostic/diagnose.ts'
import { positionAt } from '../diagnostic/place.ts'

/**
 * Bytes of a text file as text with `\n` line ends and no byte order mark. A text that is not
 * UTF-8, or that holds what cannot be printed, is an error, never repaired. `allowed` are control
 * characters that mean something in this text, such as the form feed that ends a typeset page.
 */
export function decode(bytes: Uint8Array, file: string, allowed = ''): Warned<string> {
  const marked = otherEncoding(bytes)
  if (marked !== undefined) return { value: '', diagnostics: [badEncoding(file, marked, atStart)] }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const { what, position } = firstBadByte(bytes)
    return { value: '', diagnostics: [badEncoding(file, what, position)] }
  }
  const value = text.replace(/\r\n?/gu, '\n')
  return {
    value,
    diagnostics: [...loneReturns(text, file), ...controlCharacters(value, file, allowed)],
  }
}

/** A carriage return without a line feed: an old line end, or one that was left in a line. It is read as a line end. */
function loneReturns(text: string, file: string): Diagnostic[] {
  const places = [...text.matchAll(/\r(?!\n)/gu)]
  const [first] = places
  if (first === undefined) return []
  const at = text.slice(0, first.index).replace(/\r\n/gu, '\n').length
  const value = text.replace(/\r\n?/gu, '\n')
  return [
    diagnose('line-separator', {
      file,
      position: positionAt(value, at, at + 1),
      message:
        places.length === 1
          ? 'the line ends with a carriage return alone (U+000D), as on old Macs: other programs count the lines otherwise'
          : `${places.length} lines end with a carriage return alone (U+000D), the first of them here, as on old Macs: other programs count the lines otherwise`,
      help: 'save the file with the line ends LF or CRLF',
    }),
  ]
}

/** Of a file that is in another encoding throughout, or in none that could be placed. */
const atStart = positionAt('', 0, 0)

const badEncoding = (file: string, what: string, position: Position): Diagnostic =>
  diagnose('text-encoding', {
    file,
    position,
    message: `the file is not UTF-8: ${what}`,
    help: 'save it as UTF-8 in your editor',
  })

function otherEncoding(bytes: Uint8Array): string | undefined {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return 'it looks like UTF-16, little-endian'
  if (a === 0xfe && b === 0xff) return 'it looks like UTF-16, big-endian'
  return undefined
}

/** Where the text stops being UTF-8: the first byte of the sequence that fails. */
function firstBadByte(bytes: Uint8Array): { readonly what: string; readonly position: Position } {
  const isValid = (end: number, stream: boolean): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream })
      return true
    } catch {
      return false
    }
  }
  let at = 0
  let high = bytes.length
  while (at < high) {
    const middle = (at + high) >> 1
    if (isValid(middle + 1, true)) at = middle + 1
    else high = middle
  }
  // The decoder fails at the byte after an unfinished sequence, which has at most three bytes before.
  while (at > 0 && !isValid(at, false)) at--
  const before = new TextDecoder().decode(bytes.subarray(0, at)).replace(/\r\n?/gu, '\n')
  const position = positionAt(before, before.length, before.length)
  const byte = (bytes[at] ?? 0).toString(16).padStart(2, '0')
  return {
    what: `line ${position.start.line} holds the byte ${byte} (offset ${at}), as in Latin-1 or Windows-1252`,
    position,
  }
}

// C0 but tab and line feed, DEL, and the noncharacters (Unicode 23.7).
const forbidden =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]|[\uFDD0-\uFDEF]|\p{Noncharacter_Code_Point}/gu

function controlCharacters(text: string, file: string, allowed: string): Diagnostic[] {
  const findings: Diagnostic[] = []
  for (const match of text.matchAll(forbidden)) {
    if (allowed.includes(match[0])) continue
    const code = (match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    findings.push(
      diagnose('control-character', {
        file,
        position: positionAt(text, match.index, match.index + match[0].length),
        message: `the character U+${code} cannot be printed`,
        help: 'delete it; it may be invisible in your editor',
      }),
    )
    // One place is enough to find the cause of many.
    if (findings.length === 10) break
  }
  return findings
}
