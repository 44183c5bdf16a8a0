import { describe, expect, it } from 'vitest'
import { bookOf, bytesOf, partsOf } from './make.ts'
import { pretty } from './pretty.ts'

const topics = [
  'blocks',
  'figure',
  'languages',
  'lists',
  'marks',
  'notes',
  'references',
  'table',
] as const

describe('writes each topic as its golden shows', () => {
  it.each(topics)('%s', async (topic) => {
    const parts = partsOf(await bytesOf(bookOf(`test/word/${topic}/input.md`)))
    await expect(pretty(parts.get('word/document.xml') ?? '')).toMatchFileSnapshot(
      `${topic}/document.xml`,
    )
    if (topic === 'notes') {
      await expect(pretty(parts.get('word/footnotes.xml') ?? '')).toMatchFileSnapshot(
        `${topic}/footnotes.xml`,
      )
    }
  })
})
