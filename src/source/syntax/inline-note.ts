import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown'
import type { Code, Construct, Extension } from 'micromark-util-types'
import { bracketed } from './bracketed.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    inlineNote: 'inlineNote'
    inlineNoteMarker: 'inlineNoteMarker'
    inlineNoteText: 'inlineNoteText'
  }
}

/** `^[text]`, as Pandoc's inline notes. */
const construct: Construct = {
  name: 'inlineNote',
  tokenize(effects, ok, nok) {
    return (code) => {
      effects.enter('inlineNote')
      effects.enter('inlineNoteMarker')
      effects.consume(code)
      effects.exit('inlineNoteMarker')
      return bracketed(effects, end, nok, 'inlineNoteText')
    }
    function end(code: Code) {
      effects.exit('inlineNote')
      return ok(code)
    }
  },
}

export const inlineNoteSyntax: Extension = { text: { 94: construct } }

export const inlineNoteFromMarkdown: FromMarkdownExtension = {
  canContainEols: ['inlineNote'],
  enter: {
    inlineNote(token) {
      this.enter({ type: 'inlineNote', children: [] }, token)
    },
  },
  exit: {
    inlineNote(token) {
      this.exit(token)
    },
  },
}
