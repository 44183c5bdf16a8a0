import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** A regular expression as it stands in the source. */
export interface Pattern {
  /** `src/check/ground.ts:131`. */
  readonly place: string
  readonly source: string
  readonly flags: string
}

/** Every literal of the folders that read what an author wrote, from the syntax tree. */
export function patternsOf(folders: readonly string[]): readonly Pattern[] {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, name)),
  )
  return files.toSorted().flatMap((file) => {
    const found: Pattern[] = []
    const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/')
        const { line } = tree.getLineAndCharacterOfPosition(node.getStart())
        found.push({
          place: `${file}:${line + 1}`,
          source: node.text.slice(1, end),
          flags: node.text.slice(end + 1),
        })
      }
      ts.forEachChild(node, visit)
    }
    visit(tree)
    return found
  })
}

/** Characters of an atom that some text can be made of. */
const samples: Readonly<Record<string, string>> = {
  '\\s': ' ',
  '\\S': 'a',
  '\\d': '1',
  '\\D': 'a',
  '\\w': 'a',
  '\\W': ' ',
  '.': 'a',
  '\\n': '\n',
  '\\t': '\t',
  '\\0': '\u0001',
  '\\b': '',
}
const atom =
  /\\p\{(?<property>[^}]*)\}|\\u\{?(?<code>[0-9A-Fa-f]{1,6})\}?|(?<escape>\\[\s\S])|\[\^?(?<set>(?:\\[\s\S]|[^\]\\])*)\]|\(\?(?:<?[=!]|:|<\w+>)|(?<mark>[()|*+?^$])|\{\d*,?\d*\}|(?<plain>[^\\[\](){}|*+?^$])/gu

/** The texts that each atom of a pattern can match, in order, one each. */
export function atomsOf(source: string): readonly string[] {
  const atoms: string[] = []
  for (const { groups = {} } of source.matchAll(atom)) {
    const { property, code, escape, set, plain } = groups
    if (property !== undefined) atoms.push(/^(?:N|Nd)$/u.test(property) ? '1' : 'a')
    else if (code !== undefined) atoms.push(String.fromCodePoint(parseInt(code, 16)))
    else if (escape !== undefined) atoms.push(samples[escape] ?? escape.slice(1))
    else if (set !== undefined) atoms.push(...atomsOf(set.replace(/(.)-./gsu, '$1')))
    else if (plain !== undefined) atoms.push(samples[plain] ?? plain)
  }
  return atoms.filter((each) => each !== '')
}

/** Texts of some length on which a pattern that backtracks has much to do: its parts repeated, after and before others of them. */
export function pumpsOf(source: string, length: number): readonly string[] {
  const atoms = atomsOf(source)
  const alone = new Set([...atoms, ' ', '\n', '1', 'a', '[', '(', '<'])
  const pairs = atoms.slice(1).map((each, index) => (atoms[index] ?? '') + each)
  const pumped = [...alone, ...pairs, atoms.join('')].filter((each) => each !== '')
  const heads = new Set([
    '',
    atoms[0] ?? '',
    atoms.slice(0, 2).join(''),
    atoms.slice(0, 4).join(''),
  ])
  return [...new Set(pumped)].flatMap((piece) =>
    [...heads].map((head) => `${head}${piece.repeat(Math.ceil(length / piece.length))}\u0001`),
  )
}
