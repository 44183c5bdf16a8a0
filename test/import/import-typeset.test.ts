import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { toString } from 'mdast-util-to-string'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { importTypeset } from '../../src/import/import-typeset.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const topics = readdirSync(here).filter((name) => statSync(join(here, name)).isDirectory())
const inputOf = (topic: string): string => readFileSync(join(here, topic, 'input.txt'), 'utf8')

const parse = (markdown: string) =>
  unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).parse(markdown)

/** The words of a text, in their own order, without marks, numbers of notes and punctuation. */
const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\d]+/gu) ?? []

/** What a reader of the Markdown sees: each leaf's text; identifiers of headings taken off. */
function printedWords(markdown: string): readonly string[] {
  const title = JSON.parse(
    JSON.stringify(/^title: "?(.*?)"?$/m.exec(markdown)?.[1] ?? ''),
  ) as string
  const words = [...wordsOf(title)]
  visit(parse(markdown), (node) => {
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'html') {
      words.push(...wordsOf(node.value.replace(/ \{#sec-[a-z0-9-]+\}$/, '')))
    }
  })
  return words
}

const sorted = (words: readonly string[]): readonly string[] => [...words].sort()

describe('importTypeset', () => {
  it.each(topics)('imports %s as its goldens say', async (topic) => {
    const { value, diagnostics } = importTypeset(inputOf(topic), 'input.txt')
    const report = diagnostics.map((one) => {
      const line = one.position?.start.line ?? '-'
      const help = one.help === undefined ? '' : `\n    help: ${one.help}`
      return `${line}:${one.rule}: ${one.message}${help}`
    })
    await expect(value.markdown).toMatchFileSnapshot(join(here, topic, 'expected.md'))
    await expect(`${report.join('\n')}\n`).toMatchFileSnapshot(join(here, topic, 'report.txt'))
  })

  it.each(topics)('reads %s alike with CRLF, CR and a byte order mark', (topic) => {
    const input = inputOf(topic)
    const { value } = importTypeset(input, 'input.txt')
    expect(importTypeset(input.replaceAll('\n', '\r\n'), 'input.txt').value).toEqual(value)
    expect(importTypeset(input.replaceAll('\n', '\r'), 'input.txt').value).toEqual(value)
    expect(importTypeset(`\uFEFF${input}`, 'input.txt').value).toEqual(value)
  })

  it.each(topics)('defines in %s every note once, and calls it once or doubts it', (topic) => {
    const { value, diagnostics } = importTypeset(inputOf(topic), 'input.txt')
    const defined: number[] = []
    const called: number[] = []
    visit(parse(value.markdown), (node) => {
      if (node.type === 'footnoteDefinition') defined.push(Number(node.identifier))
      if (node.type === 'footnoteReference') called.push(Number(node.identifier))
    })
    expect(defined).toHaveLength(value.notes)
    expect(new Set(called).size).toBe(called.length)
    for (const number of defined) {
      const isDoubted = diagnostics.some((one) => one.message === `found no call of note ${number}`)
      expect(called.includes(number)).toBe(!isDoubted)
    }
  })

  it.each(topics.filter((topic) => topic !== 'unreadable'))(
    'keeps in %s every word that is not furniture',
    (topic) => {
      const input = inputOf(topic)
      const { value, diagnostics } = importTypeset(input, 'input.txt')
      let text = input
      for (const one of [...diagnostics].reverse()) {
        if (one.rule !== 'import-dropped' || one.position === undefined) continue
        const { start, end } = one.position
        text = text.slice(0, start.offset) + text.slice(end.offset)
      }
      // Joints inside words, numbers of notes and markers apart, the letters are the same.
      const letters = (words: readonly string[]): string =>
        sorted([...words.join('').replace(/\d/g, '')]).join('')
      const isUntitled = diagnostics.some((one) => one.message.startsWith('found no title'))
      const printed = printedWords(value.markdown).slice(isUntitled ? 1 : 0)
      expect(letters(printed)).toBe(letters(wordsOf(text)))
    },
  )

  it('writes as the title what it is given, and a heading that says the same once', () => {
    const text = 'Wells\n\nWater\n\nWater is drawn by hand here, and it is drawn every day.\n'
    const own = importTypeset(text, 'wells.txt', { title: 'Wells' }).value.markdown
    const other = importTypeset(text, 'wells.txt', { title: 'On Wells: a Study' }).value.markdown
    expect(own).toMatch(/^---\ntitle: Wells\n---\n\n## Water/)
    expect(other).toMatch(/^---\ntitle: "On Wells: a Study"\n---\n\n## Wells/)
  })

  it('names the line and column of what it drops', () => {
    const text = 'Head\n\nTitle\n\nA text that goes\n\n¹ No note.\n\n  Head\n\non here.\n'
    const { diagnostics } = importTypeset(text, 'a.txt')
    const places = diagnostics
      .filter((one) => one.rule === 'import-dropped')
      .map((one) => one.position?.start)
    expect(places).toEqual([
      { line: 1, column: 1, offset: 0 },
      { line: 9, column: 3, offset: text.indexOf('  Head') + 2 },
    ])
  })

  it.each([
    ['an empty text', ''],
    ['blank lines', '\uFEFF \n\n\f\n'],
    ['a text with NUL', 'Title\n\nA\0B\n'],
    ['a noncharacter', 'Title\n\nA \uFDD0568\uFDD1 B\n'],
    ['more than a chapter may hold', 'word '.repeat(500_000)],
  ])('refuses %s', (_, text) => {
    const { value, diagnostics } = importTypeset(text, 'a.txt')
    expect(value).toEqual({ markdown: '', first: 0, last: 0, notes: 0 })
    expect(diagnostics.map((one) => one.rule)).toEqual(['import-unreadable'])
  })

  it('prints any line of signs as it stands', () => {
    const sign = fc.constantFrom(...'ab1 .*_[]<>#`~&;@{}!|-+=:()^"\'')
    const line = fc.string({ unit: sign, minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(line, (signs) => {
        const text = `Signs here, ${signs} end of it all.`
        fc.pre(!/\*\S[^*]*\*/.test(signs))
        const { markdown } = importTypeset(text, 'a.txt', { title: 'T' }).value
        const tree = parse(markdown)
        const printed = toString(tree.children[1])
        expect(printed.replace(/\s+/g, ' ')).toBe(text.replace(/\s+/g, ' '))
        expect(tree.children).toHaveLength(2)
      }),
      { numRuns: 300 },
    )
  })

  it('prints what begins a paragraph as it stands', () => {
    const starts = ['# a', '#', '1. a', '12) a', '+ a', ': a', '===', '---', '_ _ _', '~~~', '```']
    starts.push('[^1]: a', '[a]: b', '<div>', '&amp; a', '@sec-a', '\tcode', '!\\[a](b)', '| a |')
    for (const start of starts) {
      const text = `A sentence comes first.\n\n${start}\n\nA sentence comes last.`
      const tree = parse(importTypeset(text, 'a.txt', { title: 'T' }).value.markdown)
      expect(tree.children.map((node) => node.type)).toEqual([
        'yaml',
        ...Array.from({ length: 3 }, () => 'paragraph'),
      ])
      expect(toString(tree.children[2])).toBe(start.trim().replace('\\[', '['))
    }
  })

  it('takes generated pages back to the sentences they were cut from', () => {
    const word = fc.constantFrom('rope', 'lamp', 'well', 'stone', 'gate', 'bell', 'salt', 'road')
    const sentence = fc.array(word, { minLength: 14, maxLength: 30 })
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 3, maxLength: 9 }), fc.nat(500), (all, first) => {
        const raised = (n: number) => [...String(n)].map((d) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(d)]).join('')
        // Each page ends inside a sentence that calls a note on either side of the cut.
        const pages = all.map((words, at) => {
          const head = at % 2 === 0 ? 'The Book of Roads' : 'Second Report 1999'
          const next = all[at + 1]
          const rest = at === 0 ? '' : `${words.slice(7).join(' ')}.`
          const begin = next ? ` The${raised(first + at + 1)} ${next.slice(0, 7).join(' ')}` : ''
          const note = next ? `\n\n${raised(first + at + 1)} Note ${words[0]}.` : ''
          return `${head}\n\n${at === 0 ? 'Roads\n\nIt begins.' : rest}${begin}${note}`
        })
        const { value } = importTypeset(pages.join('\n\n'), 'a.txt')
        const text = value.markdown.split('\n\n').find((block) => block.startsWith('It begins.'))
        const expected = all
          .slice(1)
          .map((words, at) => `The[^${first + at + 1}] ${words.join(' ')}.`)
        expect(text).toBe(['It begins.', ...expected].join(' '))
        expect(value).toMatchObject({ first: first + 1, last: first + all.length - 1 })
        expect(value.notes).toBe(all.length - 1)
      }),
    )
  })
})

describe('calls in plain figures', () => {
  const doubts = (text: string): string[] =>
    importTypeset(text, 'a.txt', { title: 'T' })
      .diagnostics.filter(({ rule }) => rule === 'import-doubted')
      .map(({ message, position }) => `${position?.start.line} ${message}`)

  it('are doubted, not passed over: where notes seem to be meant and none was taken', () => {
    const text =
      'The first mill came in.1 The second followed.2\n\nMore was said.\n\n1. Smith, p. 4.\n\n2. Jones, p. 9.\n'
    expect(doubts(text)).toContainEqual(
      '5 took no notes, though 2 lines begin with numbers that also stand behind words of the text',
    )
    expect(
      doubts(text.replaceAll(/(?<=[a-z]\.)(\d)/gu, ' [$1]').replaceAll(/^(\d)\./gmu, '[$1]')),
    ).toHaveLength(1)
  })
  it('are not suspected in a list that nothing calls', () => {
    expect(
      doubts('Three steps were taken.\n\n1. Plan the work.\n\n2. Do the work.\n').join(),
    ).not.toContain('took no notes')
  })
})
