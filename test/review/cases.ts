import type { Edit } from './edit.ts'
import * as e from './edit.ts'

const NOTES = 'word/footnotes.xml'

export interface Case {
  readonly says: string
  readonly markdown: string
  readonly edits: readonly Edit[]
  readonly expected: string
}

const B = '<w:b/>'
const I = '<w:i/>'
const strong = '<w:rStyle w:val="Strong"/>'

/** Counts the ids of notes from one on higher, as Word does when it saves a file with a new note. */
const countOn = (from: number, element: string, part: string): Edit =>
  e.swap(
    new RegExp(`(<w:${element} w:id=")(\\d+)"`, 'gu'),
    (_, head = '', id = '') => `${head}${String(Number(id) + (Number(id) >= from ? 1 : 0))}"`,
    part,
  )

/** A note that an editor has put in before the note of an id, its call behind a text. */
const newNote = (behind: string, text: string, id: number): readonly Edit[] => [
  countOn(id, 'footnoteReference', 'word/document.xml'),
  countOn(id, 'footnote', NOTES),
  e.instead(
    behind,
    (own) =>
      e.run(behind, own) +
      e.ins(
        `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="${String(id)}"/></w:r>`,
      ),
  ),
  e.swap(
    `<w:footnote w:id="${String(id + 1)}">`,
    `<w:footnote w:id="${String(id)}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:footnoteRef/></w:r>${e.ins(e.run(` ${text}`))}</w:p></w:footnote><w:footnote w:id="${String(id + 1)}">`,
    NOTES,
  ),
]

/** The call of a note, tracked as deleted. */
const withoutCall = (id: number): Edit =>
  e.swap(
    new RegExp(
      `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="${String(id)}"/></w:r>`,
      'u',
    ),
    (run) => `<w:del${e.by()}>${run}</w:del>`,
  )

/** Edits as a program tracks them, with the Markdown that comes back, written by hand. */
export const cases: readonly Case[] = [
  {
    says: 'puts a word in',
    markdown: '# T\n\nOne two three.\n',
    edits: [e.insertAfter('two', ' and a half')],
    expected: '# T\n\nOne two and a half three.\n',
  },
  {
    says: 'takes a word out',
    markdown: '# T\n\nOne two three.\n',
    edits: [e.remove('two ')],
    expected: '# T\n\nOne three.\n',
  },
  {
    says: 'takes one word for another, and leaves line ends where they are',
    markdown: '# T\n\nA line that\nis *broken* by\nhand.\n',
    edits: [e.replace('that', 'which')],
    expected: '# T\n\nA line which\nis *broken* by\nhand.\n',
  },
  {
    says: 'leaves escapes and character references as they are written',
    markdown: '# T\n\n3 \\* 4 &amp; 5 \\_ six.\n',
    edits: [e.replace('six', '6')],
    expected: '# T\n\n3 \\* 4 &amp; 5 \\_ 6.\n',
  },
  {
    says: 'takes out an escaped character with its backslash',
    markdown: '# T\n\n3 \\* 4 and more.\n',
    edits: [e.remove('* 4 ')],
    expected: '# T\n\n3 and more.\n',
  },
  {
    says: 'escapes what would be a mark',
    markdown: '# T\n\nOne two.\n',
    edits: [e.insertAfter('One', ' [sic] *x* a_b `c` <d> &amp; 2 * 3')],
    expected: '# T\n\nOne \\[sic\\] \\*x\\* a_b \\`c\\` \\<d> \\&amp; 2 * 3 two.\n',
  },
  {
    says: 'keeps the words of a paragraph from becoming a heading or a list',
    markdown: '# T\n\nOne two.\n',
    edits: [e.insertBefore('One', '# ')],
    expected: '# T\n\n\\# One two.\n',
  },
  {
    says: 'changes a word in emphasis without its marks',
    markdown: '# T\n\nOne _two words_ three.\n',
    edits: [e.replace('two', '2')],
    expected: '# T\n\nOne _2 words_ three.\n',
  },
  {
    says: 'takes the marks out with the last of their words',
    markdown: '# T\n\nOne *two* three.\n',
    edits: [e.remove('two'), e.remove(' three')],
    expected: '# T\n\nOne .\n',
  },
  {
    says: 'puts text into emphasis that goes on in it',
    markdown: '# T\n\nOne *two* three.\n',
    edits: [e.insertAfter('two', ' and two')],
    expected: '# T\n\nOne *two and two* three.\n',
  },
  {
    says: 'puts plain text behind emphasis outside of its marks',
    markdown: '# T\n\nOne *two* three.\n',
    edits: [e.insertBefore(' three', ' plain')],
    expected: '# T\n\nOne *two* plain three.\n',
  },
  {
    says: 'makes words bold',
    markdown: '# T\n\nOne two three.\n',
    edits: [e.format('two', B)],
    expected: '# T\n\nOne **two** three.\n',
  },
  {
    says: 'makes words italic, the blanks at their ends left out',
    markdown: '# T\n\nOne two three four.\n',
    edits: [e.format(' two three ', I)],
    expected: '# T\n\nOne *two three* four.\n',
  },
  {
    says: 'takes bold off',
    markdown: '# T\n\nOne **two** three.\n',
    edits: [e.format('two', '')],
    expected: '# T\n\nOne two three.\n',
  },
  {
    says: 'takes italics off by hand, against the style',
    markdown: '# T\n\nOne *two* three.\n',
    edits: [e.format('two', '<w:rStyle w:val="Emphasis"/><w:i w:val="0"/>')],
    expected: '# T\n\nOne two three.\n',
  },
  {
    says: 'takes italics off a part of what has them',
    markdown: '# T\n\nOne *two three four* five.\n',
    edits: [e.format('three', '')],
    expected: '# T\n\nOne *two* three *four* five.\n',
  },
  {
    says: 'makes emphasis longer',
    markdown: '# T\n\nOne *two* three four.\n',
    edits: [e.format(' three', I)],
    expected: '# T\n\nOne *two three* four.\n',
  },
  {
    says: 'makes a word in emphasis bold too',
    markdown: '# T\n\nOne *two three* four.\n',
    edits: [e.format('three', '<w:rStyle w:val="Emphasis"/><w:b/>')],
    expected: '# T\n\nOne *two **three*** four.\n',
  },
  {
    says: 'strikes words through',
    markdown: '# T\n\nOne two three.\n',
    edits: [e.format('two', '<w:strike/>')],
    expected: '# T\n\nOne ~~two~~ three.\n',
  },
  {
    says: 'puts bold text in',
    markdown: '# T\n\nOne two.\n',
    edits: [e.instead('One', () => e.run('One') + e.ins(e.run(' new', strong)))],
    expected: '# T\n\nOne **new** two.\n',
  },
  {
    says: 'changes the words of a link, not its address',
    markdown: '# T\n\nSee [the page](https://example.org/a) there.\n',
    edits: [e.replace('page', 'site')],
    expected: '# T\n\nSee [the site](https://example.org/a) there.\n',
  },
  {
    says: 'changes the address of a link, not its words',
    markdown: '# T\n\nSee [the page](https://example.org/a "Title") there.\n',
    edits: [
      e.swap('https://example.org/a', 'https://example.org/b', 'word/_rels/document.xml.rels'),
    ],
    expected: '# T\n\nSee [the page](https://example.org/b) there.\n',
  },
  {
    says: 'takes a link off its words',
    markdown: '# T\n\nSee [the page](https://example.org/a) there.\n',
    edits: [
      e.swap(/<w:hyperlink [^>]*>(.*?)<\/w:hyperlink>/su, (_, inside = '') =>
        inside.replace(/<w:rPr>.*?<\/w:rPr>/u, ''),
      ),
    ],
    expected: '# T\n\nSee the page there.\n',
  },
  {
    says: 'keeps a link by label',
    markdown: '# T\n\nSee [the page][p] there.\n\n[p]: https://example.org/a\n',
    edits: [e.replace('the page', 'a page')],
    expected: '# T\n\nSee [a page][p] there.\n\n[p]: https://example.org/a\n',
  },
  {
    says: 'keeps a passage in another language',
    markdown: '# T\n\nSaid [да нет]{lang=ru} there.\n',
    edits: [e.replace('нет', 'но')],
    expected: '# T\n\nSaid [да но]{lang=ru} there.\n',
  },
  {
    says: 'keeps code',
    markdown: '# T\n\nUse `a b` here.\n',
    edits: [e.replace('here', 'there')],
    expected: '# T\n\nUse `a b` there.\n',
  },
  {
    says: 'changes code without escapes',
    markdown: '# T\n\nUse `a_b` here.\n',
    edits: [e.replace('a_b', 'a_*c')],
    expected: '# T\n\nUse `a_*c` here.\n',
  },
  {
    says: 'keeps a comment that no edition shows',
    markdown: '# T\n\nOne <!-- ask --> two three.\n',
    edits: [e.replace('three', '3')],
    expected: '# T\n\nOne <!-- ask --> two 3.\n',
  },
  {
    says: 'keeps a hard line end',
    markdown: '# T\n\nOne\\\ntwo three.\n',
    edits: [e.replace('three', '3')],
    expected: '# T\n\nOne\\\ntwo 3.\n',
  },
  {
    says: 'splits a paragraph',
    markdown: '# T\n\nOne two. Three *four*\nfive.\n\nLast.\n',
    edits: [e.splitBefore('Three')],
    expected: '# T\n\nOne two.\n\nThree *four*\nfive.\n\nLast.\n',
  },
  {
    says: 'splits a paragraph inside emphasis',
    markdown: '# T\n\nOne *two three* four.\n',
    edits: [e.splitBefore('three')],
    expected: '# T\n\nOne *two*\n\n*three* four.\n',
  },
  {
    says: 'merges two paragraphs',
    markdown: '# T\n\nOne two.\n\nThree [^a] four.\n\nLast.\n\n[^a]: Note.\n',
    edits: [e.insertAfter('One two.', ' '), e.paragraph('One two.', (xml) => e.marked(xml, 'del'))],
    expected: '# T\n\nOne two. Three [^a] four.\n\nLast.\n\n[^a]: Note.\n',
  },
  {
    says: 'takes a paragraph out',
    markdown: '# T\n\nOne.\n\nTwo *and* more.\n\nThree.\n',
    edits: [e.paragraph('Two', e.gone)],
    expected: '# T\n\nOne.\n\nThree.\n',
  },
  {
    says: 'takes the last paragraph out',
    markdown: '# T\n\nOne.\n\nTwo.\n',
    edits: [e.paragraph('One.', (xml) => e.marked(xml, 'del')), e.paragraph('Two', e.gone)],
    expected: '# T\n\nOne.\n',
  },
  {
    says: 'puts a paragraph in',
    markdown: '# T\n\nOne.\n\nTwo.\n',
    edits: [
      e.paragraph(
        'One.',
        (xml) =>
          `${e.marked(xml, 'ins')}<w:p><w:pPr><w:pStyle w:val="BodyTextFirstIndent"/></w:pPr>${e.ins(e.run('New one.'))}</w:p>`,
      ),
    ],
    expected: '# T\n\nOne.\n\nNew one.\n\nTwo.\n',
  },
  {
    says: 'puts a heading in',
    markdown: '# T\n\nOne.\n\nTwo.\n',
    edits: [
      e.paragraph(
        'Two.',
        (xml) =>
          `${e.marked(`<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr>${e.ins(e.run('New head'))}</w:p>`, 'ins')}${xml}`,
      ),
    ],
    expected: '# T\n\nOne.\n\n## New head\n\nTwo.\n',
  },
  {
    says: 'changes a heading, its identifier left',
    markdown: '# T\n\n## Old head {#sec-a}\n\nSee @sec-a.\n',
    edits: [e.replace('Old', 'New')],
    expected: '# T\n\n## New head {#sec-a}\n\nSee @sec-a.\n',
  },
  {
    says: 'changes the level of a heading',
    markdown: '# T\n\n## Part {#sec-a}\n\nSee @sec-a.\n',
    edits: [
      e.paragraph('Part', (xml) =>
        xml.replace(
          /<w:pStyle w:val="Heading2"\/>/u,
          `<w:pStyle w:val="Heading3"/><w:pPrChange${e.by()}><w:pPr><w:pStyle w:val="Heading2"/></w:pPr></w:pPrChange>`,
        ),
      ),
    ],
    expected: '# T\n\n### Part {#sec-a}\n\nSee @sec-a.\n',
  },
  {
    says: 'makes a heading of a paragraph',
    markdown: '# T\n\nOne\nline.\n\nTwo.\n',
    edits: [
      e.paragraph('One', (xml) =>
        xml.replace(/<w:pStyle w:val="BodyText"\/>/u, '<w:pStyle w:val="Heading2"/>'),
      ),
    ],
    expected: '# T\n\n## One line.\n\nTwo.\n',
  },
  {
    says: 'makes text of a heading',
    markdown: '# T\n\n## Part\n\nTwo.\n',
    edits: [
      e.paragraph('Part', (xml) =>
        xml.replace(/<w:pStyle w:val="Heading2"\/>/u, '<w:pStyle w:val="BodyText"/>'),
      ),
    ],
    expected: '# T\n\nPart\n\nTwo.\n',
  },
  {
    says: 'changes a list item',
    markdown: '# T\n\n- one\n- two\n  more\n- three\n',
    edits: [e.replace('two', '2')],
    expected: '# T\n\n- one\n- 2\n  more\n- three\n',
  },
  {
    says: 'splits a list item into two',
    markdown: '# T\n\n1. one\n2. two and three\n\nText.\n',
    edits: [e.splitBefore('and three')],
    expected: '# T\n\n1. one\n2. two\n3. and three\n\nText.\n',
  },
  {
    says: 'puts an item in',
    markdown: '# T\n\n* one\n* two\n\nText.\n',
    edits: [
      e.paragraph(
        'one',
        (xml) =>
          `${e.marked(xml, 'ins')}<w:p>${/<w:pPr>.*?<\/w:pPr>/su.exec(xml)?.[0] ?? ''}${e.ins(e.run('one and a half'))}</w:p>`,
      ),
    ],
    expected: '# T\n\n* one\n* one and a half\n* two\n\nText.\n',
  },
  {
    says: 'takes the last item out',
    markdown: '# T\n\n- one\n- two\n\nText.\n',
    edits: [e.paragraph('two', e.gone)],
    expected: '# T\n\n- one\n\nText.\n',
  },
  {
    says: 'takes the first item out',
    markdown: '# T\n\nText.\n\n- one\n- two\n',
    edits: [e.paragraph('one', e.gone)],
    expected: '# T\n\nText.\n\n- two\n',
  },
  {
    says: 'changes a quotation over its lines',
    markdown: '# T\n\n> One two\n> three four.\n>\n> Five.\n',
    edits: [e.replace('three', '3')],
    expected: '# T\n\n> One two\n> 3 four.\n>\n> Five.\n',
  },
  {
    says: 'splits a paragraph of a quotation',
    markdown: '# T\n\n> One two. Three.\n',
    edits: [e.splitBefore('Three')],
    expected: '# T\n\n> One two.\n>\n> Three.\n',
  },
  {
    says: 'changes a cell of a table',
    markdown: '# T\n\n| Head | B |\n| --- | --- |\n| one | two |\n\nText.\n',
    edits: [e.replace('two', '2 | 3')],
    expected: '# T\n\n| Head | B |\n| --- | --- |\n| one | 2 \\| 3 |\n\nText.\n',
  },
  {
    says: 'empties a cell',
    markdown: '# T\n\n| Head | B |\n| --- | --- |\n| one | two |\n',
    edits: [e.remove('two')],
    expected: '# T\n\n| Head | B |\n| --- | --- |\n| one |  |\n',
  },
  {
    says: 'changes a caption, not its number',
    markdown: '# T\n\nSee @tbl-a.\n\n| A | B |\n| - | - |\n| c | d |\n\n: Old words {#tbl-a}\n',
    edits: [e.replace('Old', 'New')],
    expected: '# T\n\nSee @tbl-a.\n\n| A | B |\n| - | - |\n| c | d |\n\n: New words {#tbl-a}\n',
  },
  {
    says: 'changes the text of a note, its label left',
    markdown: '# T\n\nOne.[^trend]\n\n[^trend]: Trend, *Work* (2020).\n',
    edits: [e.replace('2020', '2021', undefined, NOTES)],
    expected: '# T\n\nOne.[^trend]\n\n[^trend]: Trend, *Work* (2021).\n',
  },
  {
    says: 'changes the text of an inline note',
    markdown: '# T\n\nOne.^[A note here.] Two.\n',
    edits: [e.replace('here', 'there', undefined, NOTES), e.replace('Two', '2')],
    expected: '# T\n\nOne.^[A note there.] 2.\n',
  },
  {
    says: 'puts a note in, behind the text of the one before it',
    markdown: '# T\n\nOne.[^a] Two. Three.[^b]\n\n[^a]: First.\n[^b]: Second.\n',
    edits: newNote('Two.', 'Trend News, *no* mark.', 2),
    expected:
      '# T\n\nOne.[^a] Two.[^trend-news-no] Three.[^b]\n\n[^a]: First.\n[^trend-news-no]: Trend News, \\*no\\* mark.\n[^b]: Second.\n',
  },
  {
    says: 'puts the first note in',
    markdown: '# T\n\nOne. Two.[^b]\n\n[^b]: Second.\n',
    edits: newNote('One.', '2020 numbers', 1),
    expected:
      '# T\n\nOne.[^note-2020-numbers] Two.[^b]\n\n[^note-2020-numbers]: 2020 numbers\n\n[^b]: Second.\n',
  },
  {
    says: 'takes a note out, its call and its text',
    markdown: '# T\n\nOne.[^a] Two.[^b]\n\n[^a]: First.\n\n[^b]: Second.\n',
    edits: [withoutCall(1), e.remove('First.', undefined, NOTES)],
    expected: '# T\n\nOne. Two.[^b]\n\n[^b]: Second.\n',
  },
  {
    says: 'takes out a call alone, and leaves the text to a person',
    markdown: '# T\n\nOne.[^a] Two.[^b]\n\n[^a]: First.\n\n[^b]: Second.\n',
    edits: [withoutCall(1)],
    expected: '# T\n\nOne. Two.[^b]\n\n[^a]: First.\n\n[^b]: Second.\n',
  },
  {
    says: 'keeps references to notes, sections and tables, whatever their fields show',
    markdown:
      '# T\n\n## Head {#sec-h}\n\nSee @fn-a, @sec-h. And @page-sec-h too.[^a]\n\n[^a]: Note.\n',
    edits: [
      e.replace('too', 'also'),
      e.swap(/(PAGEREF.*?<w:t xml:space="preserve">)\d+/su, (_, head = '') => `${head}77`),
      e.swap(/(NOTEREF.*?<w:t xml:space="preserve">)\d+/su, (_, head = '') => `${head}9`),
    ],
    expected:
      '# T\n\n## Head {#sec-h}\n\nSee @fn-a, @sec-h. And @page-sec-h also.[^a]\n\n[^a]: Note.\n',
  },
  {
    says: 'takes a reference out',
    markdown: '# T\n\n## Head {#sec-h}\n\nWords, see @sec-h, and more.\n',
    edits: [
      e.remove(', see '),
      e.remove('“'),
      e.swap(
        /<w:r><w:fldChar w:fldCharType="begin"\/><\/w:r>.*?<w:fldChar w:fldCharType="end"\/><\/w:r>/su,
        (runs) =>
          `<w:del${e.by()}>${runs.replaceAll('w:instrText', 'w:delInstrText').replaceAll('<w:t ', '<w:delText ').replaceAll('</w:t>', '</w:delText>')}</w:del>`,
      ),
      e.remove(',”'),
    ],
    expected: '# T\n\n## Head {#sec-h}\n\nWords and more.\n',
  },
  {
    says: 'leaves out what was put in and taken out again',
    markdown: '# T\n\nOne two.\n',
    edits: [
      e.instead(
        'One',
        (own) =>
          `${e.run('One', own)}<w:ins${e.by('A')}><w:del${e.by('B')}><w:r><w:delText xml:space="preserve"> never</w:delText></w:r></w:del></w:ins>`,
      ),
    ],
    expected: '# T\n\nOne two.\n',
  },
  {
    says: 'takes the edits of two authors',
    markdown: '# T\n\nOne two three.\n',
    edits: [e.replace('One', '1', 'A'), e.replace('three', '3', 'B')],
    expected: '# T\n\n1 two 3.\n',
  },
  {
    says: 'finds words that were changed without tracking',
    markdown: '# T\n\nOne two [^a] three\nfour.\n\n[^a]: Note text.\n',
    edits: [e.retype('three', 'drei'), e.retype('text', 'words', NOTES)],
    expected: '# T\n\nOne two [^a] drei\nfour.\n\n[^a]: Note words.\n',
  },
  {
    says: 'finds a paragraph that was taken out without tracking',
    markdown: '# T\n\nOne.\n\nTwo.\n\nThree.\n',
    edits: [e.paragraph('Two', () => '')],
    expected: '# T\n\nOne.\n\nThree.\n',
  },
  {
    says: 'finds a paragraph that was put in without tracking',
    markdown: '# T\n\nOne.\n\nThree.\n',
    edits: [e.paragraph('One', (xml) => `${xml}<w:p>${e.run('Two *')}</w:p>`)],
    expected: '# T\n\nOne.\n\nTwo *\n\nThree.\n',
  },
  {
    says: 'finds paragraphs by their text where bookmarks are lost',
    markdown: '# T\n\nOne two.\n\nThree four.[^a]\n\n- item\n\n[^a]: Note text here.\n',
    edits: [
      e.replace('four', '4'),
      e.replace('here', 'there', undefined, NOTES),
      e.swap(/<w:bookmark(?:Start|End)[^>]*>/gu, ''),
      e.swap(/<w:bookmark(?:Start|End)[^>]*>/gu, '', NOTES),
    ],
    expected: '# T\n\nOne two.\n\nThree 4.[^a]\n\n- item\n\n[^a]: Note text there.\n',
  },
  {
    says: 'moves a sentence with its note',
    markdown: '# T\n\nOne. Two *em*.[^a]\n\nThree.\n\n[^a]: Note.\n',
    edits: [
      e.swap(
        /<w:r><w:t xml:space="preserve">One\. Two <\/w:t><\/w:r>(.*?)<\/w:p>/su,
        (_, rest = '') =>
          `${e.run('One.')}<w:moveFromRangeStart w:id="50" w:name="move1"/><w:moveFrom${e.by()}>${e.run(' Two ')}${rest.replace(/<w:bookmark[^>]*>/gu, '')}</w:moveFrom><w:moveFromRangeEnd w:id="50"/></w:p>`,
      ),
      e.instead(
        'Three.',
        (own) =>
          `${e.run('Three.', own)}<w:moveToRangeStart w:id="51" w:name="move1"/><w:moveTo${e.by()}>${e.run(' Two ')}${e.run('em', I)}${e.run('.')}<w:r><w:footnoteReference w:id="1"/></w:r></w:moveTo><w:moveToRangeEnd w:id="51"/>`,
      ),
    ],
    expected: '# T\n\nOne.\n\nThree. Two *em*.[^a]\n\n[^a]: Note.\n',
  },
  {
    says: 'changes the title, from a heading and from metadata',
    markdown: '---\ntitle: Old words\nshort-title: Old\n---\n\nText.\n',
    edits: [e.replace('Old', 'New')],
    expected: '---\ntitle: New words\nshort-title: Old\n---\n\nText.\n',
  },
]
