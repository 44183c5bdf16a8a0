// In: two manuscripts. Out: a Word file in which their differences are tracked changes.
// Never: publishes, prints, or reads the clock.
import { isError, type Warned } from './diagnostic/diagnostic.ts'
import { frontMatterOf } from './matter.ts'
import { chaptersOf } from './model/book.ts'
import { excerpt } from './model/excerpt.ts'
import { readAndCheck, type Outside } from './read-and-check.ts'
import { redline } from './redline/redline.ts'
import type { Editor } from './redline/revision.ts'
import { hashOfSource } from './source-hash.ts'
import type { Template } from './template/template.ts'
import { punctuate } from './template/punctuation.ts'
import { pack, unpack, type Parts } from './word/normalise.ts'
import { word } from './word/word.ts'

export interface RedlineRequest {
  /** A folder with `book.yaml`, that file, or a Markdown file; so is `now`. */
  readonly old: string
  readonly now: string
  /** Id of the one chapter that is wanted; absence means all of the book. */
  readonly chapter?: string
  readonly editor: Partial<Editor>
}

export interface MadeRedline {
  readonly bytes: Uint8Array
  readonly isSame: boolean
}

/** The value is undefined where one of the two cannot be made; findings of errors alone, since neither is published. */
export async function makeRedline(
  { old, now, chapter, editor }: RedlineRequest,
  outside: Outside,
): Promise<Warned<MadeRedline | undefined>> {
  const after = await makeParts(now, chapter, outside)
  // What differs is what is said: both look as the new one does.
  const before = await makeParts(old, chapter, outside, after.value?.template)
  const diagnostics = [...before.diagnostics, ...after.diagnostics].filter(isError)
  if (before.value === undefined || after.value === undefined || diagnostics.length > 0)
    return { value: undefined, diagnostics }
  const { date } = after.value
  const { parts, isSame } = redline(before.value.parts, after.value.parts, {
    author: editor.author ?? 'imprimatur',
    date: editor.date ?? `${date.slice(0, 10)}T00:00:00Z`,
  })
  return { value: { bytes: pack(parts, date), isSame }, diagnostics }
}

interface Made {
  readonly parts: Parts
  readonly date: string
  readonly template: Template
}

async function makeParts(
  path: string,
  chapter: string | undefined,
  outside: Outside,
  loaded?: Template,
): Promise<Warned<Made | undefined>> {
  const { value, diagnostics } = readAndCheck(
    { path, ...(loaded !== undefined && { loaded }) },
    outside,
    'making',
  )
  if (value?.template === undefined || diagnostics.some(isError))
    return { value: undefined, diagnostics }
  const { manuscript, template } = value
  const whole = punctuate(value.book, template)
  const isPart = chapter !== undefined && chaptersOf(whole).some(({ id }) => id === chapter)
  const book = isPart ? excerpt(whole, chapter) : whole
  const matter = frontMatterOf(book, template, hashOfSource(manuscript, template))
  const made = await word(book, template, matter, { isPublic: true })
  return {
    value: made.value && {
      parts: unpack(made.value.bytes),
      date: book.metadata.date,
      template,
    },
    diagnostics: [...diagnostics, ...made.diagnostics],
  }
}
