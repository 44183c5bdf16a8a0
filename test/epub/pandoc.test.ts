import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { everyNode } from './every-node.ts'
import { bytesOf } from './open.ts'

const isThere = spawnSync('pandoc', ['--version']).status === 0
if (!isThere) process.emitWarning('pandoc is not on the PATH: it does not read the EPUB back')

test.skipIf(!isThere)(
  'pandoc gives every note back as a note, in order, under its number',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'imprimatur-epub-'))
    try {
      const file = join(folder, 'book.epub')
      writeFileSync(file, await bytesOf(everyNode))
      const { stdout } = spawnSync('pandoc', ['-f', 'epub', '-t', 'json', '--', file])
      const notes = notesIn(JSON.parse(stdout.toString()))
      expect(notes.map(textOf)).toEqual([
        '568 Plain.',
        '569 See this And more.',
        '570 in a list q',
        '571 In a cell.',
        expect.stringMatching(/^572 Under a Figure.1$/u),
        '573 Last.',
      ])
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
)

interface Node {
  readonly t?: string
  readonly c?: unknown
}

/** Notes in the order in which they stand. */
function notesIn(tree: unknown): Node[] {
  if (Array.isArray(tree)) return tree.flatMap(notesIn)
  if (typeof tree !== 'object' || tree === null) return []
  const node = tree as Node
  if (node.t === 'Note') return [node]
  return Object.values(tree).flatMap(notesIn)
}

function textOf(node: Node): string {
  const words: string[] = []
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk)
    if (typeof value !== 'object' || value === null) return
    const { t, c } = value as Node
    if (t === 'Str') words.push(c as string)
    else if (t === 'Link' || t === 'Span') walk((c as unknown[])[1])
    else walk(c)
    if (t === 'Space' || t === 'Para' || t === 'Plain') words.push(' ')
  }
  walk(node)
  return words.join('').replace(/ +/gu, ' ').trim()
}
