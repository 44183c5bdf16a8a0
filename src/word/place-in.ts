import type { Chapter } from '../model/book.ts'
import type { Template } from '../template/template.ts'
import { wordsFor } from '../template/words.ts'
import { pt } from '../unit/length.ts'
import { measureOf } from './page.ts'
import { edgesOf } from './place.ts'
import type { Place } from './state.ts'

/** The outermost place of a chapter's text, or of one of its notes. */
export function placeIn(template: Template, chapter: Chapter, within: 'text' | 'note'): Place {
  const { left } = edgesOf(template, within)
  return {
    chapter,
    words: wordsFor(template, chapter.language),
    within,
    inItem: false,
    depth: 0,
    start: left,
    measure: pt(measureOf(template) - left),
  }
}
