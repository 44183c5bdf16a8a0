import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown'
import type { Construct, Extension } from 'micromark-util-types'
import { attributesOf } from './attributes.ts'
import { braced, bracketed } from './bracketed.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    bracketMarker: 'bracketMarker'
    languageSpan: 'languageSpan'
    languageSpanText: 'languageSpanText'
    languageSpanAttributes: 'languageSpanAttributes'
  }
}

/** `[text]{lang=ru}` and nothing else in the braces, as Pandoc's bracketed span. */
const construct: Construct = {
  name: 'languageSpan',
  tokenize(effects, ok, nok) {
    return (code) => {
      effects.enter('languageSpan')
      return bracketed(effects, attributes, nok, 'languageSpanText')(code)
    }
    function attributes(code: Parameters<typeof ok>[0]) {
      return braced(effects, end, nok, 'languageSpanAttributes')(code)
    }
    function end(code: Parameters<typeof ok>[0]) {
      effects.exit('languageSpan')
      return ok(code)
    }
  },
}

export const languageSpanSyntax: Extension = { text: { 91: construct } }

export const languageSpanFromMarkdown: FromMarkdownExtension = {
  canContainEols: ['languageSpan'],
  enter: {
    languageSpan(token) {
      this.enter({ type: 'languageSpan', language: '', children: [] }, token)
    },
  },
  exit: {
    languageSpanAttributes(token) {
      const node = this.stack[this.stack.length - 1]
      const raw = this.sliceSerialize(token)
      if (node?.type !== 'languageSpan') return
      node.language = attributesOf(raw).values.get('lang') ?? ''
      node.attributes = raw
    },
    languageSpan(token) {
      this.exit(token)
    },
  },
}
