import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readBook, readLone } from '../../src/source/read.ts'
import { bookYaml, readFiles, writeFiles } from '../write-book.ts'

const chapter = '# K\n\ntext\n'
/** Rule, line and message of what reading a book finds. */
const findings = (files: Record<string, string | Uint8Array>): string[] =>
  readFiles(files).diagnostics.map(
    ({ rule, position, message }) => `${position?.start.line ?? '-'} ${rule}: ${message}`,
  )
const image = (markdown: string, files: Record<string, string | Uint8Array> = {}): string[] =>
  findings({ 'book.yaml': bookYaml(['k.md']), 'k.md': `# K\n\n${markdown}\n`, ...files })

describe('book.yaml', () => {
  it('reads with its defaults', () => {
    const { value, diagnostics } = readFiles({ 'book.yaml': bookYaml(['k.md']), 'k.md': chapter })
    expect(diagnostics).toEqual([])
    expect(value?.metadata).toMatchObject({
      version: '1',
      status: 'final',
      template: 'report',
      footnotes: { numbering: 'continuous', first: 1 },
      identifier: expect.stringMatching(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5/u) as string,
    })
  })
  it.each([
    ['doubled-wrod', /^`checks` has the key `doubled-wrod`/u, /^did you mean `doubled-word`\?$/u],
    ['xyz', /must name a rule that exists$/u, /^docs\/rules\.md lists the rules/u],
    ['unused-footnote', /must stay error, since [^;]+$/u, /^delete the line, .* docs\/rules\.md/u],
  ])('says briefly what is wrong with %s under `checks`', (rule, message, help) => {
    const files = { 'book.yaml': bookYaml(['k.md'], `checks: { ${rule}: off }\n`), 'k.md': chapter }
    const [finding, ...others] = readFiles(files).diagnostics
    expect(others).toEqual([])
    expect(finding?.message).toMatch(message)
    expect(finding?.help).toMatch(help)
  })
  it('reads to what date a book is embargoed', () => {
    const read = (status: string): unknown =>
      readFiles({ 'book.yaml': bookYaml(['k.md'], `status: ${status}\n`), 'k.md': chapter }).value
        ?.metadata
    expect(read('embargoed until 2021-03-01')).toMatchObject({
      status: 'embargoed',
      embargoedUntil: '2021-03-01',
    })
    expect(read('embargoed')).not.toHaveProperty('embargoedUntil')
    expect(read('embargoed until 2021-02-30')).toBeUndefined()
  })
  it.each(['1.10', '2.0', '1', "'1.20'"])('reads version %s as it is written', (version) => {
    const files = {
      'book.yaml': bookYaml(['k.md'], `version: ${version} # ours\n`),
      'k.md': chapter,
    }
    expect(readFiles(files).value?.metadata.version).toBe(version.replaceAll("'", ''))
  })
  it.each([
    ['an unknown key', 'titel: x\n', '4 unknown-key: `titel` is not a key that is known here'],
    ['a key that is there twice', 'date: 2024-02-30\n', '4 metadata-syntax: a key is there twice'],
    [
      'a language that is none',
      'subtitle: 5\n',
      '4 metadata-value: `subtitle` must be a text that is not blank',
    ],
    [
      'a first note of zero',
      'footnotes: { first: 0 }\n',
      '4 metadata-value: `footnotes.first` must be a whole number from 1',
    ],
    [
      'a number in octal',
      'footnotes: { first: 0o12x }\n',
      '4 metadata-value: `footnotes.first` must be a whole number from 1',
    ],
    ['an alias', 'subtitle: &a x\nauthors: [*a]\n', /aliases and anchors/u],
    ['a tag', 'subtitle: !!js/function x\n', /metadata-syntax/u],
    ['a quote left open', 'subtitle: "x\n', /^4 metadata-syntax: a quotation mark opens/u],
    [
      'a second document',
      '---\nsubtitle: x\n',
      '4 metadata-syntax: a line `---` or `...` begins a second document',
    ],
    ['a list as a key', '? [a, b]\n: c\n', '4 metadata-syntax: a list or a map cannot be a key'],
    ['a tab', 'isbn:\n\tprint: x\n', '5 metadata-syntax: a line is indented by a tab'],
    [
      'an ISBN with a wrong digit',
      'isbn: { print: 978-0-306-40615-8 }\n',
      /4 metadata-value: `isbn.print` must be an ISBN/u,
    ],
    [
      'an identifier of no kind',
      'identifier: report 12\n',
      /4 metadata-value: `identifier` must be a URN/u,
    ],
    ['a cover that is not there', 'cover: c.png\n', /^4 missing-file: `c.png` is not there/u],
    ['a cover outside the book', 'cover: ../c.png\n', /^4 outside-book/u],
    [
      'a list for a table',
      'footnotes: [1]\n',
      '4 metadata-value: `footnotes` must hold keys, such as `{ numbering: continuous, first: 1 }`',
    ],
    [
      'a script that is none',
      'languages: { cyrillic: ru }\n',
      '4 metadata-value: `languages` has the key `cyrillic`, and a key must be the code of a script, such as `Cyrl`',
    ],
    [
      'marks of a merge',
      '<<<<<<< HEAD\nversion: 1\n=======\nversion: 2\n>>>>>>> x\n',
      '4 metadata-syntax: `<<<<<<< HEAD` is left over from two versions that disagreed',
    ],
    ['a rule that does not exist', 'checks: { no-such-rule: off }\n', /4 metadata-value/u],
    ['a rule of soundness lowered', 'checks: { undefined-footnote: info }\n', /4 metadata-value/u],
    ['a prototype as key', '__proto__: { admin: true }\n', /unknown-key|metadata-syntax/u],
  ])('refuses %s, with its line', (_, more, expected) => {
    const found = findings({ 'book.yaml': bookYaml(['k.md'], more), 'k.md': chapter })
    if (typeof expected === 'string') expect(found).toEqual([expected])
    else expect(found.join('\n')).toMatch(expected)
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined()
  })
  it.each([
    ['978-0-306-40615-7', '0-8044-2957-X', 'ISBN 9780306406157'],
    ['urn:uuid:1b4e28ba-2fa1-11d2-883f-0016d3cca427', 'https://doi.org/10.1000/182', '10.1000/182'],
  ])('takes numbers that are right: %s, %s, %s', (...values) => {
    for (const value of values) {
      const line = /^(?:ISBN|\d[\d-]+X?$)/u.test(value)
        ? `isbn: { print: ${value} }`
        : `identifier: '${value}'`
      expect(findings({ 'book.yaml': bookYaml(['k.md'], `${line}\n`), 'k.md': chapter })).toEqual(
        [],
      )
    }
  })
  it('says what a file must be that is a list', () => {
    expect(findings({ 'book.yaml': '- a\n', 'k.md': chapter })).toEqual([
      '- metadata-value: the file must hold keys, each with its value',
    ])
  })
  it('guesses what a mistyped key was meant to be', () => {
    const { diagnostics } = readFiles({
      'book.yaml': bookYaml(['k.md'], 'subtilte: x\n'),
      'k.md': chapter,
    })
    expect(diagnostics[0]?.help).toBe('did you mean `subtitle`?')
  })
  it('refuses a flood of brackets twice and lives', () => {
    for (const count of [20_000, 3000])
      expect(findings({ 'book.yaml': `a: ${'['.repeat(count)}`, 'k.md': chapter })[0]).toMatch(
        /nested too deep/u,
      )
  })
  it('refuses a chapter that is not there, listed twice, or outside, at its line', () => {
    expect(
      findings({ 'book.yaml': bookYaml(['nope.md', 'k.md', 'k.md', '../x.md']), 'k.md': chapter }),
    ).toEqual([
      expect.stringMatching(/^5 missing-file: .*nope\.md` is not there$/u),
      '7 duplicate-chapter: the chapter `k.md` is listed twice, or another file has the same name',
      '8 outside-book: `../x.md` leads outside the folder of the book',
    ])
  })
})

describe('a chapter', () => {
  it('is the same with CRLF, CR and a byte order mark', () => {
    const texts = ['', '\uFEFF'].flatMap((mark) =>
      ['\n', '\r\n', '\r'].map(
        (end) => mark + '---\ntitle: K\n---\n\na\n\nb\n'.replaceAll('\n', end),
      ),
    )
    const trees = texts.map((text) => {
      const { value } = readFiles({ 'book.yaml': bookYaml(['k.md']), 'k.md': text })
      const [part] = value?.parts ?? []
      return JSON.stringify(part?.type === 'chapter' ? [part.tree, part.metadata] : undefined)
    })
    expect(new Set(trees).size).toBe(1)
    expect(trees[0]).toContain('paragraph')
  })
  it('tells of line ends that are carriage returns alone', () => {
    const tell = (text: string): string[] =>
      findings({ 'book.yaml': bookYaml(['k.md']), 'k.md': text })
    expect(tell('# K\r\n\r\na\rb\r\n')).toEqual([
      '3 line-separator: the line ends with a carriage return alone (U+000D), as on old Macs: other programs count the lines otherwise',
    ])
    expect(tell('# K\r\ra\r')).toEqual([
      '1 line-separator: 3 lines end with a carriage return alone (U+000D), the first of them here, as on old Macs: other programs count the lines otherwise',
    ])
    expect(tell('# K\r\n\r\na\r\n')).toEqual([])
  })
  it('takes pluses alone on a line for text', () => {
    expect(findings({ 'book.yaml': bookYaml(['k.md']), 'k.md': '+++\n\na\n' })).toEqual([])
  })
  it.each([
    [
      'Latin-1',
      new Uint8Array([0x23, 0x20, 0xe9, 0x0a]),
      /text-encoding: .* line 1 holds the byte e9/u,
    ],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x23, 0x00]), /text-encoding: .*UTF-16/u],
    ['a surrogate', new Uint8Array([0x23, 0x20, 0xed, 0xa0, 0x80]), /text-encoding/u],
    ['a NUL', '# K\n\na\u0000b\n', /^3 control-character: .*U\+0000/u],
    ['a noncharacter', '# K\n\na\uFFFEb\n', /^3 control-character: .*U\+FFFE/u],
    ['nothing at all', '', /empty-chapter/u],
    ['only metadata', '---\ntitle: K\n---\n', /empty-chapter/u],
    ['only notes', '[^a]: x\n', /empty-chapter/u],
    ['only a comment', '<!-- x -->\n', /empty-chapter/u],
    ['only HTML', '<pre>\nA.[^a]\n\n[^a]: x\n', /^1 raw-html: all text .*`<pre>`/u],
    ['only HTML without a text', '<div></div>\n', /empty-chapter/u],
    [
      'a comment without its end',
      '<!-- x\n\nA.[^a]\n\n[^a]: x\n',
      /^1 unclosed-fence: the comment/u,
    ],
    [
      'metadata in TOML',
      '+++\ntitle = "K"\n+++\n\na\n',
      /^1 metadata-syntax: .*`\+\+\+`, as TOML is/u,
    ],
    ['metadata in JSON', ';;;\n{}\n;;;\n\na\n', /^1 metadata-syntax: .*as JSON is/u],
    [
      'metadata that says it is TOML',
      '---toml\nt = 1\n---\n\na\n',
      /^1 metadata-syntax: .*`---toml`, as toml is/u,
    ],
    [
      'a table without end',
      `| a |\n${'|-'.repeat(2000)}|\n`,
      /^2 over-limit: a table has more than 100 columns/u,
    ],
    ['a row without end', `| a |\n|---|\n| ${'b'.repeat(1_000_000)} |\n`, /^1 over-limit/u],
    ['metadata in JavaScript', '---js\nprocess.exit(1)\n---\n\na\n', /^1 metadata-syntax/u],
    ['nesting without end', `${'>'.repeat(5000)} a\n`, /^1 over-limit/u],
    ['a block without end', 'a'.repeat(70_000), /^1 over-limit/u],
  ])('of %s is refused', (_, content, expected) => {
    expect(findings({ 'book.yaml': bookYaml(['k.md']), 'k.md': content }).join('\n')).toMatch(
      expected,
    )
  })
  it('that is no file is refused without waiting', () => {
    const folder = writeFiles({ 'book.yaml': bookYaml(['k.md']) })
    mkdirSync(join(folder, 'k.md'))
    expect(readBook(folder).diagnostics[0]?.message).toMatch(/is not a file/u)
    expect(readLone('/dev/zero', { today: '2020-12-15' }).diagnostics[0]?.rule).toBe('missing-file')
  })
})

describe('an image', () => {
  const svg = (content: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 5">${content}</svg>`
  it('is read once, by its content', () => {
    const { value } = readFiles({
      'book.yaml': bookYaml(['k.md']),
      'k.md': '# K\n\n![a](i.svg){#fig-a alt="b"}\n',
      'i.svg': svg('<rect width="1" height="1"/>'),
    })
    const [part] = value?.parts ?? []
    expect(part?.type === 'chapter' && part.images['i.svg']).toMatchObject({
      format: 'svg',
      width: 10,
      height: 5,
    })
  })
  it.each([
    '/etc/passwd',
    '../x.png',
    'a%2e%2e/%2e%2e/x.png',
    'http://127.0.0.1/a.png',
    '//host/a.png',
    'file:///a.png',
    'data:image/png;base64,AA',
    '..%2fx.png',
  ])('at %s is refused', (url) => {
    expect(image(`![x](${url})`)).toEqual([
      expect.stringMatching(/^3 (?:outside-book|missing-file)/u),
    ])
  })
  it('that is a link out of the book is refused', () => {
    const folder = writeFiles({ 'book.yaml': bookYaml(['k.md']), 'k.md': '# K\n\n![x](p.png)\n' })
    const outside = writeFiles({ 'secret.png': 'x' })
    symlinkSync(join(outside, 'secret.png'), join(folder, 'p.png'))
    expect(readBook(folder).diagnostics[0]?.rule).toBe('outside-book')
    writeFileSync(join(folder, 'q.png'), 'not an image')
  })
  it.each([
    ['a script', svg('<script>1</script>')],
    ['a handler', svg('<rect onload="x()"/>')],
    ['something fetched', svg('<use href="http://x/y#z"/>')],
    ['an image', svg('<image href="file:///etc/passwd"/>')],
    ['a document type', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('')}`],
    ['a tag left open', svg('<g>')],
  ])('with %s is refused', (_, content) => {
    expect(image('![x](i.svg)', { 'i.svg': content })).toEqual([
      expect.stringMatching(/^3 image-format/u),
    ])
  })
  it('cut short is refused', () => {
    const png = new Uint8Array(60)
    png.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
    expect(image('![x](i.png)', { 'i.png': png })).toEqual([
      expect.stringMatching(/^3 image-format: .*cut short/u),
    ])
  })
  const whole = readFileSync('test/check/coarse-image/large.png')
  it('with a wrong checksum is refused', () => {
    const png = Uint8Array.from(whole)
    png[whole.length - 20] = (png[whole.length - 20] ?? 0) ^ 1
    expect(image('![x](i.png)', { 'i.png': png })).toEqual([
      '3 image-format: the image `i.png` cannot be shown: the PNG is damaged: a checksum in it is wrong',
    ])
    expect(image('![x](i.png)', { 'i.png': whole.subarray(0, -30) })[0]).toMatch(/cut short/u)
    expect(image('![x](i.png)', { 'i.png': whole })).toEqual([])
  })
  it('by another name than its content is refused', () => {
    expect(image('![x](i.jpg)', { 'i.jpg': whole })).toEqual([
      '3 image-format: the image `i.jpg` cannot be shown: it is a PNG, and its name says JPEG',
    ])
    expect(image('![x](I.PNG)', { 'I.PNG': whole })).toEqual([])
  })
  it('with braces that nothing knows is refused', () => {
    expect(image('![x](i.svg){#fig-x atl="a"}', { 'i.svg': svg('') })).toEqual([
      '3 unknown-key: `atl` is not known in the braces here',
    ])
  })
})
