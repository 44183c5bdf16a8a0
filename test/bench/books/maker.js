// What a book of few chapters needs: words, notes, and numbers that run on.
import { addressBook } from './addresses.js'
import { toBook, toChapter } from './chapter.js'
import { draws } from './draw.js'
import { noteWriter } from './notes.js'
import { writer } from './sentences.js'
import { capital, vocabulary } from './words.js'

/**
 * A book of `chapters`, each made by `chapterOf`: blocks, how many notes, and what a note says by its
 * number. `more` are its other files.
 */
export function makeBook({ title, seed, chapters, chapterOf, more }) {
  const draw = draws(seed)
  const write = writer(draw, vocabulary(draw))
  const address = addressBook(write)
  const note = noteWriter(write, address)
  let first = 1
  const entries = Array.from({ length: chapters }, (_, index) => {
    const heading = `${capital(write.word('adjective'))} ${capital(write.word('noun'))}`
    const plan = chapterOf({ index: index + 1, write, note, address, first })
    const text = toChapter(draw, { title: heading, first, ...plan })
    first += plan.count
    return [`chapter-${index + 1}.md`, text]
  })
  return toBook(title, Object.fromEntries(entries), more?.(draw))
}
