import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runBuild } from '../../src/command/build.ts'
import { runProof } from '../../src/command/proof.ts'
import { writeFiles } from '../write-book.ts'
import { outside, recorder } from './terminal.ts'

it('tells a published file that was touched from one that was not', async () => {
  const folder = writeFiles({
    'k.md': '---\ntitle: K\ndate: 2020-12-15\n---\n\nText.[^a]\n\n[^a]: Note.\n',
  })
  const [book, out] = [join(folder, 'k.md'), join(folder, 'out')]
  const request = { path: book, out, editions: ['epub'], draft: false } as const
  await runBuild(request, { info: false, quiet: true, format: 'line' }, outside, recorder())

  const honest = recorder()
  expect(await runProof(out, { book, format: 'line' }, outside, honest)).toBe(0)
  expect(honest.said()).toBe('1 edition read back: sound\n')

  // A comment at the end of a ZIP changes no word of what is in it.
  const file = join(out, 'k.epub')
  const bytes = readFileSync(file)
  bytes.writeUInt16LE(1, bytes.length - 2)
  writeFileSync(file, Buffer.concat([bytes, Buffer.from('x')]))
  const touched = recorder()
  expect(await runProof(out, { book, format: 'line' }, outside, touched)).toBe(1)
  expect(touched.said()).toMatch(
    /error altered-edition: .*k\.epub` is not the file that was published/u,
  )
})
