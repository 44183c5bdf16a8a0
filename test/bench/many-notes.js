// A hundred chapters with 3,300 notes, made from the chapter in source/: the rules alone, then the
// whole process.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { check, readBook, timed, toBook } from './stages.js'

const chapters = 100
const source = readFileSync(join('source', 'kazakhstan.md'), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'imprimatur-bench-'))

/** The chapter as the n-th of the book, its 33 notes numbered on. */
function chapter(index) {
  const first = 33 * index + 1
  return source
    .replace(/\[\^(\d+)\]/gu, (_, number) => `[^${Number(number) - 568 + first}]`)
    .replace(/@fn-(\d+)/gu, (_, number) => `@fn-${Number(number) - 568 + first}`)
    .replace(/^footnotes: .*$/mu, `footnotes: ${first}-${first + 32}`)
    .replace(/!\[[^\]]*\]\([^)]*\)(?:\{[^}]*\})?/gu, 'A figure stood here.')
    .replace(/@fig-[\w-]+/gu, 'the figure')
}
const names = Array.from({ length: chapters }, (_, index) => `chapter-${index + 1}`)
names.forEach((name, index) => writeFileSync(join(folder, `${name}.md`), chapter(index)))
const list = names.map((name) => `  - ${name}.md\n`).join('')
writeFileSync(
  join(folder, 'book.yaml'),
  `title: T\nlanguage: en-US\ndate: 2020-12-15\nchapters:\n${list}`,
)

const [read, reading] = timed(() => readBook(folder))
const [, modelling] = timed(() => toBook(read.value))
// The first time compiles the rules too; each book is checked once, as the command does.
const rules = Array.from({ length: 5 }, () => {
  const book = toBook(read.value)
  return timed(() => check(book))
})
const notes = toBook(read.value).parts.reduce((count, part) => count + part.notes.length, 0)
const [found] = rules[0]
console.log(`${chapters} chapters, ${notes} notes, ${found.length} findings`)
console.log(`read ${reading.toFixed(0)} ms, model ${modelling.toFixed(0)} ms`)
const times = rules.map(([, time]) => time)
console.log(`rules, first time ${times[0].toFixed(0)} ms, then ${Math.min(...times).toFixed(0)} ms`)

const start = performance.now()
const { status, stderr } = spawnSync(process.execPath, ['dist/cli.js', 'check', folder])
console.log(
  `the whole process ${(performance.now() - start).toFixed(0)} ms: ${String(stderr).trim()} (${status})`,
)
rmSync(folder, { recursive: true })
