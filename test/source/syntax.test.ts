import type { Nodes } from 'mdast'
import { describe, expect, it } from 'vitest'
import { parseMarkdown } from '../../src/source/parse.ts'

/** A tree as text: a node a line, indented; a text in quotes. */
function outline(node: Nodes, depth = 0): string {
  const facts = Object.entries(node)
    .filter(
      ([key]) => !['type', 'children', 'position', 'title', 'checked', 'spread'].includes(key),
    )
    .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
  const line = `${'  '.repeat(depth)}${[node.type, ...facts].join(' ')}\n`
  const children = 'children' in node ? (node.children as Nodes[]) : []
  return line + children.map((child) => outline(child, depth + 1)).join('')
}
const body = (markdown: string): string =>
  parseMarkdown(markdown)
    .children.map((child) => outline(child))
    .join('')

describe('language spans', () => {
  it('hold Markdown, and may stand in emphasis', () => {
    expect(body('*[Готов **ли**]{lang=ru}*')).toBe(
      `paragraph
  emphasis
    languageSpan language="ru" attributes="{lang=ru}"
      text value="Готов "
      strong
        text value="ли"
`,
    )
  })
  it('may hold brackets that balance, an escaped bracket, a line end', () => {
    expect(body('[a [b] \\] c\nd]{lang=de}')).toContain('value="a [b] ] c\\nd"')
  })
  it('are no link and no reference', () => {
    expect(body('[a](b) [c] [d]{e}')).not.toContain('languageSpan language="" attributes="{lang')
    expect(body('[a](b)')).toContain('link url="b"')
  })
  it('may hold a call of a note', () => {
    expect(body('[a[^1]]{lang=ru}\n\n[^1]: x')).toContain('    footnoteReference identifier="1"')
  })
  it('take linear time in a flood of open brackets', () => {
    const time = (count: number): number => {
      const start = performance.now()
      parseMarkdown('['.repeat(count))
      return performance.now() - start
    }
    time(1000)
    // A square law would take a hundred times as long.
    expect(time(40_000) / Math.max(1, time(4000))).toBeLessThan(60)
  })
})

describe('inline notes', () => {
  it('hold Markdown', () => {
    expect(body('a^[see *b*, [c](d)]')).toContain(`  inlineNote
    text value="see "
    emphasis
      text value="b"
    text value=", "
    link url="d"`)
  })
  it('are not a call with a caret', () => {
    expect(body('a[^1]\n\n[^1]: x')).not.toContain('inlineNote')
  })
})

describe('cross-references', () => {
  it.each([
    ['@sec-a', 'kind="sec" label="a" page=false bare=false'],
    ['(@fig-a-b)', 'kind="fig" label="a-b" page=false bare=false'],
    ['@tbl-a.', 'kind="tbl" label="a" page=false bare=false'],
    ['@fn-trend-2020,', 'kind="fn" label="trend-2020"'],
    ['@kazakhstan/fn-580', 'kind="fn" label="580" page=false bare=false chapter="kazakhstan"'],
    ['@page-sec-a', 'kind="sec" label="a" page=true'],
    ['[-@fig-a]', 'kind="fig" label="a" page=false bare=true'],
    ['@sec-обзор', 'kind="sec" label="обзор"'],
  ])('reads %s', (markdown, expected) => {
    expect(body(markdown)).toContain(expected)
  })
  it.each([
    'name@sec-press.org',
    '\\@sec-a',
    '`@sec-a`',
    '@nobody',
    '@sec-',
    'https://example.org/@sec-a',
  ])('leaves %s alone', (markdown) => {
    expect(body(markdown)).not.toContain('crossReference')
  })
})

describe('braces', () => {
  it('may run over lines', () => {
    expect(body('[A]{lang=ru\n}')).toContain('languageSpan language="ru"')
    expect(body('![A](b.svg){#fig-x\nalt="c\nd"}')).toContain('identifier="fig-x" alt="c d"')
  })
})

describe('figures', () => {
  it('read their brackets as a caption in Markdown, with calls of notes', () => {
    expect(
      body('![A *map*[^1]](m.svg){#fig-m alt="Says \\"no\\"" credit=Us}\n\n[^1]: x'),
    ).toContain(
      `figure url="m.svg" attributes="{#fig-m alt=\\"Says \\\\\\"no\\\\\\"\\" credit=Us}" identifier="fig-m" alt="Says \\"no\\"" credit="Us"
  text value="A "
  emphasis
    text value="map"
  footnoteReference identifier="1"`,
    )
  })
  it('may go over lines in brackets and braces, in a list as well', () => {
    const figure =
      '- [![one\n  *two*\n  three](x.svg){alt="four\n  five\n  six"} seven](https://e.org)'
    const tree = parseMarkdown(`${figure} eight\n`)
    expect(outline(tree)).toContain('alt="four five six"')
    const places: string[] = []
    const visit = (node: Nodes): void => {
      const { start, end } = node.position ?? {}
      if (node.type === 'text')
        places.push(`${node.value} ${start?.line}:${start?.column}-${end?.line}:${end?.column}`)
      if ('children' in node) for (const child of node.children) visit(child)
    }
    visit(tree)
    expect(places).toEqual([
      'one\n 1:6-2:1',
      'two 2:4-2:7',
      '\nthree 2:8-3:8',
      ' seven 5:8-5:14',
      ' eight 5:30-5:36',
    ])
  })
  it('need a paragraph of their own', () => {
    expect(body('text ![a](m.svg)')).toMatch(/^paragraph\n {2}text .*\n {2}figure/u)
  })
  it('may lack caption and braces, which the checks find', () => {
    expect(body('![](m.png)')).toBe('figure url="m.png"\n')
  })
})

it('counts the place of an item whose text begins below its box', () => {
  const [list] = parseMarkdown('- [ ]\nopen\n').children
  const item = list?.type === 'list' ? list.children[0] : undefined
  expect(item?.children[0]?.position?.start).toEqual({ line: 2, column: 1, offset: 6 })
})

describe('identifiers', () => {
  it('stand at the end of a heading', () => {
    expect(body('## A *b* {#sec-a}')).toBe(`heading depth=2 data={"identifier":"sec-a"}
  text value="A "
  emphasis
    text value="b"
`)
  })
  it('are text where their brace is escaped', () => {
    expect(body('## A \\{#sec-a}')).toContain('text value="A {#sec-a}"')
  })
  it('belong to a caption that follows a table after a blank line', () => {
    expect(body('| a |\n| - |\n| b |\n\n: Cap {#tbl-x}')).toContain(
      'tableCaption identifier="tbl-x"\n  text value="Cap"',
    )
  })
  it('do not make a caption of a paragraph that follows no table', () => {
    expect(body('a\n\n: Cap {#tbl-x}')).not.toContain('tableCaption')
  })
})
