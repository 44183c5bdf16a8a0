import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { checkFile } from './fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'imprimatur-text-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Findings of a chapter as `line rule`, infos left out. */
function found(text: string, language = 'en'): string[] {
  const path = join(folder, 'chapter.md')
  writeFileSync(path, `---\ntitle: Title\nlanguage: ${language}\n---\n${text}`)
  return checkFile(path)
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule, position }) => `${position?.start.line} ${rule}`)
}

describe('a chapter that quotes with straight marks', () => {
  test('is left alone, over several paragraphs, beside inches and Hebrew', () => {
    const text =
      '"It was so," he said, "and it isn\'t."\n\n"A long quotation\n\n"goes on," and "ends."\n\n' +
      'The board is 6\' 2" by 3", "in 2019", and צה"ל stands.\n\n"Is it \'so\'?" (It was "so".)\n'
    expect(found(text)).toEqual([])
  })

  test('has each mark that lacks its partner told', () => {
    expect(found('He said "no and left.\n\n## Then\n\nIt was done" so.\n')).toEqual([
      '5 unbalanced-quote',
      '9 unbalanced-quote',
    ])
  })
})

test('‘ that is not closed is told where a chapter quotes with it, and not where it is a letter', () => {
  const quoted = '‘One’ and ‘two’, ‘three’ and ‘four’, the dogs’ bowls.\n\n'
  expect(found(`${quoted}He said ‘five and left.\n`)).toEqual(['7 unbalanced-quote'])
  expect(found(`${quoted}In Hawai‘i ‘Ali ruled.\n`)).toEqual([])
  expect(found('The ‘ulama’ and ‘Umar, ‘Ali and ‘Abd; ‘tis so.\n')).toEqual([])
})

test('a conflict speaks for all that it says twice', () => {
  const text =
    'A[^1]\n<<<<<<< HEAD\nb[^2] (so\n=======\nb[^2] “so\n>>>>>>> other\n\n[^1]: x\n\n[^2]: y\n'
  expect(found(text)).toEqual(['6 merge-conflict'])
})

test('a straight mark among curly ones is one fault, not two', () => {
  const curly = '“One” and “two”, “three” and “four”, “five” and “six”.\n\n'
  expect(found(`${curly}He said “seven" and left.\n`)).toEqual(['7 straight-quote'])
})

test('single marks that quote and end plurals are held to curly double ones too', () => {
  const curly = 'He said “a,” “b,” “c,” and “d.” '
  expect(found(`${curly}The state’s view.\n\nThe 'so-called' word.\n\nThe miners' pay.\n`)).toEqual(
    ['7 straight-quote', '9 straight-quote'],
  )
  // A chapter's own straight apostrophes, soft signs, glottal stops, feet, years.
  expect(found(`${curly}It's so, and the 'so-called' word.\n`)).toEqual([])
  expect(found(`${curly}The state’s view. In Rus' and Kazan' they said 'Ali, 'ayn.\n`)).toEqual([])
  expect(found(`${curly}The miners' pay; boards of 6' and 7' 2"; the '90s.\n`)).toEqual([])
})

test('quotation marks of TeX are told among curly ones', () => {
  const curly = 'He said “a,” “b,” “c,” and “d.”\n\n'
  expect(found(`${curly}The \`\`so-called'' word, and \`\`another'' word.\n`)).toEqual([
    '7 straight-quote',
  ])
  expect(found(`${curly}The \`\`so-called'' word.\n`)).toEqual(['7 straight-quote'])
  expect(found("The ``so-called'' word.\n")).toEqual([])
  const code = "\`\` x = '' \`\`, \`\`a''b\`\`, \`\`x = '';\`\` and \`\`\`\` \`\`a'' \`\`\`\`"
  expect(found(`${curly}Code is ${code}.\n`)).toEqual([])
})

test('loose braces of a figure are told once', () => {
  writeFileSync(
    join(folder, 'map.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
  )
  const curly = '“One” and “two”, “three” and “four”, “five” and “six”.\n\n'
  expect(found(`${curly}![Cap](map.svg)\n{#fig-map alt="A map" title="x"}\n`)).toEqual([
    '7 figure-braces',
  ])
  expect(found(`${curly}![Cap](map.svg){#fig-map alt="A map" title="x"\n`)).toEqual([
    '7 figure-braces',
  ])
})

test('a doubled word is a slip only where its language does not double words', () => {
  expect(found('Van die die man.\n\nGou gou, saam saam.\n', 'af')).toEqual([])
  expect(found('Yavaş yavaş geldi ve ve gitti.\n', 'tr')).toEqual([])
  expect(found('Der Bericht und und das Gesetz.\n', 'de')).toEqual(['5 doubled-word'])
})

test.each([
  ['combining marks', `a${'\u0301'.repeat(10_000)}\n`, ['5 stacked-marks']],
  ['brackets', `${'('.repeat(30_000)}${'}'.repeat(30_000)}\n`, undefined],
  ['quotation marks', `${'“'.repeat(30_000)}${'»'.repeat(30_000)}\n`, undefined],
  ['spaces', `a${' '.repeat(60_000)}b\n`, ['5 double-space']],
  ['words', 'the '.repeat(15_000), undefined],
])('a flood of %s is read in linear time', (_, text, expected) => {
  const start = performance.now()
  const findings = found(text)
  // A scan of all for each would take minutes; the machine may be busy.
  expect(performance.now() - start).toBeLessThan(10_000)
  if (expected !== undefined) expect(findings).toEqual(expected)
})
