import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pt } from '../../../src/unit/length.ts'
import { breakLines, overfullLine, roomOf } from '../../../src/print/line/break-lines.ts'
import { chooseBreaks } from '../../../src/print/line/choose-breaks.ts'
import { EXPANSION_JUMP } from '../../../src/print/line/costs.ts'
import { itemize } from '../../../src/print/line/itemize.ts'
import { glyphsOf, widthOf } from '../../../src/print/line/set-words.ts'
import { openTypesetter } from '../type/typesetter.ts'
import { demeritsOf, firstFit } from './first-fit.ts'
import { endOf, gapsOf, glyphText, isGap, plainRun, runsOf, settingsOf } from './set-text.ts'

const typesetter = await openTypesetter()
const prose =
  'The ministry announced that the national data platform would be opened to researchers before the end of the year, although no budget had been published.^568^ Officials in the capital described the *programme* as a success; independent observers were less certain, and some of them said so in public. “We have no reason to believe,” the deputy minister told reporters, “that the system has been used for anything other than traffic management.”^569^ Civil-society organizations have repeatedly criticized the absence of an independent data-protection authority—one with real powers of enforcement. Государственная программа предусматривает развитие инфраструктуры.'

/** Text of a few hundred characters of what books hold. */
const words = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...prose.replace(/[*^]/g, '').split(' ')) },
    fc.constantFrom(
      'https://www.example.org/a/path-of-some-length?with=query&more',
      'АI',
      '№',
      '5',
    ),
    fc.constantFrom('co\u00ADoperation', 'x', '—', 'and/or', '1990–1999,', 'p.', 'a\u00A0b'),
    fc.string({
      minLength: 1,
      maxLength: 12,
      unit: fc.constantFrom(...'abcdefghilmnorstu-.,’éÄж'),
    }),
  ),
  { minLength: 1, maxLength: 60 },
)

describe('justified lines', () => {
  const set = breakLines(typesetter, runsOf(prose), settingsOf(240))

  it('fill their measure, what hangs out of it apart, but for the last', () => {
    expect(set.lines.length).toBeGreaterThan(6)
    for (const line of set.lines.slice(0, -1)) {
      expect(line.width).toBeCloseTo(240, 6)
      const first = line.runs[0]?.x ?? 0
      expect(first).toBeLessThanOrEqual(0)
      expect(endOf(line)).toBeGreaterThanOrEqual(240 - 1e-6)
      expect(endOf(line)).toBeLessThan(243)
    }
    expect(set.lines.at(-1)).toMatchObject({ ratio: 0 })
  })

  it('are as many as are wanted, where that takes no loose line', () => {
    const settings = settingsOf(240)
    const long = `${prose.replace(/\^\d+\^/g, '')} `.repeat(3)
    const reached = new Set<number>()
    for (let cut = 0; cut < 72; cut += 3) {
      const runs = runsOf(long.slice(0, 400 + 11 * cut).trim())
      const natural = breakLines(typesetter, runs, settings).lines.length
      for (const more of [-1, 1]) {
        const set = breakLines(typesetter, runs, { ...settings, lines: natural + more })
        if (set.lines.length === natural) continue
        expect(set.lines.length).toBe(natural + more)
        for (const { ratio } of set.lines) expect(Math.abs(ratio)).toBeLessThan(1.61)
        reached.add(more)
      }
    }
    expect(reached.size).toBe(2)
  })

  it('are as wide as their natural width and the ratio of their stretch or shrink', () => {
    const settings = settingsOf(240)
    const items = itemize(typesetter, runsOf(prose), settings)
    const room = roomOf(items, settings, 0)
    const natural = breakLines(typesetter, runsOf(prose), { ...settings, align: 'start' })
    expect(natural.lines.every((line) => line.ratio === 0)).toBe(true)
    for (const line of set.lines.slice(0, -1)) {
      const space = typesetter.fount('roman', plainRun('').features, 'en-US').space * 10
      const gaps = line.runs.flatMap((run) => glyphsOf(run).filter(isGap))
      const expansion = line.runs[0]?.expansion ?? 1
      const glyphs = line.runs.flatMap((run) => glyphsOf(run).filter((glyph) => glyph.text !== ' '))
      const ink = glyphs.reduce((sum, glyph) => sum + glyph.advance, 0) / expansion
      const give = room.expansion * ink
      const white = line.ratio >= 0 ? 0.5 * space * gaps.length : 0.3 * space * gaps.length
      const total = line.ratio * (white + give)
      // Glyphs give first, up to the limit; the spaces give the rest.
      const byGlyphs = ink * (expansion - 1)
      expect(Math.abs(byGlyphs)).toBeLessThanOrEqual(give + 1e-6)
      if (Math.abs(total) <= give) expect(byGlyphs).toBeCloseTo(total, 1)
      else expect(Math.abs(byGlyphs)).toBeCloseTo(give, 6)
    }
  })

  it('have even word spaces', () => {
    const long = breakLines(typesetter, runsOf(`${prose} ${prose} ${prose}`), settingsOf(324))
    const gaps = long.lines.slice(0, -1).map((line) => {
      const own = gapsOf(line)
      return own.reduce((sum, gap) => sum + gap, 0) / own.length
    })
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
    const variance = gaps.reduce((sum, gap) => sum + (gap - mean) * (gap - mean), 0) / gaps.length
    expect(mean).toBeGreaterThan(0.22)
    expect(mean).toBeLessThan(0.28)
    expect(Math.sqrt(variance)).toBeLessThan(0.045)
    expect(Math.max(...gaps)).toBeLessThan(0.6)
  })

  it('widen or narrow glyphs by no more than was allowed', () => {
    for (const { runs } of set.lines) {
      for (const run of runs) expect(Math.abs(run.expansion - 1)).toBeLessThanOrEqual(0.02 + 1e-9)
    }
    const stiff = breakLines(typesetter, runsOf(prose), settingsOf(240, { expansion: 0 }))
    for (const { runs } of stiff.lines) for (const run of runs) expect(run.expansion).toBe(1)
  })

  it('keep between words as much white as programs that read a PDF take for a space', () => {
    // Kerned with the space: T, V and W at its one side, or the other.
    const text = 'Law T (the V (IV (so W Avowed Tower V Yes '.repeat(12).trim()
    for (let measure = 150; measure < 330; measure += 7) {
      const { lines } = breakLines(typesetter, [plainRun(text)], settingsOf(measure))
      for (const line of lines) expect(Math.min(1, ...gapsOf(line))).toBeGreaterThan(0.1599)
    }
  })

  it('open an address less than a reader would take for a space', () => {
    const address =
      'https://www.example.org/a-long/way/to-a-place/that.has/many-seams/and_places?to=end&of=lines'
    for (let measure = 60; measure < 330; measure += 5) {
      const { lines } = breakLines(typesetter, [plainRun(address)], settingsOf(measure))
      for (const { runs } of lines)
        for (const { white, words } of runs)
          for (const [index, gap] of white.entries())
            if (words[index]?.texts[0] !== ' ') expect(gap).toBeLessThan(0.06 * 10)
    }
  })

  it('hang no mark out where protrusion is off', () => {
    const { lines } = breakLines(typesetter, runsOf(prose), settingsOf(240, { protrusion: false }))
    for (const line of lines.slice(0, -1)) {
      expect(line.runs[0]?.x).toBe(0)
      expect(endOf(line)).toBeCloseTo(240, 6)
    }
  })

  it('hang a hyphen out by .7 of its width', () => {
    const line = set.lines.find(({ hyphenated }) => hyphenated)
    const hyphen = glyphsOf(line!.runs.at(-1)!).at(-1)
    expect(hyphen?.text).toBe('-')
    const hung = endOf(line!) - 240
    const unexpanded = (hyphen?.advance ?? 0) / (line?.runs.at(-1)?.expansion ?? 1)
    expect(hung).toBeCloseTo(0.7 * unexpanded, 6)
  })
})

describe('the breaker', () => {
  it('loses and doubles no text, whatever the text and the measure', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 40, max: 400 }), (list, measure) => {
        const text = list.join(' ')
        const { lines } = breakLines(typesetter, [plainRun(text)], settingsOf(measure))
        const drawn = text.replace(/[\u00AD\u200B]/g, '')
        const joined = lines
          .map((line) => line.text)
          .join('')
          .replace(/ /g, '')
        expect(joined).toBe(drawn.replace(/ /g, ''))
        for (const line of lines) {
          const glyphs = glyphText(line)
          const own = line.hyphenated ? glyphs.slice(0, -1) : glyphs
          expect(own).toBe(line.text.replace(/\u00A0/g, ' '))
        }
      }),
      { numRuns: 150, seed: 568 },
    )
  })

  it('sets no line over the measure but for a unit that is wider by itself', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 60, max: 360 }), (list, measure) => {
        const { overfull } = breakLines(typesetter, [plainRun(list.join(' '))], settingsOf(measure))
        for (const { text } of overfull) {
          const alone = breakLines(typesetter, [plainRun(text)], settingsOf(measure))
          expect(alone.lines).toHaveLength(1)
          expect(alone.overfull).toHaveLength(1)
        }
      }),
      { numRuns: 150, seed: 600 },
    )
  })

  it('never costs more than filling line after line', () => {
    let compared = 0
    for (const expansion of [0, 0.02]) {
      for (let measure = 140; measure <= 420; measure += 7) {
        const settings = settingsOf(measure, { expansion })
        const items = itemize(typesetter, runsOf(prose), settings)
        const room = roomOf(items, settings, 0)
        const ends = firstFit(items, room)
        const greedy = ends === undefined ? undefined : demeritsOf(items, room, ends, 4)
        if (greedy === undefined) continue
        const best = chooseBreaks(items, room, { tolerance: 4, level: 1, isLast: false })
        expect(best).toBeDefined()
        compared++
        expect(demeritsOf(items, room, best?.places ?? [], 4)).toBeCloseTo(best?.demerits ?? 0, 3)
        // A place keeps its best way by fitness class, not by expansion: the price of a jump may be missed once a line.
        const missed = expansion > 0 ? EXPANSION_JUMP * (ends?.length ?? 0) : 0
        expect(best?.demerits).toBeLessThanOrEqual(greedy + missed + 1e-3)
      }
    }
    expect(compared).toBeGreaterThan(10)
  })

  it('ends no three lines in a row with hyphens', () => {
    for (let measure = 180; measure <= 360; measure += 6) {
      const { lines } = breakLines(typesetter, runsOf(`${prose} ${prose}`), settingsOf(measure))
      let run = 0
      for (const line of lines) {
        run = line.hyphenated || line.text.endsWith('-') ? run + 1 : 0
        expect(run).toBeLessThan(3)
      }
    }
  })

  it('sets the same lines for the same text', () => {
    const once = breakLines(typesetter, runsOf(prose), settingsOf(300))
    expect(breakLines(typesetter, runsOf(prose), settingsOf(300))).toEqual(once)
  })

  it('keeps a footnote mark on the line of its word', () => {
    for (let measure = 60; measure < 400; measure += 11) {
      const { lines } = breakLines(typesetter, runsOf(prose), settingsOf(measure))
      for (const line of lines) expect(line.text).not.toMatch(/^\s*56[89]/)
    }
  })

  it('gives an empty paragraph one empty line', () => {
    const { lines } = breakLines(typesetter, [plainRun('')], settingsOf(100))
    expect(lines).toMatchObject([{ text: '', width: 0, runs: [] }])
  })

  it('ends a line where it is told to, and justifies none before that', () => {
    const { lines } = breakLines(typesetter, runsOf('one|two|three'), settingsOf(200))
    expect(lines.map((line) => line.text)).toEqual(['one', 'two', 'three'])
    expect(lines.every((line) => line.ratio === 0)).toBe(true)
  })

  it('breaks at a soft hyphen and hyphenates that word nowhere else', () => {
    const text = 'internationalco\u00ADoperation'
    const { lines } = breakLines(typesetter, [plainRun(text)], settingsOf(80))
    expect(lines.map((line) => line.text)).toEqual(['internationalco', 'operation'])
    expect(lines[0]).toMatchObject({ hyphenated: true })
  })

  it('report no line whose excess nobody sees', () => {
    const word = [plainRun('Unbreakable')]
    const settings = { align: 'start', hyphenate: false, protrusion: false } as const
    const width = breakLines(typesetter, word, settingsOf(400, settings)).lines[0]!.width
    const overBy = (by: number): number =>
      breakLines(typesetter, word, settingsOf(width - by, settings)).overfull.length
    expect([overBy(0.2), overBy(0.3)]).toEqual([0, 1])
  })

  it('says by how much an unbreakable unit is over the measure, and where it is written', () => {
    const text = 'A Donaudampfschifffahrtsgesellschaftskapitän here'
    const { overfull } = breakLines(
      typesetter,
      [plainRun(text)],
      settingsOf(90, { hyphenate: false }),
    )
    expect(overfull).toHaveLength(1)
    const finding = overfullLine(overfull[0]!, 'chapter.md')
    expect(finding).toMatchObject({ rule: 'overfull-line', file: 'chapter.md' })
    expect(finding.message).toMatch(/^`Donau.*` is \d+\.\d pt over the measure$/)
    expect(finding.position?.start).toEqual({ line: 1, column: 3, offset: 2 })
  })
})

describe('a line', () => {
  it('knows the notes called on it and the node that it begins in', () => {
    const { lines } = breakLines(typesetter, runsOf(prose), settingsOf(240))
    expect(lines.flatMap((line) => line.calls)).toEqual(['fn-568', 'fn-569'])
    const calling = lines.find((line) => line.calls.includes('fn-568'))
    expect(calling?.text).toContain('lished.568')
    for (const line of lines) {
      const { node, index } = line.begins!
      const source = prose
        .replace(/[*^]/g, ' ')
        .slice(node + index)
        .trimStart()
      expect(source.startsWith(line.text.slice(0, 3))).toBe(true)
      expect(line.position.start.offset).toBeLessThan(line.position.end.offset)
    }
  })

  it('draws marks raised by the face, small and without scaling', () => {
    const { lines } = breakLines(typesetter, runsOf('word.^568^'), settingsOf(240))
    expect(lines[0]?.runs.map((run) => [run.meaning.type, run.size, run.rise])).toEqual([
      ['text', 10, 0],
      ['footnoteMark', 10, 0],
    ])
  })

  it('hangs a label in its column and begins its text at the hang', () => {
    const settings = settingsOf(240, {
      indent: pt(20),
      hang: pt(20),
      label: { runs: [plainRun('568')], align: 'end', gap: pt(4) },
    })
    const { lines } = breakLines(typesetter, runsOf(prose), settings)
    const [label, text] = lines[0]?.runs ?? []
    const width = widthOf(label!)
    expect((label?.x ?? 0) + width).toBeCloseTo(16, 6)
    expect(text?.x).toBeCloseTo(20 - 0.05 * 10 * 0.6, 0)
    expect(lines[1]?.runs[0]?.x).toBeGreaterThan(18)
    for (const line of lines.slice(0, -1)) expect(line.width).toBeCloseTo(220, 6)
  })

  it('begins its text later where the label is wider than the hang', () => {
    const label = { runs: [plainRun('a long label')], align: 'start', gap: pt(5) } as const
    const { lines } = breakLines(
      typesetter,
      runsOf('text of the item'),
      settingsOf(240, { hang: pt(20), protrusion: false, label }),
    )
    const [first, text] = lines[0]?.runs ?? []
    const width = widthOf(first!)
    expect(text?.x).toBeCloseTo(width + 5, 6)
  })

  it('is as long as its neighbours where a ragged paragraph is balanced', () => {
    const text = [
      plainRun('Artificial Intelligence and the State of Kazakhstan, Seen from its Notes'),
    ]
    const title = settingsOf(240, { align: 'center', hyphenate: false })
    const full = breakLines(typesetter, text, title).lines
    const balanced = breakLines(typesetter, text, { ...title, balance: true }).lines
    const spread = (lines: typeof full): number =>
      Math.max(...lines.map(({ width }) => width)) - Math.min(...lines.map(({ width }) => width))
    expect(balanced).toHaveLength(full.length)
    expect(spread(balanced)).toBeLessThan(spread(full) / 2)
  })

  it('stands in the middle, or against the end, without a stretched space', () => {
    for (const [align, share] of [
      ['center', 0.5],
      ['end', 1],
    ] as const) {
      const { lines } = breakLines(
        typesetter,
        runsOf('Some words'),
        settingsOf(240, { align, protrusion: false }),
      )
      expect(lines[0]?.runs[0]?.x).toBeCloseTo((240 - (lines[0]?.width ?? 0)) * share, 6)
    }
  })
})
