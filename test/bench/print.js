// The print edition of the chapter in source/, of ten chapters and of a hundred: whole processes,
// cold, medians of three; then setting and page breaking alone. A build makes the book and each of
// its chapters. `node test/bench/print.js long-10 crowded` measures the books that are named.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { books } from './books/books.js'
import { writeBook } from './books/write.js'
import { stage } from './print-stages.js'
import { timed } from './stages.js'

const runs = 3
const folder = mkdtempSync(join(tmpdir(), 'imprimatur-bench-'))
const wanted = process.argv.slice(2)
const names = wanted.length > 0 ? wanted : ['source', 'long-10', 'long-100']

/** The folder of a book: `long-10` is `long` with ten chapters. */
function folderOf(name) {
  if (name === 'source') return 'source'
  const [, book = name, chapters] = /^(.*?)(?:-(\d+))?$/u.exec(name) ?? []
  const path = join(folder, name)
  writeBook(path, chapters === undefined ? books[book]() : books[book](Number(chapters)))
  return path
}

/** Milliseconds on the clock and of processor, and peak memory in MiB, of one build. */
function build(path) {
  const usage = join(folder, 'usage.json')
  const out = join(folder, 'out')
  const words = ['build', path, '--draft', '--edition', 'print', '--out', out]
  const start = performance.now()
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', resolve('test/bench/usage.js'), 'dist/cli.js', ...words],
    { env: { ...process.env, USAGE: usage }, encoding: 'utf8', maxBuffer: 1e8 },
  )
  if (status !== 0) throw new Error(`${path}: ${stderr}`)
  const time = performance.now() - start
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(usage, 'utf8'))
  const files = readdirSync(join(out, 'draft')).length
  rmSync(out, { recursive: true })
  return { time, cpu: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS / 1024, files }
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]

console.log('whole processes, cold: ms on the clock, ms of processor, MiB at most, files')
const medians = new Map()
for (const name of names) {
  const path = folderOf(name)
  const all = Array.from({ length: runs }, () => build(path))
  const of = (key) => median(all.map((each) => each[key]))
  medians.set(name, of('cpu'))
  const figures = ['time', 'cpu', 'memory', 'files'].map((key) => of(key).toFixed(0).padStart(7))
  console.log(`${name.padEnd(16)} ${figures.join(' ')}`)
}
const [few, many] = [medians.get('long-10'), medians.get('long-100')]
if (few !== undefined && many !== undefined)
  console.log(`a hundred chapters to ten, of processor: × ${(many / few).toFixed(1)}`)

console.log('\nthe book alone: pages, ms of processor to set and to break into pages, ms a page')
for (const name of names) {
  const path = folderOf(name)
  // The first time compiles the code too.
  for (const time of ['cold', 'warm']) {
    const { pages, setting, breaking } = await layout(path)
    const figures = [pages, setting, breaking].map((each) => each.toFixed(0).padStart(7))
    const each = ((setting + breaking) / pages).toFixed(2).padStart(7)
    console.log(`${`${name}, ${time}`.padEnd(16)} ${figures.join(' ')} ${each}`)
  }
}
rmSync(folder, { recursive: true })

/** Sets a book and breaks it into pages. */
async function layout(path) {
  const book = stage.toBook(stage.readBook(path).value)
  const template = stage.loadTemplate(book.metadata.template, [stage.installed('templates')]).value
  const faces = Object.values(template.families).flatMap((each) => Object.values(each.faces))
  const { language, languages, shortTitle, title, firstFolio } = book.metadata
  const typesetter = await stage.openType(faces, [language, ...Object.values(languages)])
  const pictures = await stage.readPictures(book, template)
  const matter = stage.frontMatterOf(book, template, '')
  const setLines = (lines, settings) => stage.breakLines(typesetter, lines, settings)
  const [galley, setting] = timed(() =>
    stage.compose(book, template, matter, typesetter, setLines, pictures),
  )
  const chapters = book.parts.filter((part) => part.type === 'chapter')
  const imprint = {
    title,
    shortTitle: shortTitle ?? title,
    chapterTitles: new Map(chapters.map((chapter) => [chapter.id, chapter.shortTitle])),
    firstFolio,
    words: stage.wordsFor(template, language),
  }
  const [pages, breaking] = timed(() =>
    stage.paginate(galley.value, imprint, { template, setLines, language }),
  )
  return { pages: pages.value.length, setting, breaking }
}
