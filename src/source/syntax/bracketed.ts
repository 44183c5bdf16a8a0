import { markdownLineEnding } from 'micromark-util-character'
import type { Code, Effects, State, Token, TokenType } from 'micromark-util-types'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    bracedText: 'bracedText'
    bracedLineEnding: 'bracedLineEnding'
  }
}

/** `[text]{…}` that is longer than this is no passage but a bracket left open; the bound keeps a flood of brackets linear. */
export const longestText = 8000
/** Brackets within brackets, for the same reason. */
export const deepest = 8

/**
 * Tokenizes `[`, text in which brackets balance, `]`: the text becomes a token of type `type` with
 * a chunk for each of its lines, linked, that micromark reads as inline Markdown, so that emphasis,
 * links and notes work inside. One chunk over several lines would lose count of what stands before
 * them in a list or quotation.
 * A backslash protects the character after it. Fails past the bounds, and on an empty text unless
 * that is allowed.
 */
export function bracketed(
  effects: Effects,
  ok: State,
  nok: State,
  type: TokenType,
  empty: 'empty' | 'filled' = 'filled',
): State {
  let depth = 0
  let size = 0
  let previous: Token | undefined
  return open

  function open(code: Code): State | undefined {
    if (code !== 91) return nok(code)
    effects.enter('bracketMarker')
    effects.consume(code)
    effects.exit('bracketMarker')
    return first
  }

  function first(code: Code): State | undefined {
    // `[^x]` is never ours.
    if (code === null || code === 94) return nok(code)
    if (code === 93) return empty === 'empty' ? close(code) : nok(code)
    effects.enter(type)
    return line(code)
  }

  function line(code: Code): State | undefined {
    if (code === null) return nok(code)
    if (code === 93 && depth === 0) {
      effects.exit(type)
      return close(code)
    }
    const chunk = effects.enter('chunkText', { contentType: 'text', previous })
    if (previous !== undefined) previous.next = chunk
    previous = chunk
    return text(code)
  }

  function text(code: Code): State | undefined {
    if (code === null || size++ > longestText) return nok(code)
    if (code === 91 && ++depth > deepest) return nok(code)
    if (code === 93 && depth-- === 0) {
      effects.exit('chunkText')
      effects.exit(type)
      return close(code)
    }
    effects.consume(code)
    if (markdownLineEnding(code)) {
      effects.exit('chunkText')
      return line
    }
    return code === 92 ? escaped : text
  }

  function close(code: Code): State | undefined {
    effects.enter('bracketMarker')
    effects.consume(code)
    effects.exit('bracketMarker')
    return ok
  }

  function escaped(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return text(code)
    size++
    effects.consume(code)
    return text
  }
}

/**
 * Tokenizes `{`, anything but braces outside double quotes, `}` as one token of type `type`.
 * Line ends are allowed inside, as in Pandoc's attributes, each a token of its own: micromark takes
 * every token that holds nothing and runs over a line end for one line end.
 */
export function braced(effects: Effects, ok: State, nok: State, type: TokenType): State {
  let quoted = false
  let size = 0
  return open

  function open(code: Code): State | undefined {
    if (code !== 123) return nok(code)
    effects.enter(type)
    effects.enter('bracedText')
    effects.consume(code)
    return inside
  }

  function inside(code: Code): State | undefined {
    if (code === null || size++ > longestText || (code === 123 && !quoted)) return nok(code)
    if (markdownLineEnding(code)) {
      effects.exit('bracedText')
      effects.enter('bracedLineEnding')
      effects.consume(code)
      effects.exit('bracedLineEnding')
      return line
    }
    effects.consume(code)
    if (code === 34) quoted = !quoted
    if (code === 125 && !quoted) {
      effects.exit('bracedText')
      effects.exit(type)
      return ok
    }
    return inside
  }

  function line(code: Code): State | undefined {
    if (code === null) return nok(code)
    effects.enter('bracedText')
    return inside(code)
  }
}
