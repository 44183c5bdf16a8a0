// Every construct of the format a few times and ten times as often: reading, model and rules together
// may take fifteen times as long. Then what is over a limit, which is refused without being parsed.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chapterOf, constructs } from './constructs.js'
import { check, readLone, timed, toBook } from './stages.js'

/** `node test/bench/linear.js notes`: only constructs with that in their name. */
const only = process.argv[2] ?? ''
const few = 450
const many = 10 * few
const folder = mkdtempSync(join(tmpdir(), 'imprimatur-bench-'))
const file = join(folder, 'chapter.md')
writeFileSync(
  join(folder, 'x.svg'),
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>',
)

/** Milliseconds of each stage; the rules find nothing where the text is refused. */
function run(text) {
  writeFileSync(file, text)
  const [read, reading] = timed(() => readLone(file, { today: '2020-12-15' }))
  const refused = read.value === undefined
  if (refused) return { times: [reading, 0, 0], refused }
  const [book, modelling] = timed(() => toBook(read.value))
  const [, checking] = timed(() => check(book))
  return { times: [reading, modelling, checking], refused }
}

const sum = (times) => times.reduce((a, b) => a + b)
const faster = (a, b) => (sum(a.times) < sum(b.times) ? a : b)
const shown = (times) => times.map((time) => time.toFixed(0).padStart(5)).join(' ')

let slow = 0
console.log(`ms of read, model, rules: ${few} and ${many} of each`)
run(chapterOf(constructs.paragraphs, many))
for (const [name, block] of Object.entries(constructs)) {
  if (!name.includes(only)) continue

  let small = run(chapterOf(block, few))
  let large = run(chapterOf(block, many))
  const ratioOf = () => sum(large.times) / Math.max(10, sum(small.times))
  // Memory is swept at any time: what seems slow is tried again.
  for (let attempt = 0; attempt < 3 && ratioOf() > 15; attempt++) {
    small = run(chapterOf(block, few))
    large = faster(large, run(chapterOf(block, many)))
  }
  const ratio = ratioOf()
  if (ratio > 15) slow++
  const verdict = large.refused
    ? 'refused'
    : `× ${ratio.toFixed(0)}${ratio > 15 ? '  TOO SLOW' : ''}`
  console.log(`${name.padEnd(36)} ${shown(small.times)}  | ${shown(large.times)}  ${verdict}`)
}

const floods = ['a', '[', '*a ', '> ', '- ', '| a ', '`a ``', '[a][', '^[a', '![', '<a ', 'a_b* ']
console.log('\nms to refuse 2 MB in one block of')
for (const piece of floods) {
  const { times, refused } = run(`# T\n\n${piece.repeat(2_000_000 / piece.length)}\n`)
  if (!refused || times[0] > 1000) slow++
  console.log(
    `${JSON.stringify(piece).padEnd(36)} ${shown([times[0]])}${refused ? '' : '  NOT REFUSED'}`,
  )
}

rmSync(folder, { recursive: true })
if (slow > 0) {
  console.log(`\n${slow} of them are too slow`)
  process.exitCode = 1
}
