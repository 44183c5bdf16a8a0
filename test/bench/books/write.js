// Writes a book: `node test/bench/books/write.js long /tmp/long 10` (of ten chapters).
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { books } from './books.js'
import { countBook } from './word-count.js'

/** Files by path, into a folder. */
export function writeBook(folder, files) {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [name = '', folder, chapters] = process.argv.slice(2)
  const make = books[name]
  if (make === undefined || folder === undefined) {
    throw new Error(`write.js NAME FOLDER [CHAPTERS]; names: ${Object.keys(books).join(', ')}`)
  }
  const files = chapters === undefined ? make() : make(Number(chapters))
  writeBook(folder, files)
  console.log(name, JSON.stringify(countBook(files)))
}
