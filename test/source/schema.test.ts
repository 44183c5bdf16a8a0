import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import * as z from 'zod'
import { bookSchema, chapterSchema } from '../../src/source/schema.ts'

it.each([
  ['book.yaml', 'docs/book.schema.json', bookSchema],
  ['the metadata of a chapter', 'docs/chapter.schema.json', chapterSchema],
])('publishes the JSON schema of %s, so that editors complete its keys', (title, file, schema) => {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  const actual = `${JSON.stringify({ title, ...json }, null, 2)}\n`
  if (process.env['UPDATE'] === '1') writeFileSync(file, actual)
  expect(readFileSync(file, 'utf8')).toBe(actual)
})
