import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown'
import { factoryDestination } from 'micromark-factory-destination'
import { factoryTitle } from 'micromark-factory-title'
import { factoryWhitespace } from 'micromark-factory-whitespace'
import { markdownLineEndingOrSpace } from 'micromark-util-character'
import type { Code, Construct, Extension, State } from 'micromark-util-types'
import { attributesOf } from './attributes.ts'
import { braced, bracketed } from './bracketed.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    figure: 'figure'
    figureMarker: 'figureMarker'
    figureCaption: 'figureCaption'
    figureAttributes: 'figureAttributes'
    figureDestination: 'figureDestination'
    figureDestinationLiteral: 'figureDestinationLiteral'
    figureDestinationLiteralMarker: 'figureDestinationLiteralMarker'
    figureDestinationRaw: 'figureDestinationRaw'
    figureDestinationString: 'figureDestinationString'
    figureTitle: 'figureTitle'
    figureTitleMarker: 'figureTitleMarker'
    figureTitleString: 'figureTitleString'
  }
}

/**
 * `![Caption](map.svg){#fig-x alt="…"}`: an image whose brackets are a caption, read as Markdown,
 * where CommonMark (6.4) reads them as plain text. The braces are optional here; what must stand
 * in them is the checks' business.
 */
const construct: Construct = {
  name: 'figure',
  tokenize(effects, ok, nok) {
    return (code) => {
      effects.enter('figure')
      effects.enter('figureMarker')
      effects.consume(code)
      effects.exit('figureMarker')
      return caption
    }
    function caption(code: Code): State | undefined {
      return bracketed(effects, open, nok, 'figureCaption', 'empty')(code)
    }
    function open(code: Code): State | undefined {
      if (code !== 40) return nok(code)
      effects.enter('figureMarker')
      effects.consume(code)
      effects.exit('figureMarker')
      return factoryWhitespace(effects, destination)
    }
    function destination(code: Code): State | undefined {
      return factoryDestination(
        effects,
        afterDestination,
        nok,
        'figureDestination',
        'figureDestinationLiteral',
        'figureDestinationLiteralMarker',
        'figureDestinationRaw',
        'figureDestinationString',
        32,
      )(code)
    }
    function afterDestination(code: Code): State | undefined {
      return markdownLineEndingOrSpace(code) ? factoryWhitespace(effects, title)(code) : close(code)
    }
    function title(code: Code): State | undefined {
      if (code !== 34 && code !== 39 && code !== 40) return close(code)
      return factoryTitle(
        effects,
        afterTitle,
        nok,
        'figureTitle',
        'figureTitleMarker',
        'figureTitleString',
      )(code)
    }
    function afterTitle(code: Code): State | undefined {
      return markdownLineEndingOrSpace(code) ? factoryWhitespace(effects, close)(code) : close(code)
    }
    function close(code: Code): State | undefined {
      if (code !== 41) return nok(code)
      effects.enter('figureMarker')
      effects.consume(code)
      effects.exit('figureMarker')
      return (next) =>
        next === 123
          ? effects.attempt({ tokenize: attributes, partial: true }, end, end)(next)
          : end(next)
    }
    function end(code: Code): State | undefined {
      effects.exit('figure')
      return ok(code)
    }
  },
}

const attributes: Construct['tokenize'] = (effects, ok, nok) =>
  braced(effects, ok, nok, 'figureAttributes')

export const figureSyntax: Extension = { text: { 33: construct } }

export const figureFromMarkdown: FromMarkdownExtension = {
  canContainEols: ['figure'],
  enter: {
    figure(token) {
      this.enter({ type: 'figure', url: '', children: [] }, token)
    },
    figureDestinationString() {
      this.buffer()
    },
    figureTitleString() {
      this.buffer()
    },
  },
  exit: {
    figureDestinationString() {
      // The string as Markdown reads it: escapes and character references undone.
      const url = this.resume()
      const node = this.stack[this.stack.length - 1]
      if (node?.type === 'figure') node.url = url
    },
    figureTitleString() {
      // A tooltip: no edition has one.
      this.resume()
    },
    figureAttributes(token) {
      const node = this.stack[this.stack.length - 1]
      if (node?.type !== 'figure') return
      const { identifier, values } = attributesOf(this.sliceSerialize(token))
      node.attributes = this.sliceSerialize(token)
      if (identifier !== undefined) node.identifier = identifier
      const alt = values.get('alt')
      const credit = values.get('credit')
      if (alt !== undefined) node.alt = alt
      if (credit !== undefined) node.credit = credit
    },
    figure(token) {
      this.exit(token)
    },
  },
}
