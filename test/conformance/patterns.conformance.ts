import { expect, it } from 'vitest'
import { patternsOf, pumpsOf } from './patterns.ts'

const folders = ['source', 'model', 'check', 'settings', 'diagnostic', 'import']
const patterns = patternsOf(folders.map((folder) => `src/${folder}`))

/** Milliseconds of this process, whatever else the machine does. */
const spent = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Milliseconds that a pattern takes to be looked for in a whole text. */
function timeOf(pattern: RegExp, text: string): number {
  const start = spent()
  pattern.lastIndex = 0
  if (pattern.global) text.replace(pattern, '')
  else pattern.exec(text)
  return spent() - start
}

it('collects the patterns that read what an author wrote', () => {
  expect(patterns.length).toBeGreaterThan(200)
})

// A square law takes sixteen times as long for four times the text, a straight line four times.
it.each(patterns.map(({ place, source, flags }) => [place, source, flags] as const))(
  '%s takes linear time in its own parts repeated',
  (_, source, flags) => {
    const pattern = new RegExp(source, flags)
    const [short, long, longest] = [3000, 12_000, 50_000].map((length) => pumpsOf(source, length))
    short?.forEach((text, index) => {
      const first = timeOf(pattern, text)
      if (first > 3) {
        const again = Math.max(1, timeOf(pattern, text))
        expect(timeOf(pattern, long?.[index] ?? ''), text.slice(0, 20)).toBeLessThan(
          10 * again + 10,
        )
      }
      expect(timeOf(pattern, longest?.[index] ?? ''), text.slice(0, 20)).toBeLessThan(2000)
    })
  },
)
