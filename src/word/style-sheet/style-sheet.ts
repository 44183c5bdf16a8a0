import type { IStylesOptions } from 'docx'
import type { Template } from '../../template/template.ts'
import { characterStyles } from './character-styles.ts'
import { element } from '../element.ts'
import { languageElement } from '../language.ts'
import type { Marks } from '../marks.ts'
import { bodyStyles, headingStyles } from './body-styles.ts'
import { displayStyles } from './display-styles.ts'
import { noteStyles } from './note-styles.ts'
import { pageStyles } from './page-styles.ts'
import { styleElement } from './paragraph-style.ts'
import { runProperties } from './properties.ts'
import { tableStyles } from './table-style.ts'

/**
 * `word/styles.xml`: every style of the document by name, derived from the template's tokens. Those
 * that Word knows bear Word's names (`heading 2`, `footnote text`), so that its panes and its
 * dialogs find them. In place of the styles that `docx` would add.
 */
export function styleSheet(
  template: Template,
  language: string,
  usedMarks: Iterable<Marks>,
): IStylesOptions {
  const paragraphStyles = [
    ...bodyStyles(template),
    ...headingStyles(),
    ...noteStyles(template),
    ...displayStyles(template),
    ...pageStyles(template),
  ]
  const run = runProperties(template, 'body', {}, [languageElement(language)])
  return {
    importedStyles: [
      element('w:docDefaults', {}, [
        element('w:rPrDefault', {}, [run]),
        element('w:pPrDefault', {}, [element('w:pPr')]),
      ]),
      ...paragraphStyles.map((style) => styleElement(template, style)),
      ...characterStyles(template, usedMarks),
      ...tableStyles(template),
    ],
  }
}
