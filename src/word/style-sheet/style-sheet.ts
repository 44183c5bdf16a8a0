import type { IStylesOptions } from 'docx'
import type { Template } from '../../template/template.ts'
import { characterStyles } from './character-styles.ts'
import type { TableScale } from '../column-widths.ts'
import { element } from '../element.ts'
import { languageElement } from '../language.ts'
import type { Marks } from '../marks.ts'
import type { ShiftedStyle } from '../shifted-styles.ts'
import { bodyStyles, headingStyles } from './body-styles.ts'
import { displayStyles } from './display-styles.ts'
import { noteStyles } from './note-styles.ts'
import { pageStyles } from './page-styles.ts'
import { shiftedStyle, styleElement } from './paragraph-style.ts'
import { runProperties } from './properties.ts'
import { cellStyles, tableStyles } from './table-style.ts'

/** What the text has asked for, beyond the styles that every book has. */
export interface UsedStyles {
  readonly marks: Iterable<Marks>
  readonly scales: Iterable<TableScale>
  readonly shifted: readonly ShiftedStyle[]
}

/**
 * `word/styles.xml`: every style of the document by name, derived from the template's tokens. Those
 * that Word knows bear Word's names (`heading 2`, `footnote text`), so that its panes and its
 * dialogs find them. In place of the styles that `docx` would add.
 */
export function styleSheet(template: Template, language: string, used: UsedStyles): IStylesOptions {
  const named = [
    ...bodyStyles(template),
    ...headingStyles(template),
    ...noteStyles(template),
    ...displayStyles(template),
    ...cellStyles(used.scales),
    ...pageStyles(template),
  ]
  const shifted = used.shifted.flatMap((by) =>
    named.filter(({ id }) => id === by.base).map((base) => shiftedStyle(template, base, by)),
  )
  const paragraphStyles = [...named, ...shifted]
  const run = runProperties(template, 'body', {}, [languageElement(language)])
  return {
    importedStyles: [
      element('w:docDefaults', {}, [
        element('w:rPrDefault', {}, [run]),
        element('w:pPrDefault', {}, [element('w:pPr')]),
      ]),
      ...paragraphStyles.map((style) => styleElement(template, style)),
      ...characterStyles(template, used.marks),
      ...tableStyles(template),
    ],
  }
}
