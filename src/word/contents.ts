import { InternalHyperlink, type XmlComponent } from 'docx'
import { chaptersOf, type Chapter } from '../model/book.ts'
import type { Inline } from '../model/nodes.ts'
import { inlineText } from '../model/text.ts'
import { wordsFor } from '../template/words.ts'
import { asChildren, element, textElement } from './element.ts'
import { fieldMark, fieldRuns, instructionElement } from './field.ts'
import { paragraphOf } from './paragraph.ts'
import type { State, WordBlock } from './state.ts'

interface Entry {
  /** From 1. */
  readonly level: number
  readonly title: string
  readonly bookmark: string
}

/** A `TOC` field (ECMA-376 part 1, 17.16.5.68) over chapters and their sections, its entries cached as links with their pages. */
export function contents(state: State): readonly WordBlock[] {
  const entries = chaptersOf(state.book).flatMap((chapter) => entriesOf(state, chapter))
  const last = entries.length - 1
  const { contents: title } = wordsFor(state.template, state.language)
  return [
    paragraphOf('TOCHeading', [element('w:r', {}, [textElement(title)])]),
    ...entries.map((entry, index) => {
      const link = new InternalHyperlink({
        anchor: entry.bookmark,
        children: asChildren([
          words(entry.title),
          element('w:r', {}, [element('w:tab')]),
          ...page(entry),
        ]),
      })
      return paragraphOf(`TOC${String(entry.level)}`, [
        ...(index === 0 ? [mark('begin'), instruction(), mark('separate')] : []),
        link,
        ...(index === last ? [mark('end')] : []),
      ])
    }),
  ]
}

const entriesOf = (state: State, chapter: Chapter): readonly Entry[] => [
  entry(state, 1, chapter.title, chapter.id),
  ...chapter.children.flatMap((block) =>
    block.type === 'heading' && block.level === 2
      ? [entry(state, 2, block.children, block.anchor)]
      : [],
  ),
]

const entry = (state: State, level: number, title: readonly Inline[], anchor: string): Entry => ({
  level,
  title: inlineText(title),
  bookmark: state.bookmarks.of(anchor),
})

const words = (text: string): XmlComponent => element('w:r', {}, [textElement(text)])

/** The page of an entry; `1` until `docx` has estimated it. */
const page = ({ bookmark }: Entry): readonly XmlComponent[] =>
  fieldRuns(`PAGEREF ${bookmark} \\h`, (content) => element('w:r', {}, content), [textElement('1')])

const mark = (type: 'begin' | 'separate' | 'end'): XmlComponent =>
  element('w:r', {}, [fieldMark(type)])

/** Levels 1 and 2, as links, without page numbers in web view, by outline level. */
const instruction = (): XmlComponent =>
  element('w:r', {}, [instructionElement('TOC \\o "1-2" \\h \\z \\u')])
