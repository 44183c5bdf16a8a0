import { chaptersOf, type Chapter } from '../model/book.ts'
import type { FrontMatter, MatterBlock } from '../model/front-matter.ts'
import { noMarks } from './marks.ts'
import { paragraphOf } from './paragraph.ts'
import { placeIn } from './place-in.ts'
import type { State, WordBlock } from './state.ts'

/** Title page and colophon, each a page of its own. */
export interface FrontMatterBlocks {
  readonly titlePage: readonly WordBlock[]
  readonly colophon: readonly WordBlock[]
}

const styles = {
  titlePage: {
    title: 'Title',
    subtitle: 'Subtitle',
    chapter: 'TitlePageChapter',
    text: 'TitlePageText',
  },
  colophon: { title: 'Colophon', subtitle: 'Colophon', chapter: 'Colophon', text: 'Colophon' },
} as const

/** The template's pages in the styles Title, Subtitle, Title Page Chapter, Title Page Text and Colophon. */
export function frontMatterBlocks(state: State, frontMatter: FrontMatter): FrontMatterBlocks {
  const [chapter] = chaptersOf(state.book)
  if (chapter === undefined) return { titlePage: [], colophon: [] }
  const blocks = (page: keyof FrontMatter): readonly WordBlock[] =>
    frontMatter[page].map((block) => matterBlock(state, chapter, block, styles[page][block.role]))
  return { titlePage: blocks('titlePage'), colophon: blocks('colophon') }
}

/** Front matter is in the book's language, whatever that of its first chapter. */
function matterBlock(state: State, chapter: Chapter, block: MatterBlock, style: string): WordBlock {
  const place = placeIn(state.template, { ...chapter, language: state.language }, 'text')
  return paragraphOf(style, state.inlines({ place, marks: noMarks }, block.children))
}
