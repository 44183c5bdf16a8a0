// Most lines call a note of about a thousand characters: more notes than text.
import { makeBook } from './maker.js'

export const notesHeavy = (chapters = 6) =>
  makeBook({ title: 'A Book of Notes', seed: 1001, chapters, chapterOf })

function chapterOf({ index, write, note }) {
  const { draw } = write
  const blocks = [1, 2, 3].flatMap((number) => [
    ...(number === 1 ? [] : [`## ${write.heading()} {#sec-${index}-${number}}`]),
    // A sentence is a line, more or less.
    ...draw.times(2, 3, () => draw.times(3, 6, () => write.sentence(8, 14)).join(' ')),
  ])
  return { blocks, count: 24, noteOf: () => thousand(note) }
}

/** A citation and sentences, until there are about a thousand characters. */
function thousand(note) {
  let text = note.kinds.both()[0]
  while (text.length < 850) text += ` ${note.comment(1, 2)}`
  return [text]
}
