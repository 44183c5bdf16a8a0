import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { GalleyChapter } from '../../../src/print/galley/galley.ts'
import type { Page, Placed } from '../../../src/print/page/page.ts'
import { paginate } from '../../../src/print/page/paginate.ts'
import { wordsFor } from '../../../src/template/words.ts'
import { anyRecipe, chapterOf } from './any-galley.ts'
import { bookOf, galleyOf, tinyTemplate } from './tiny.ts'

const template = tinyTemplate()
const { setLines } = await galleyOf(bookOf('Text.'), template)
const setter = { template, setLines, language: 'en-US' }
const imprint = {
  title: '',
  shortTitle: '',
  chapterTitles: new Map<string, string>(),
  firstFolio: 1,
  words: wordsFor(template, 'en'),
}

type LineItem = Placed & { readonly type: 'line' }

interface Set {
  readonly page: Page
  readonly text: readonly LineItem[]
  readonly notes: readonly LineItem[]
  /** Heads of tables that go on. */
  readonly repeated: readonly LineItem[]
  /** It says itself that it could not be filled by the rules. */
  readonly isCrowded: boolean
}

function setPages(chapter: GalleyChapter): readonly Set[] {
  const { value, diagnostics } = paginate(
    { titlePage: [], colophon: [], chapters: [chapter], index: [] },
    imprint,
    setter,
  )
  const crowded = new Set(diagnostics.map(({ message }) => /^page (\d+) /u.exec(message)?.[1]))
  return value.map((page) => {
    const all = page.items.filter((item) => item.type === 'line')
    const lines = all.filter(({ owner }) => owner.part === 'text')
    return {
      page,
      text: lines.filter(({ owner }) => owner.note === undefined),
      notes: lines.filter(({ owner }) => owner.note !== undefined),
      repeated: all.filter(({ owner }) => owner.part === 'repeat'),
      isCrowded: crowded.has(page.folio),
    }
  })
}

const namesOf = (items: readonly LineItem[]): readonly string[] =>
  items.map(({ line }) => line.text)
const noteNames = ({ notes }: GalleyChapter): readonly string[] =>
  notes.flatMap(({ anchor, slugs }) => slugs.map((_, index) => `${anchor}.${index}`))

/** Whether the notes of one line are too high for its page, so that they share it: each goes on overleaf. */
const hasShared = ({ slugs, notes }: GalleyChapter): boolean =>
  slugs.some(({ calls }) => {
    const called = notes.filter(({ anchor }) => calls.includes(anchor))
    const lines = called.reduce((sum, each) => sum + each.slugs.length, 0)
    return called.length > 1 && lines > 8
  })

/** A failure tells the seed, by which it is found again. */
const holds = (check: (chapter: GalleyChapter, pages: readonly Set[]) => void): void => {
  fc.assert(
    fc.property(anyRecipe, (recipe) => {
      const chapter = chapterOf(recipe)
      check(chapter, setPages(chapter))
    }),
    { numRuns: 150, interruptAfterTimeLimit: 4_000, markInterruptAsFailure: false },
  )
}

describe('the pages of any galley', () => {
  it('hold every line of the text once, in order but for figures that wait', () => {
    holds(({ slugs }, pages) => {
      const names = slugs.flatMap(({ marks }) =>
        marks.map((mark) => (mark.type === 'line' ? mark.line.text : '')),
      )
      const set = pages.flatMap(({ text }) => namesOf(text))
      expect(set.filter((name) => name.startsWith('t'))).toEqual(
        names.filter((name) => name.startsWith('t')),
      )
      expect([...set].sort()).toEqual([...names].sort())
    })
  })

  it('hold every line of the notes once, in the order of the calls', () => {
    holds((chapter, pages) => {
      const set = pages.flatMap(({ notes }) => namesOf(notes))
      if (!hasShared(chapter)) return expect(set).toEqual(noteNames(chapter))
      expect([...set].sort()).toEqual([...noteNames(chapter)].sort())
      for (const { anchor, slugs } of chapter.notes)
        expect(set.filter((name) => name.startsWith(`${anchor}.`))).toHaveLength(slugs.length)
    })
  })

  it('have each note begin on the page of its call, or are reported', () => {
    holds((_, pages) => {
      for (const { text, notes, isCrowded } of pages) {
        if (isCrowded) continue
        const begun = namesOf(notes)
        for (const call of text.flatMap(({ line }) => line.calls))
          expect(begun).toContain(`${call}.0`)
      }
    })
  })

  it('cut the last of their notes alone, with two lines on either side, or are reported', () => {
    holds((chapter, pages) => {
      const { notes: all } = chapter
      if (hasShared(chapter)) return
      pages.forEach(({ notes, isCrowded }) => {
        if (isCrowded) return
        const anchors = [...new Set(notes.map(({ owner }) => owner.note ?? ''))]
        anchors.forEach((anchor, index) => {
          const size = all.find((each) => each.anchor === anchor)?.slugs.length ?? 0
          const own = namesOf(notes).filter((name) => name.startsWith(`${anchor}.`))
          const left = size - 1 - Number(own.at(-1)?.split('.')[1])
          if (left === 0) return
          expect(index).toBe(anchors.length - 1)
          expect(Math.min(own.length, left)).toBeGreaterThanOrEqual(2)
        })
      })
    })
  })

  it('have all that stands on them under one another and within the page, or are reported', () => {
    holds((_, pages) => {
      for (const { text, notes, repeated, isCrowded } of pages) {
        const column = [...text, ...repeated].sort((a, b) => a.y - b.y)
        const ys = [...column, ...notes].map(({ y }) => y)
        ys.forEach((y, index) => expect(y).toBeGreaterThan((ys[index - 1] ?? 26.5) + 9.9))
        // A page may be one line deeper than the others.
        if (!isCrowded && ys.length > 0)
          expect(ys.at(-1)).toBeLessThanOrEqual(40 + 12 * 13.5 + 0.01)
      }
    })
  })

  it('end after no line that must be followed by another, or are reported', () => {
    holds(({ slugs }, pages) => {
      // Nothing follows the last of a chapter.
      const kept = new Set(
        slugs
          .slice(0, -1)
          .flatMap(({ breakAfter, marks }) =>
            breakAfter === Infinity
              ? marks.map((mark) => (mark.type === 'line' ? mark.line.text : ''))
              : [],
          ),
      )
      for (const { text, isCrowded } of pages.slice(0, -1))
        if (!isCrowded) expect(kept).not.toContain(text.at(-1)?.line.text)
    })
  })
})
