import type { Nodes, PhrasingContent } from 'mdast'
import type { State } from '../state.ts'
import { noteKey } from '../collect.ts'
import { splitByScript } from '../language.ts'
import type { FootnoteReference, Inline, Text } from '../nodes.ts'
import { plainText } from '../plain-text.ts'
import { placeOf } from './place.ts'
import { convertCrossReference } from './cross-reference.ts'
import { convertLink } from './link.ts'
import { collapse } from './white-space.ts'

/** Converts a run of inlines. `language` is that of the innermost language span around them. */
export function convertInlines(
  nodes: readonly PhrasingContent[],
  state: State,
  language?: string,
): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    const position = placeOf(node)
    switch (node.type) {
      case 'text':
        return text(collapse(node.value), position, state, language)
      case 'emphasis':
      case 'strong':
      case 'delete':
        return [
          { type: node.type, children: convertInlines(node.children, state, language), position },
        ]
      case 'inlineCode':
        return [{ type: 'inlineCode', value: collapse(node.value), position }]
      case 'break':
        return [{ type: 'break', position }]
      case 'link':
      case 'linkReference': {
        const content = convertInlines(node.children, state, language)
        const target = node.type === 'link' ? node : state.linkTargets.get(node.identifier)
        if (target === undefined) return content
        const { url, title } = target
        const address = { url, title: title ?? null, position, text: plainText(node.children) }
        return convertLink(address, content, state)
      }
      case 'languageSpan':
        return convertInlines(node.children, state, node.language)
      case 'crossReference':
        return [convertCrossReference(node, state)]
      case 'footnoteReference':
      case 'inlineNote':
        return call(node, state)
      // Images in a line and raw HTML are findings of the checks; no edition shows them.
      case 'figure':
      case 'image':
      case 'imageReference':
      case 'html':
        return []
      default:
        return never(node)
    }
  })
}

function text(
  value: string,
  position: Text['position'],
  state: State,
  language: string | undefined,
): Text[] {
  if (value === '') return []
  if (language !== undefined) return [{ type: 'text', value, language, position }]
  return splitByScript(value, state.language, state.metadata.languages).map((run) => ({
    type: 'text',
    ...run,
    position,
  }))
}

/** A call of a note that has a number; any other is a finding of the checks. */
function call(
  node: Extract<Nodes, { type: 'footnoteReference' | 'inlineNote' }>,
  state: State,
): FootnoteReference[] {
  const key = noteKey(node)
  const names = state.names.notes.get(key)
  if (names === undefined) return []
  const again = state.called.has(key)
  state.called.add(key)
  return [
    {
      type: 'footnoteReference',
      note: names.anchor,
      number: names.number,
      anchor: again ? `${names.reference}-${placeOf(node).start.offset}` : names.reference,
      position: placeOf(node),
    },
  ]
}

function never(node: never): never {
  throw new Error(`an inline without a handler: ${JSON.stringify(node)}`)
}
