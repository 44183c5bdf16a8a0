import { applyPatch } from 'diff'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { unifiedDiff } from '../../src/rewrite/unified-diff.ts'

const line = fc.constantFrom('a', 'b', 'c', 'd', '', 'One.[^1]', '[^1]: One.', 'é\r')
const text = fc
  .tuple(fc.array(line, { maxLength: 30 }), fc.boolean())
  .map(([lines, ends]) => lines.join('\n') + (ends ? '\n' : ''))
const options = { autoConvertLineEndings: false }

it('gives a patch that makes the one text of the other', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const patch = unifiedDiff('k.md', before, after)
      expect(patch === '').toBe(before === after)
      if (patch !== '') expect(applyPatch(before, patch, options)).toBe(after)
    }),
    { numRuns: 500 },
  )
})

it('gives one for a few changed lines of many, in hunks of their own', () => {
  const lines = fc.array(fc.nat(60), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(lines, (changed) => {
      const old = Array.from({ length: 60 }, (_, index) => `line ${index}\n`)
      const next = old.map((each, index) => (changed.includes(index) ? `new ${index}\n` : each))
      const patch = unifiedDiff('k.md', old.join(''), next.join(''))
      if (patch === '') return
      expect(applyPatch(old.join(''), patch, options)).toBe(next.join(''))
      expect(patch.split('\n').filter((each) => /^[-+](?![-+]{2} )/u.test(each))).toHaveLength(
        new Set(changed.filter((index) => index < 60)).size * 2,
      )
    }),
  )
})

it('takes no longer for thousands of changes', () => {
  const of = (shift: number): string =>
    Array.from({ length: 20_000 }, (_, index) => `Text.[^${index + shift}]\n`).join('')
  const patch = unifiedDiff('/tmp/k.md', of(1), of(2))
  expect(patch.startsWith('--- a/tmp/k.md\n+++ b/tmp/k.md\n@@ -1,20000 +1,20000 @@\n')).toBe(true)
})
