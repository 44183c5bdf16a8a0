// What a book holds: notes, words, distinct words, and paragraphs that stand in it twice.

/** Counts of files of Markdown, by path. Words of addresses and of code are not counted. */
export function countBook(files) {
  const words = new Map()
  const paragraphs = new Map()
  let notes = 0
  for (const [path, text] of Object.entries(files)) {
    if (!path.endsWith('.md')) continue
    const body = text.replace(/^---\n.*?\n---\n/su, '')
    notes += body.match(/^\[\^[^\]]+\]:/gmu)?.length ?? 0
    for (const block of body.split(/\n\s*\n/u).map((each) => each.trim())) {
      if (block.length > 1) paragraphs.set(block, (paragraphs.get(block) ?? 0) + 1)
    }
    const prose = body
      .replaceAll(/^```.*?^```/gmsu, '')
      .replaceAll(/https?:\/\/\S+|\{#[^}]*\}|\[\^[^\]]+\]|@[\w/-]+/gu, ' ')
    for (const [word] of prose.matchAll(/\p{L}+/gu)) {
      const key = word.toLowerCase()
      words.set(key, (words.get(key) ?? 0) + 1)
    }
  }
  return {
    notes,
    words: [...words.values()].reduce((a, b) => a + b, 0),
    distinctWords: words.size,
    paragraphs: paragraphs.size,
    equalParagraphs: [...paragraphs.values()].filter((count) => count > 1).length,
  }
}
