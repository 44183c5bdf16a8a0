import type { XmlComponent } from 'docx'
import type { Template } from '../../template/template.ts'
import { element } from '../element.ts'
import { characterStyleId, sortMarks, type Mark, type Marks } from '../marks.ts'
import { flag, fontElement, hex, runProperties, toggle } from './properties.ts'

/** Names as Word shows them; its own where it has one. */
const names: Readonly<Record<Mark, string>> = {
  link: 'Hyperlink',
  emphasis: 'Emphasis',
  strong: 'Strong',
  delete: 'Strikethrough',
  code: 'Verbatim Char',
}

const singles: readonly Marks[] = (Object.keys(names) as Mark[]).map((mark) => new Set([mark]))

/** Character styles: one for each mark, one for each set of marks that some run has, and those of notes and folios. */
export function characterStyles(
  template: Template,
  usedMarks: Iterable<Marks>,
): readonly XmlComponent[] {
  const several = [...usedMarks].filter((marks) => marks.size > 1)
  return [
    element(
      'w:style',
      { 'w:type': 'character', 'w:default': 1, 'w:styleId': 'DefaultParagraphFont' },
      [
        element('w:name', { 'w:val': 'Default Paragraph Font' }),
        element('w:uiPriority', { 'w:val': 1 }),
        element('w:semiHidden'),
        element('w:unhideWhenUsed'),
      ],
    ),
    ...[...singles, ...several].map((marks) => markStyle(template, marks)),
    characterStyle('FootnoteReference', 'footnote reference', [
      element('w:vertAlign', { 'w:val': 'superscript' }),
    ]),
    // In the note itself the number is a figure on the line, hung in a column of its own.
    characterStyle('FootnoteNumber', 'Footnote Number', []),
    element('w:style', { 'w:type': 'character', 'w:styleId': 'PageNumber' }, [
      element('w:name', { 'w:val': 'page number' }),
      element('w:basedOn', { 'w:val': 'DefaultParagraphFont' }),
      runProperties(template, 'folio'),
    ]),
  ]
}

function markStyle(template: Template, marks: Marks): XmlComponent {
  const { link } = template.colors
  const name = sortMarks(marks)
    .map((mark) => names[mark])
    .join(' ')
  return characterStyle(characterStyleId(marks) ?? '', name, [
    ...(marks.has('code') ? [fontElement(template, template.styles.code.family)] : []),
    ...toggle('b', marks.has('strong')),
    ...toggle('i', marks.has('emphasis')),
    ...flag('w:strike', marks.has('delete')),
    ...flag('w:noProof', marks.has('code')),
    ...(marks.has('link') ? [element('w:color', { 'w:val': hex(link) })] : []),
  ])
}

const characterStyle = (
  id: string,
  name: string,
  properties: readonly XmlComponent[],
): XmlComponent =>
  element('w:style', { 'w:type': 'character', 'w:styleId': id }, [
    element('w:name', { 'w:val': name }),
    element('w:basedOn', { 'w:val': 'DefaultParagraphFont' }),
    ...flag('w:qFormat', true),
    ...(properties.length === 0 ? [] : [element('w:rPr', {}, properties)]),
  ])
