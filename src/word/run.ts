import type { XmlComponent } from 'docx'
import { element, textElement } from './element.ts'
import { isRightToLeft, languageElement } from './language.ts'
import { characterStyleId } from './marks.ts'
import type { Setting, State } from './state.ts'

/** A run's content: text, or an element in the midst of it (`w:br`, `w:tab`). */
export type RunContent = string | XmlComponent

/**
 * `w:r`: its character style by name and its language, nothing else. `language` is the text's own;
 * absence means the chapter's.
 */
export function run(
  state: State,
  setting: Setting,
  content: readonly RunContent[],
  language: string = setting.place.chapter.language,
): XmlComponent {
  const style = characterStyleId(setting.marks)
  if (style !== undefined && setting.marks.size > 1) state.usedMarks.set(style, setting.marks)
  const properties = [
    ...(style === undefined ? [] : [element('w:rStyle', { 'w:val': style })]),
    ...(isRightToLeft(language) ? [element('w:rtl')] : []),
    ...(language === state.language ? [] : [languageElement(language)]),
  ]
  return element('w:r', {}, [
    ...(properties.length === 0 ? [] : [element('w:rPr', {}, properties)]),
    ...content.map((part) => (typeof part === 'string' ? textElement(part) : part)),
  ])
}
