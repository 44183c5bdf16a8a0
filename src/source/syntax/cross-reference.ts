import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown'
import { asciiAlphanumeric, unicodePunctuation, unicodeWhitespace } from 'micromark-util-character'
import type { Code, Construct, Effects, Extension, State } from 'micromark-util-types'
import type { CrossReference } from './nodes.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    crossReference: 'crossReference'
    crossReferenceMarker: 'crossReferenceMarker'
    crossReferenceText: 'crossReferenceText'
  }
}

/** `@sec-x`, `@page-fig-x`, `@kazakhstan/fn-x`. */
const spelling = /^@(?:([^\s/@]+)\/)?(page-)?(sec|fig|tbl|fn)-(.+)$/u

/** Longer than any label may be. */
const longest = 300

/** A letter, digit, `_` in any script; `-`, `.`, `:` and `/` join them and never end a reference. */
const isWord = (code: Code): boolean =>
  code !== null &&
  code >= 0 &&
  (code === 95 || !(unicodePunctuation(code) || unicodeWhitespace(code)))
const isJoint = (code: Code): boolean => code === 45 || code === 46 || code === 47 || code === 58

/** Consumes the longest run of words and joints that ends in a word, in a token of its own. */
function name(effects: Effects, ok: State, nok: State): State {
  let size = 0
  return start

  function start(code: Code): State | undefined {
    if (code !== 64) return nok(code)
    effects.enter('crossReferenceText')
    effects.consume(code)
    return (next) => (isWord(next) ? inside(next) : nok(next))
  }

  function inside(code: Code): State | undefined {
    if (size++ > longest) return nok(code)
    if (isWord(code)) {
      effects.consume(code)
      return inside
    }
    if (!isJoint(code)) return end(code)
    return effects.check({ tokenize: jointThenWord, partial: true }, consumeJoint, end)(code)
  }

  function consumeJoint(code: Code): State | undefined {
    effects.consume(code)
    return inside
  }

  function end(code: Code): State | undefined {
    effects.exit('crossReferenceText')
    return ok(code)
  }
}

function jointThenWord(effects: Effects, ok: State, nok: State): State {
  return (code) => {
    effects.enter('crossReferenceText')
    effects.consume(code)
    effects.exit('crossReferenceText')
    return (next) => (isWord(next) ? ok(next) : nok(next))
  }
}

const plain: Construct = {
  name: 'crossReference',
  // Not inside a word, so that `name@sec-press.org` stays an address.
  previous: (code) => code !== 64 && code !== 47 && !asciiAlphanumeric(code),
  tokenize(effects, ok, nok) {
    const context = this
    return (code) => {
      if (!plain.previous?.call(context, context.previous)) return nok(code)
      effects.enter('crossReference')
      return name(effects, end, nok)(code)
    }
    function end(code: Code): State | undefined {
      const token = effects.exit('crossReference')
      return spelling.test(context.sliceSerialize(token)) ? ok(code) : nok(code)
    }
  },
}

/** `[-@fig-x]`. */
const bare: Construct = {
  name: 'bareCrossReference',
  tokenize(effects, ok, nok) {
    const context = this
    return open
    function open(code: Code): State | undefined {
      effects.enter('crossReference')
      effects.enter('crossReferenceMarker')
      effects.consume(code)
      return dash
    }
    function dash(code: Code): State | undefined {
      if (code !== 45) return nok(code)
      effects.consume(code)
      effects.exit('crossReferenceMarker')
      return name(effects, close, nok)
    }
    function close(code: Code): State | undefined {
      if (code !== 93) return nok(code)
      effects.enter('crossReferenceMarker')
      effects.consume(code)
      effects.exit('crossReferenceMarker')
      const token = effects.exit('crossReference')
      return spelling.test(context.sliceSerialize(token).slice(2, -1)) ? ok : nok
    }
  },
}

export const crossReferenceSyntax: Extension = { text: { 64: plain, 91: bare } }

export const crossReferenceFromMarkdown: FromMarkdownExtension = {
  enter: {
    crossReference(token) {
      const raw = this.sliceSerialize(token)
      const isBare = raw.startsWith('[')
      const parts = spelling.exec(isBare ? raw.slice(2, -1) : raw)
      const node: CrossReference = {
        type: 'crossReference',
        kind: (parts?.[3] ?? 'sec') as CrossReference['kind'],
        label: parts?.[4] ?? '',
        page: parts?.[2] !== undefined,
        bare: isBare,
        ...(parts?.[1] === undefined ? {} : { chapter: parts[1] }),
      }
      this.enter(node, token)
    },
  },
  exit: {
    crossReference(token) {
      this.exit(token)
    },
  },
}
