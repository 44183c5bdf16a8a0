import * as z from 'zod'
import { nearest } from '../diagnostic/nearest.ts'
import { isOfSoundness, isRuleId, settableRules } from '../diagnostic/rules.ts'
import { statuses } from './metadata.ts'

// Messages complete the sentence "`key` …".

const text = (what = 'must be a text that is not blank') =>
  z
    .string({ error: what })
    .trim()
    .min(1, { error: what })
    .max(1000, { error: 'must be no longer than 1000 characters' })
const texts = z.array(text(), { error: 'must be a list of texts' })

/** Where the rules are named, too many for a message. */
const listed = 'docs/rules.md lists the rules, and marks those that a book cannot set'

/** A calendar date that exists. */
const isDate = (value: string): boolean =>
  new Date(`${value}T00:00:00Z`).toJSON()?.slice(0, 10) === value

const date = z
  .string({ error: 'must be a date such as 2020-12-15' })
  .refine((value) => /^\d{4}-\d{2}-\d{2}$/u.test(value) && isDate(value), {
    error: 'must be a date that exists, such as 2020-12-15',
  })

const embargo = z
  .string()
  .regex(/^embargoed until \d{4}-\d{2}-\d{2}$/u)
  .refine((value) => isDate(value.slice(-10)))

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

/** ISO 2108: thirteen digits whose sum by weights of 1 and 3 divides by ten; of the older ten, by weights of 10 to 1 by eleven. A wrong one in print cannot be called back. */
const isbn = text().refine(
  (value) => {
    const digits = value.replace(/^ISBN[: ]*/iu, '').replace(/[-\u2010\u2011\u2013 ]/gu, '')
    const sum = (weight: (index: number) => number): number =>
      [...digits].reduce(
        (total, digit, index) => total + weight(index) * (/x/iu.test(digit) ? 10 : Number(digit)),
        0,
      )
    if (/^97[89]\d{10}$/u.test(digits)) return sum((index) => (index % 2 === 0 ? 1 : 3)) % 10 === 0
    return /^\d{9}[\dX]$/iu.test(digits) && sum((index) => 10 - index) % 11 === 0
  },
  { error: 'must be an ISBN; a digit of it is wrong, or missing' },
)

/** RFC 8141 URN, RFC 9562 UUID, DOI (ISO 26324) bare or as an address. */
const isIdentifier = (value: string): boolean =>
  /^urn:[a-z\d][a-z\d-]{1,31}:\S+$/iu.test(value) ||
  /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu.test(value) ||
  /^(?:doi:)?10\.\d{4,9}\/\S+$/iu.test(value) ||
  (/^https?:\/\/[^\s/][^\s/.]*\.\S+$/iu.test(value) && URL.canParse(value))

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
  identifier: text()
    .refine(isIdentifier, { error: 'must be a URN, a UUID, a DOI or an address' })
    .optional(),
  isbn: z
    .strictObject(
      { print: isbn.optional(), word: isbn.optional(), epub: isbn.optional() },
      { error: 'must name the number of each edition, such as `{ print: 978-0-306-40615-7 }`' },
    )
    .optional(),
  description: text().optional(),
  keywords: texts.optional(),
  corrections: texts.optional(),
  language,
  languages: z
    .record(
      z.string().regex(/^[A-Z][a-z]{3}$/u, {
        error: 'must be the code of a script, such as `Cyrl`',
      }),
      language,
      { error: 'must name a language for each script, such as `{ Cyrl: ru }`' },
    )
    .optional(),
  date,
  version: z
    .union([z.number(), z.string()], { error: 'must be a version such as 1 or 1.1' })
    .transform(String)
    // By its first number a later version is known as one that may not move what was cited.
    .refine((value) => /^\d+(?:\.\d+)*$/u.test(value), {
      error: 'must be a version such as 1, or 1.1 for a corrected one',
    })
    .optional(),
  status: z
    .union([z.enum(statuses), embargo], {
      error: 'must be draft, review, embargoed, embargoed until 2020-12-15, or final',
    })
    .optional(),
  template: text()
    .refine((value) => /^[\w-]+$/u.test(value), { error: 'must be the name of a template' })
    .optional(),
  cover: text().optional(),
  footnotes: z
    .strictObject(
      {
        numbering: z
          .enum(['continuous', 'per-chapter'], { error: 'must be continuous or per-chapter' })
          .optional(),
        first: positive(9_999_999).optional(),
      },
      { error: 'must hold keys, such as `{ numbering: continuous, first: 1 }`' },
    )
    .optional(),
  'first-folio': positive(99_999).optional(),
  'sources-index': z.boolean({ error: 'must be true or false' }).optional(),
  hyphenation: z
    .strictObject(
      { exceptions: texts.optional() },
      { error: 'must hold keys, such as `{ exceptions: [Ka-zakh-stan] }`' },
    )
    .optional(),
  checks: z
    .record(
      z.string().superRefine((id, context) => {
        if (isRuleId(id)) return
        const like = nearest(id, settableRules)
        context.addIssue({
          code: 'custom',
          message: 'must name a rule that exists',
          params: { help: like === undefined ? listed : `did you mean \`${like}\`?` },
        })
      }),
      z.enum(['error', 'warning', 'info', 'off'], { error: 'must be error, warning, info or off' }),
      { error: 'must hold rules, each with its severity, such as `{ unused-link: off }`' },
    )
    .superRefine((checks, context) => {
      for (const [rule, severity] of Object.entries(checks))
        if (severity !== 'error' && isOfSoundness(rule))
          context.addIssue({
            code: 'custom',
            path: [rule],
            message: 'must stay error, since the imprimatur vouches for it',
            params: { help: `delete the line, and mend what the rule finds; ${listed}` },
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
