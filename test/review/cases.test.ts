import { describe, expect, it } from 'vitest'
import { cases } from './cases.ts'
import { docxOf, edited, reviewed } from './edit.ts'

describe('what an editor did comes back', () => {
  it.each(cases)('$says', async ({ markdown, edits, expected }) => {
    const bytes = await docxOf(markdown)
    expect(reviewed(bytes).edits).toEqual([])
    const file = edited(bytes, ...edits)
    expect(reviewed(file).markdown).toBe(expected)
    // What is rejected leaves no trace: only what was done without tracking stays.
    const { changes } = reviewed(file)
    if (changes.every(({ author, type }) => author !== undefined || type.startsWith('note')))
      expect(reviewed(file, { isRejection: true }).markdown).toBe(markdown)
  })
})
