import { describe, expect, it } from 'vitest'
import { Packer } from 'docx'
import { readDocx } from '../../src/docx-reader/read-docx.ts'
import type { Book, Chapter } from '../../src/model/book.ts'
import { compilerOf } from '../../src/word/compile.ts'
import { word } from '../../src/word/word.ts'
import type { FrontMatter } from '../../src/model/front-matter.ts'
import { bookOf, bytesOf, noFrontMatter, partOf, partsOf, reportTemplate } from './make.ts'

const fixture = (topic: string): Book => bookOf(`test/word/${topic}/input.md`)

/** A book of several chapters, each the only one of a fixture, in this order. */
function bookOfSeveral(...topics: readonly string[]): Book {
  const books = topics.map(fixture)
  const parts = books.flatMap((book, index) =>
    book.parts.map((part): Chapter => {
      if (part.type !== 'chapter') throw new Error('a fixture is one chapter')
      return { ...part, id: topics[index] ?? '' }
    }),
  )
  const [first] = books
  if (first === undefined) throw new Error('no fixtures')
  return { ...first, file: 'book.yaml', parts }
}

describe('notes', () => {
  it('start at the number of the first, in the section and in the settings', async () => {
    const parts = partsOf(await bytesOf(fixture('notes')))
    const expected = '<w:numStart w:val="568"/><w:numRestart w:val="continuous"/>'
    expect(parts.get('word/document.xml')).toContain(`<w:footnotePr>${expected}</w:footnotePr>`)
    expect(parts.get('word/settings.xml')).toContain(
      `${expected}<w:footnote w:id="-1"/><w:footnote w:id="0"/>`,
    )
  })

  it('count by chapter where a chapter does not go on from the one before', async () => {
    const document = partsOf(await bytesOf(bookOfSeveral('notes', 'references'))).get(
      'word/document.xml',
    )
    expect(document).toContain('<w:numStart w:val="568"/><w:numRestart w:val="eachSect"/>')
    expect(document).toContain('<w:numStart w:val="1"/><w:numRestart w:val="eachSect"/>')
  })

  it('count from 1 in each chapter, the first page elsewhere, so that LibreOffice counts anew', async () => {
    const document = partsOf(await bytesOf(bookOfSeveral('references', 'figure', 'references')))
    const counts = [
      ...(document.get('word/document.xml') ?? '').matchAll(
        /<w:footnotePr>(.*?)<\/w:footnotePr>/gs,
      ),
    ].map(([, properties]) => properties)
    const eachSection = '<w:numRestart w:val="eachSect"/>'
    expect(counts).toEqual([
      `<w:numStart w:val="2"/>${eachSection}`,
      eachSection,
      eachSection,
      `<w:numStart w:val="1"/>${eachSection}`,
    ])
    expect(document.get('word/settings.xml')).toContain(`<w:numStart w:val="1"/>${eachSection}`)
  })

  it('stand under a rule that every program draws', async () => {
    const footnotes = await partOf('notes', 'word/footnotes.xml')
    expect(footnotes).toContain('<w:r><w:separator/></w:r>')
    expect(footnotes).toContain('<w:r><w:continuationSeparator/></w:r>')
  })

  it('give the separators no number of their own', async () => {
    const footnotes = await partOf('notes', 'word/footnotes.xml')
    expect(footnotes.match(/<w:footnoteRef\/>/g)).toHaveLength(4)
    expect(footnotes).not.toMatch(/w:type="separator"(?:(?!<\/w:footnote>).)*footnoteRef/s)
  })

  it('write out a number that Word would not count', async () => {
    const book = fixture('notes')
    const parts = book.parts.map((part): Chapter => {
      if (part.type !== 'chapter') throw new Error('a fixture is one chapter')
      const notes = part.notes.map((note, index) =>
        index === 1 ? { ...note, number: '568a' } : note,
      )
      return { ...part, notes }
    })
    const made = await word({ ...book, parts }, reportTemplate(), noFrontMatter)
    const xml = partsOf(made.value?.bytes ?? new Uint8Array())
    expect(xml.get('word/document.xml')).toContain(
      '<w:footnoteReference w:customMarkFollows="1" w:id="2"/>',
    )
    expect(xml.get('word/footnotes.xml')).toContain('<w:t>568a</w:t>')
  })
})

describe('what the writer writes the reader reads', () => {
  it.each(['notes', 'references', 'table', 'figure', 'lists'])(
    'every field of %s shows what its bookmark gives',
    async (topic) => {
      const read = readDocx(await bytesOf(fixture(topic)), topic)
      expect(read.diagnostics).toEqual([])
      const bookmarks = new Map(read.value?.bookmarks.map((each) => [each.name, each]))
      for (const field of read.value?.fields ?? []) {
        if (field.bookmark === undefined) continue
        const bookmark = bookmarks.get(field.bookmark)
        expect(bookmark, field.instruction).toBeDefined()
        if (field.instruction.startsWith('NOTEREF'))
          expect(field.cached).toBe(bookmark?.footnoteNumber)
        else if (field.instruction.startsWith('REF')) expect(field.cached).toBe(bookmark?.text)
      }
    },
  )

  it('numbers, order and texts of the notes', async () => {
    const read = readDocx(await bytesOf(fixture('notes')), 'notes.docx').value
    expect(read?.footnotes.map(({ number, text }) => [number, text])).toEqual([
      ['568', 'Author, Title (2020), https://example.org/a'],
      ['569', 'A note of two paragraphs.\nThe second of them.'],
      ['570', 'A note with a list:\nfirst\nsecond'],
      ['571', 'See note\u00A0568.'],
    ])
    expect(read?.references.map(({ number }) => number)).toEqual(['568', '569', '570', '571'])
  })

  it('the text in order, in styles by name', async () => {
    const read = readDocx(await bytesOf(fixture('blocks')), 'blocks.docx').value
    expect(read?.blocks.map(({ style, text }) => [style, text])).toEqual([
      ['heading 1', 'Blocks'],
      ['Body Text', 'First.'],
      ['Body Text First Indent', 'Second, indented.'],
      ['Quote Opening', 'Quoted.'],
      ['Quote Closing', 'Quoted on.'],
      ['heading 2', 'Head'],
      ['heading 3', 'Lower head'],
      ['Body Text', 'First again.'],
      ['Code', 'code\twith a tab\n  and a line'],
      ['Horizontal Line', ''],
      ['Body Text', 'Last.'],
    ])
  })
})

describe('the document', () => {
  it('formats nothing by hand: paragraphs and runs have a style, a number, a language', async () => {
    for (const topic of ['blocks', 'languages', 'lists', 'marks', 'notes', 'references', 'table']) {
      const parts = partsOf(await bytesOf(fixture(topic)))
      const xml = `${parts.get('word/document.xml') ?? ''}${parts.get('word/footnotes.xml') ?? ''}`
      const inProperties = [...xml.matchAll(/<w:(?:pPr|rPr)>(.*?)<\/w:(?:pPr|rPr)>/gs)]
        .flatMap(([, properties = '']) => [...properties.matchAll(/<(w:\w+)/g)])
        .map(([, name]) => name)
      // What introduces a list or a quotation stays with it (`w:keepNext`): where it stands, not how it looks.
      const allowed = [
        'w:pStyle',
        'w:keepNext',
        'w:rStyle',
        'w:numPr',
        'w:ilvl',
        'w:numId',
        'w:lang',
        'w:rtl',
      ]
      expect(inProperties.filter((name) => !allowed.includes(name ?? ''))).toEqual([])
    }
  })

  it('uses no style that it does not have', async () => {
    for (const topic of ['blocks', 'lists', 'marks', 'notes', 'table', 'figure']) {
      const parts = partsOf(await bytesOf(fixture(topic)))
      const styles = parts.get('word/styles.xml') ?? ''
      const known = new Set([...styles.matchAll(/w:styleId="([^"]*)"/g)].map(([, id]) => id))
      for (const [path, xml] of parts) {
        if (!/^word\/(document|footnotes|header\d|footer\d|styles)\.xml$/.test(path)) continue
        for (const [, id] of xml.matchAll(
          /<w:(?:pStyle|rStyle|tblStyle|basedOn|next) w:val="([^"]*)"/g,
        ))
          expect(known, `${path} ${id ?? ''}`).toContain(id)
      }
    }
  })

  it('says its language, and that of every run in another', async () => {
    const parts = partsOf(await bytesOf(fixture('languages')))
    expect(parts.get('word/styles.xml')).toContain('<w:lang w:val="en"/>')
    expect(parts.get('docProps/core.xml')).toContain('<dc:language>en</dc:language>')
    const document = parts.get('word/document.xml') ?? ''
    expect(document).toContain('<w:rStyle w:val="Emphasis"/><w:lang w:val="ru"/>')
    expect(document).toContain('<w:lang w:val="de"/>')
    expect(document).toContain('<w:rtl/><w:lang w:bidi="he"/>')
  })

  it('gives tables a head row and keeps rows whole', async () => {
    const document = await partOf('table', 'word/document.xml')
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(document.match(/<w:cantSplit\/>/g)).toHaveLength(3)
  })

  it('ends the last column of a table where its rule ends', async () => {
    const document = await partOf('table', 'word/document.xml')
    const last = '<w:tcMar><w:right w:type="dxa" w:w="0"/></w:tcMar></w:tcPr>'
    expect(document.split(last)).toHaveLength(1 + 3)
    expect(document).not.toMatch(/<w:tcMar>(?:(?!<\/w:tr>).)*<w:tc>/s)
  })

  it('opens the chapters of a book on odd pages, and sets its colophon at the foot', async () => {
    const book = bookOfSeveral('blocks', 'notes')
    const position = {
      start: { line: 1, column: 1, offset: 0 },
      end: { line: 1, column: 1, offset: 0 },
    }
    const text = [{ type: 'text', value: 'Colophon', position }] as const
    const front: FrontMatter = {
      titlePage: [{ role: 'chapter', children: text }],
      colophon: [{ role: 'text', children: text }],
    }
    const document = partsOf(await bytesOf(book, front)).get('word/document.xml') ?? ''
    expect(document.match(/<w:type w:val="oddPage"\/>/g)).toHaveLength(2)
    expect(document.match(/<w:vAlign w:val="bottom"\/>/g)).toHaveLength(1)
    expect(document).toContain('<w:pStyle w:val="TitlePageChapter"/>')
    expect(await partOf('blocks', 'word/document.xml')).not.toContain('oddPage')
  })

  it('gives a drawing its alternative text, in line, with a bitmap and the SVG', async () => {
    const parts = partsOf(await bytesOf(fixture('figure')))
    const document = parts.get('word/document.xml') ?? ''
    expect(document).toContain('descr="A black dot in the middle of a white square"')
    expect(document).toContain('<wp:inline')
    expect(document).not.toContain('<wp:anchor')
    expect([...parts.keys()].filter((path) => path.startsWith('word/media/'))).toHaveLength(2)
    expect(document).toContain('svgBlip')
  })

  it('has contents with pages where there are several chapters, and none for one', async () => {
    const several = partsOf(await bytesOf(bookOfSeveral('blocks', 'notes'))).get(
      'word/document.xml',
    )
    expect(several).toContain(' TOC \\o &quot;1-2&quot; \\h \\z \\u ')
    expect(several).toMatch(
      /PAGEREF _notes \\h <(?:(?!w:t[ >]).)*<w:t(?: xml:space="preserve")?>[2-9]</,
    )
    expect(await partOf('blocks', 'word/document.xml')).not.toContain('TOC')
  })

  it('has heads that differ on odd and even pages, and mirrored margins', async () => {
    const parts = partsOf(await bytesOf(fixture('blocks')))
    const settings = parts.get('word/settings.xml') ?? ''
    expect(settings).toContain('<w:mirrorMargins/>')
    expect(settings).toContain('<w:evenAndOddHeaders/>')
    const document = parts.get('word/document.xml') ?? ''
    for (const type of ['default', 'even', 'first'])
      expect(document).toContain(`<w:headerReference w:type="${type}"`)
    expect(document).toContain('<w:titlePg/>')
  })

  it('bears its stamp on every page while it is a draft', async () => {
    const book = fixture('blocks')
    const draft: Book = { ...book, metadata: { ...book.metadata, status: 'draft' } }
    const parts = partsOf(await bytesOf(draft))
    const heads = [...parts].filter(([path]) => /^word\/header\d\.xml$/.test(path))
    expect(heads).toHaveLength(3)
    for (const [, xml] of heads) expect(xml).toContain('>Draft<')
    expect(await partOf('blocks', 'word/header1.xml')).not.toContain('Draft')
  })

  it('names faces to take in place of those that a machine lacks', async () => {
    const fonts = await partOf('blocks', 'word/fontTable.xml')
    expect(fonts).toContain('<w:font w:name="Source Serif 4"><w:altName w:val="Cambria, Georgia"/>')
    expect(fonts).toMatch(/<w:panose1 w:val="[0-9A-F]{20}"\/>/)
  })
})

describe('the bytes', () => {
  it('are the same twice, and in another time zone', async () => {
    const once = await bytesOf(fixture('notes'))
    const zone = process.env['TZ']
    process.env['TZ'] = 'Pacific/Kiritimati'
    const again = await bytesOf(fixture('notes'))
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
    expect(Buffer.from(once).equals(again)).toBe(true)
  })

  it('are dated by the edition', async () => {
    expect(await partOf('blocks', 'docProps/core.xml')).toContain(
      '<dcterms:modified xsi:type="dcterms:W3CDTF">2020-12-15T00:00:00Z</dcterms:modified>',
    )
  })

  it('are taken from the compiler inside of `docx`, which this version has', () => {
    expect(compilerOf(Packer)).toBeDefined()
  })

  it('are not made of a text that no Word file can hold', async () => {
    const book = fixture('blocks')
    const parts = book.parts.map((part): Chapter => {
      if (part.type !== 'chapter') throw new Error('a fixture is one chapter')
      const [first, ...rest] = part.children
      if (first?.type !== 'paragraph') throw new Error('the fixture opens with a paragraph')
      const text = { type: 'text', value: 'a\uFFFEb', position: first.position } as const
      return { ...part, children: [{ ...first, children: [text] }, ...rest] }
    })
    const made = await word({ ...book, parts }, reportTemplate(), noFrontMatter)
    expect(made.value).toBeUndefined()
    expect(made.diagnostics.map(({ rule }) => rule)).toEqual(['control-character'])
  })
})

describe('fields', () => {
  it('have their value in a run of its own, where every reader looks for it', async () => {
    for (const book of [fixture('references'), bookOfSeveral('references', 'figure')]) {
      const document = partsOf(await bytesOf(book)).get('word/document.xml') ?? ''
      expect(document).toContain('SEQ ')
      expect(document).not.toMatch(/w:fldCharType="separate"\/><w:t/)
      expect(document).not.toMatch(/<w:r><\/w:r>|<w:r\/>/)
    }
  })
})
