import type { XmlComponent } from 'docx'
import { element } from './element.ts'
import { run } from './run.ts'
import type { Setting, State } from './state.ts'

/**
 * A field with its value cached, so that it reads right before the fields are updated, and in programs
 * that never do. Of marks in runs (`w:fldChar`, ECMA-376 part 1, 17.16.18) as Word itself writes them:
 * pandoc 2 loses the text of a `w:fldSimple`.
 */
export const field = (
  state: State,
  setting: Setting,
  instruction: string,
  cached: string,
): readonly XmlComponent[] =>
  fieldRuns(instruction, (content) => run(state, setting, content), [cached])

/** The runs of a field, each made by `runOf`, around its value. */
export const fieldRuns = <Content>(
  instruction: string,
  runOf: (content: readonly (XmlComponent | Content)[]) => XmlComponent,
  value: readonly Content[],
): readonly XmlComponent[] => [
  runOf([fieldMark('begin')]),
  runOf([instructionElement(instruction)]),
  runOf([fieldMark('separate')]),
  runOf(value),
  runOf([fieldMark('end')]),
]

/** `w:fldChar`. */
export const fieldMark = (type: 'begin' | 'separate' | 'end'): XmlComponent =>
  element('w:fldChar', { 'w:fldCharType': type })

/** `w:instrText`, its spaces kept. */
export const instructionElement = (instruction: string): XmlComponent =>
  element('w:instrText', { 'xml:space': 'preserve' }).addChildElement(` ${instruction} `)
