import { afterAll, describe, expect, it } from 'vitest'
import { honestBooks } from './books.ts'
import { closePandoc, make, proofOf, told } from './editions.ts'

afterAll(closePandoc)

describe.each(Object.entries(honestBooks))('%s', (_, bookOf) => {
  it.each(['word', 'epub', 'print', 'web'] as const)(
    'is proven as it was made: %s',
    async (kind) => {
      const book = bookOf()
      expect(told(await proofOf(book, await make(book, kind)))).toEqual([])
    },
    60_000,
  )
})
