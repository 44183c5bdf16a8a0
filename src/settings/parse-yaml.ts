import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  parseDocument,
  visit,
  type Document,
} from 'yaml'
import type { Diagnostic, Position, Warned } from '../diagnostic/diagnostic.ts'
import { diagnose } from '../diagnostic/diagnose.ts'
import { lineStartsOf, pointAt } from '../diagnostic/place.ts'
import { toldInPlainWords } from './yaml-fault.ts'

/** A path into YAML data, dots between: `chapters.1.footnotes`; the empty string is the whole. */
export type KeyPath = string

/** YAML data with the place of every key. */
export interface YamlData {
  readonly data: unknown
  /** Of the key and, under `path + '='`, of the value. */
  readonly positions: ReadonlyMap<KeyPath, Position>
}

/** `book.yaml`, a template, or the metadata of a chapter, in characters: far over any that a person writes. */
const LARGEST_METADATA = 64 * 1024

/** Flow collections inside each other; deeper ones have ended the process of the YAML library. */
const deepestFlow = 20

/**
 * Parses the YAML in `text[start, end)` with limits: one document, no aliases, anchors or tags,
 * no key twice. Positions count in the whole `text`.
 */
export function parseYaml(
  text: string,
  file: string,
  start = 0,
  end = text.length,
): Warned<YamlData | undefined> {
  const starts = lineStartsOf(text)
  const at = (from: number, to: number): Position => ({
    start: pointAt(starts, Math.min(end, start + from)),
    // What is missing at the very end is told one character after it.
    end: pointAt(starts, Math.min(end, start + Math.max(from, to))),
  })
  const refuse = (from: number, to: number, message: string, help: string): Diagnostic =>
    diagnose('metadata-syntax', { file, position: at(from, to), message, help })
  const yaml = text.slice(start, end)

  if (yaml.length > LARGEST_METADATA) {
    const finding = diagnose('over-limit', {
      file,
      position: at(0, 0),
      message: `the metadata is longer than ${LARGEST_METADATA} characters`,
      help: 'keep only the keys that the format knows',
    })
    return { value: undefined, diagnostics: [finding] }
  }
  const deep = tooDeep(yaml)
  if (deep !== undefined)
    return {
      value: undefined,
      diagnostics: [refuse(deep, deep + 1, 'brackets are nested too deep', 'write it flatter')],
    }

  const document = parseDocument(yaml, {
    prettyErrors: false,
    uniqueKeys: true,
    strict: true,
    version: '1.2',
  })
  const problem = document.errors[0] ?? document.warnings[0]
  if (problem !== undefined) {
    const conflict = mergeMark(yaml)
    if (conflict !== undefined) return { value: undefined, diagnostics: [refuse(...conflict)] }
    const open = openQuote(document, problem.pos[0])
    if (open !== undefined)
      return {
        value: undefined,
        diagnostics: [
          refuse(
            open,
            open + 1,
            'a quotation mark opens a text here and nothing closes it',
            'close it at the end of the text, or take it out',
          ),
        ],
      }
    const [message, help] = toldInPlainWords(problem)
    return {
      value: undefined,
      diagnostics: [refuse(problem.pos[0], problem.pos[1], message, help)],
    }
  }
  const forbidden: Diagnostic[] = []
  visit(document, {
    Node(_, node) {
      const [from, to] = node.range ?? [0, 0]
      if (isAlias(node) || node.anchor !== undefined)
        forbidden.push(
          refuse(from, to, 'aliases and anchors are not allowed', 'write the value out'),
        )
      // Tags of YAML's own, such as `!!binary`, too: a value is what it is written as.
      else if (node.tag !== undefined)
        forbidden.push(
          refuse(
            from,
            to,
            'a word with `!` before it is a tag, which is not allowed',
            'leave it out',
          ),
        )
    },
    Pair(_, { key }) {
      if (isScalar(key)) return
      const [from, to] = (isNode(key) ? key.range : undefined) ?? [0, 0]
      forbidden.push(refuse(from, to, 'a list or a map cannot be a key', 'write a word as the key'))
    },
  })
  if (forbidden[0] !== undefined) return { value: undefined, diagnostics: [forbidden[0]] }

  const positions = new Map<KeyPath, Position>()
  record(document.contents, '')
  return { value: { data: document.toJS({ maxAliasCount: 0 }), positions }, diagnostics: [] }

  function record(node: unknown, path: KeyPath): void {
    if (!isNode(node)) return
    const [from, to] = node.range ?? [0, 0]
    positions.set(`${path}=`, at(from, to))
    if (!isCollection(node)) return
    node.items.forEach((item, index) => {
      if (isPair(item)) {
        const name = isScalar(item.key) ? String(item.key.value) : String(index)
        const inner = path === '' ? name : `${path}.${name}`
        if (isNode(item.key) && item.key.range)
          positions.set(inner, at(item.key.range[0], item.key.range[1]))
        record(item.value, inner)
      } else {
        const inner = path === '' ? String(index) : `${path}.${index}`
        if (isNode(item) && item.range)
          positions.set(inner, at(item.range[0], isMap(item) ? item.range[0] + 1 : item.range[1]))
        record(item, inner)
      }
    })
  }
}

/** The first mark that git left, with what is wrong and what to do. */
function mergeMark(yaml: string): [number, number, string, string] | undefined {
  const mark = /^(?:<{7}|>{7}|\|{7})(?: .*)?$/m.exec(yaml)
  if (mark === null) return undefined
  return [
    mark.index,
    mark.index + mark[0].length,
    `\`${mark[0].slice(0, 40)}\` is left over from two versions that disagreed`,
    'keep one of the two versions, and delete the lines of marks',
  ]
}

function tooDeep(yaml: string): number | undefined {
  let depth = 0
  for (let at = 0; at < yaml.length; at++) {
    const character = yaml[at]
    if (character === '[' || character === '{') depth++
    else if (character === ']' || character === '}') depth--
    else if (character === '\n' && depth < 0) depth = 0
    if (depth > deepestFlow) return at
  }
  return undefined
}

/** Where a text in quotes begins whose closing mark is found missing at `end`; absence means that none is. */
function openQuote(document: Document, end: number): number | undefined {
  if (document.errors[0]?.code !== 'MISSING_CHAR') return undefined
  let found: number | undefined
  visit(document, {
    Scalar(_, { type, range }) {
      const isQuoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE'
      if (isQuoted && range != null && range[1] === end) found = range[0]
    },
  })
  return found
}
