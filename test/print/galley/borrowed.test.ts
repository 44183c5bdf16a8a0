import { describe, expect, it } from 'vitest'
import { bookOf, galleyOf, tinyTemplate } from '../page/tiny.ts'

const runsOf = async (text: string, template = tinyTemplate()) => {
  const { value, diagnostics } = await galleyOf(bookOf(text), template)
  const marks = value.chapters[0]!.slugs.flatMap((slug) => slug.marks)
  const lines = marks.flatMap((mark) => (mark.type === 'line' ? [mark.line] : []))
  return { lines, runs: lines.flatMap((line) => line.runs), diagnostics }
}

describe('a character that the face of the text lacks', () => {
  it('is drawn by the same cut of a family from which it borrows', async () => {
    const { runs, diagnostics } = await runsOf('The rate is 10⁻³, or *10⁻³*.')
    const faces = runs.map(({ face }) => face)
    expect(diagnostics).toEqual([])
    expect(faces).toContain('sans/regular')
    expect(faces).toContain('sans/italic')
  })

  it('keeps its place in the text', async () => {
    const { lines } = await runsOf('The rate is 10⁻³ here.')
    expect(lines.map(({ text }) => text)).toContain('The rate is 10⁻³ here.')
  })

  it('is told where no family has it, and each once', async () => {
    const { diagnostics } = await runsOf('Both 漢 and 漢 and 字.')
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['missing-glyph', 'missing-glyph'])
  })

  it('is told where the family borrows from none', async () => {
    const plain = tinyTemplate((template) => ({
      ...template,
      families: Object.fromEntries(
        Object.entries(template.families).map(([key, family]) => [
          key,
          { ...family, borrowsFrom: [] },
        ]),
      ),
    }))
    const { diagnostics } = await runsOf('The rate is 10⁻³.', plain)
    expect(diagnostics).toMatchObject([{ rule: 'missing-glyph' }])
  })
})
