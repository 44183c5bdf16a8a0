import * as z from 'zod'
import { isOfSoundness, isRuleId, settableRules } from '../diagnostic/rules.ts'

// Messages complete the sentence "`key` …".

const text = (what = 'must be a text that is not blank') =>
  z
    .string({ error: what })
    .trim()
    .min(1, { error: what })
    .max(1000, { error: 'must be no longer than 1000 characters' })
const texts = z.array(text(), { error: 'must be a list of texts' })

/** A calendar date that exists. */
const date = z
  .string({ error: 'must be a date such as 2020-12-15' })
  .refine(
    (value) =>
      /^\d{4}-\d{2}-\d{2}$/u.test(value) &&
      new Date(`${value}T00:00:00Z`).toJSON()?.slice(0, 10) === value,
    { error: 'must be a date that exists, such as 2020-12-15' },
  )

/** BCP 47: well-formed by RFC 5646, 2.1, with a primary tag of two or three letters. */
const language = z
  .string({ error: 'must be a language tag such as en-US' })
  .refine((value) => /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u.test(value), {
    error: 'must be a language tag such as en-US',
  })

/** `568-600`, also a single number. */
const range = z
  .union([z.string(), z.number()], { error: 'must be a range of notes such as 568-600' })
  .transform((value, context) => {
    const match = /^\s*([1-9]\d{0,6})(?:\s*[-–]\s*([1-9]\d{0,6}))?\s*$/u.exec(String(value))
    const first = Number(match?.[1])
    const last = Number(match?.[2] ?? match?.[1])
    if (match === null || last < first) {
      context.addIssue({ code: 'custom', message: 'must be a range of notes such as 568-600' })
      return z.NEVER
    }
    return { first, last }
  })

const positive = (most: number) =>
  z
    .int({ error: 'must be a whole number from 1' })
    .min(1, { error: 'must be a whole number from 1' })
    .max(most, { error: `must be a whole number up to ${most}` })

/** A file of the book's folder: relative, no way out of it. What it is in truth is asked when it is read. */
const fileName = text('must be the name of a Markdown file').refine(
  (value) => value.endsWith('.md'),
  {
    error: 'must be the name of a Markdown file, ending in .md',
  },
)

const elsewhere = z.strictObject(
  { elsewhere: text(), footnotes: range },
  { error: 'must be the name of a Markdown file, or `elsewhere` with `footnotes`' },
)

export const bookSchema = z.strictObject({
  title: text(),
  subtitle: text().optional(),
  'short-title': text().optional(),
  authors: texts.optional(),
  contributors: texts.optional(),
  publisher: text().optional(),
  place: text().optional(),
  rights: text().optional(),
  licence: text().optional(),
  identifier: text().optional(),
  isbn: z
    .strictObject(
      { print: text().optional(), word: text().optional(), epub: text().optional() },
      { error: 'must name the number of each edition, such as `{ print: 978-0-306-40615-7 }`' },
    )
    .optional(),
  description: text().optional(),
  keywords: texts.optional(),
  corrections: texts.optional(),
  language,
  languages: z.record(z.string().regex(/^[A-Z][a-z]{3}$/u), language).optional(),
  date,
  version: z
    .union([z.number(), z.string().min(1)], { error: 'must be a version such as 1 or 1.1' })
    .transform(String)
    .optional(),
  status: z
    .enum(['draft', 'review', 'embargoed', 'final'], {
      error: 'must be draft, review, embargoed or final',
    })
    .optional(),
  template: text()
    .refine((value) => /^[\w-]+$/u.test(value), { error: 'must be the name of a template' })
    .optional(),
  cover: text().optional(),
  footnotes: z
    .strictObject({
      numbering: z
        .enum(['continuous', 'per-chapter'], { error: 'must be continuous or per-chapter' })
        .optional(),
      first: positive(9_999_999).optional(),
    })
    .optional(),
  'first-folio': positive(99_999).optional(),
  hyphenation: z.strictObject({ exceptions: texts.optional() }).optional(),
  checks: z
    .record(
      z.string().refine(isRuleId, { error: 'must name rules that exist' }),
      z.enum(['error', 'warning', 'info', 'off'], { error: 'must be error, warning, info or off' }),
    )
    .superRefine((checks, context) => {
      for (const [rule, severity] of Object.entries(checks))
        if (severity !== 'error' && isOfSoundness(rule))
          context.addIssue({
            code: 'custom',
            path: [rule],
            message: `must stay error, since the imprimatur vouches for it; what can be set is ${settableRules.join(', ')}`,
          })
    })
    .optional(),
  chapters: z
    .array(
      z.union([fileName, elsewhere], {
        error: 'must be the name of a Markdown file, or `elsewhere` with `footnotes`',
      }),
      {
        error: 'must be a list of chapters',
      },
    )
    .min(1, { error: 'must list at least one chapter' }),
})

export const chapterSchema = z.strictObject({
  title: text().optional(),
  'short-title': text().optional(),
  language: language.optional(),
  date: date.optional(),
  template: text().optional(),
  footnotes: range.optional(),
})

/** For "did you mean": the keys by the path that holds them. */
export const bookKeys = {
  '': Object.keys(bookSchema.shape),
  footnotes: ['numbering', 'first'],
  isbn: ['print', 'word', 'epub'],
  hyphenation: ['exceptions'],
  chapters: ['elsewhere', 'footnotes'],
}
export const chapterKeys = { '': Object.keys(chapterSchema.shape) }
