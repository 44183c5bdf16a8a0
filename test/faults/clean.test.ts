import { expect, test } from 'vitest'
import { chapters, checkFile } from './measure.ts'

test.each(chapters)('the chapter `%s` is sound before anything is injected', (name) => {
  const found = checkFile(`test/faults/chapters/${name}.md`)
  expect(
    found.map(({ rule, position, message }) => `${position?.start.line} ${rule}: ${message}`),
  ).toEqual([])
})
