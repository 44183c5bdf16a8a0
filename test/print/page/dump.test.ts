import { describe, expect, it } from 'vitest'
import { dump } from '../../../src/print/page/dump.ts'
import { fixture, pagesOf } from './tiny.ts'

describe('pages as text', () => {
  it.each(['notes', 'blocks'])('are those of the golden: %s', async (name) => {
    const { value } = await pagesOf(fixture(name))
    await expect(dump(value)).toMatchFileSnapshot(`./fixtures/${name}.pages.txt`)
  })
})
