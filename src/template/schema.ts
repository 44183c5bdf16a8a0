import * as z from 'zod'
import { inch, mm, pt, type Pt } from '../unit/length.ts'

// Messages complete the sentence "`key` …".

/** `10pt`, `6in`, `25mm`; a number alone says no unit and is refused. */
const length = z
  .string({ error: 'must be a length such as 10pt, 25mm or 6in' })
  .regex(/^\d+(?:\.\d+)?(?:pt|mm|in)$/u, { error: 'must be a length such as 10pt, 25mm or 6in' })
  .transform((value): Pt => {
    const number = Number(value.slice(0, -2))
    return value.endsWith('in') ? inch(number) : value.endsWith('mm') ? mm(number) : pt(number)
  })

const word = z.string({ error: 'must be a text' })
const whole = z.int({ error: 'must be a whole number' }).min(1, { error: 'must be at least 1' })

/** `npm:package/path` of a font package, or a path inside the template's folder. */
const faceFile = word.regex(/\.(?:otf|ttf)$/u, { error: 'must name an OpenType file (.otf, .ttf)' })

const family = z.strictObject({
  name: word,
  kind: z.enum(['serif', 'sans', 'mono'], { error: 'must be serif, sans or mono' }),
  fallbacks: z.array(word).optional(),
  'borrows-from': z.array(word).optional(),
  faces: z.strictObject({
    regular: faceFile,
    italic: faceFile,
    bold: faceFile,
    'bold-italic': faceFile,
  }),
})

/** A colour, or the name of one of the template's. */
const color = z.union(
  [z.string().regex(/^#[0-9a-f]{6}$/iu), z.enum(['text', 'accent', 'link', 'rule'])],
  { error: 'must be a colour such as #1f4e79, or text, accent, link, rule' },
)

/** Share of an ink, per cent. */
const ink = z
  .number({ error: 'must be four numbers from 0 to 100' })
  .min(0, { error: 'must be four numbers from 0 to 100' })
  .max(100, { error: 'must be four numbers from 0 to 100' })

const style = z.strictObject({
  family: word.optional(),
  cut: z.enum(['regular', 'italic', 'bold', 'bold-italic']).optional(),
  size: length.optional(),
  leading: length.optional(),
  'space-before': length.optional(),
  'space-after': length.optional(),
  align: z.enum(['justify', 'start', 'center', 'end']).optional(),
  indent: length.optional(),
  inset: length.optional(),
  color: color.optional(),
  tracking: z.number().min(-100).max(500).optional(),
  caps: z.enum(['none', 'small', 'upper']).optional(),
  figures: z.enum(['oldstyle', 'lining', 'tabular']).optional(),
  hyphenate: z.boolean().optional(),
})
export type StyleTokens = z.infer<typeof style>

/** Names of styles as a template writes them. */
const styleKeys = [
  'body',
  'note',
  'quotation',
  'code',
  'caption',
  'credit',
  'table-head',
  'table-cell',
  'chapter-title',
  'heading-2',
  'heading-3',
  'heading-4',
  'heading-5',
  'heading-6',
  'running-head',
  'folio',
  'book-title',
  'book-subtitle',
  'title-page-chapter',
  'title-page-text',
  'colophon-text',
  'contents-title',
  'contents-entry',
] as const

const wordKeys = [
  'date',
  'figure',
  'table',
  'section',
  'note',
  'page',
  'notes',
  'contents',
  'figures',
  'tables',
  'index',
  'cover',
  'title-page',
  'colophon',
  'back-to-text',
  'cite',
  'permalink',
  'skip',
  'source',
  'draft',
  'review',
  'embargoed',
  'embargoed-until',
  'in-chapter',
  'open-quote',
  'close-quote',
  'continued',
] as const

/** Words of one language. */
const words = z.strictObject({
  ...(Object.fromEntries(wordKeys.map((key) => [key, word])) as Record<
    (typeof wordKeys)[number],
    typeof word
  >),
  months: z.array(word).length(12, { error: 'must name twelve months' }),
  'punctuation-inside': z.boolean({ error: 'must be true or false' }),
})
export type WordTokens = z.infer<typeof words>

/** `words.yaml`: whole sets of words by BCP 47 primary language. */
export const wordsSchema = z
  .record(z.string(), words)
  .refine((all) => Object.hasOwn(all, 'en'), { error: 'must have English words, `en`' })

export const templateSchema = z.strictObject({
  page: z.strictObject({
    width: length,
    height: length,
    inner: length,
    outer: length,
    'first-baseline': length,
    lines: whole,
    'head-baseline': length,
    'foot-baseline': length,
  }),
  families: z.record(z.string(), family),
  colors: z.strictObject({
    text: z.string().regex(/^#[0-9a-f]{6}$/iu, { error: 'must be a colour such as #1f4e79' }),
    accent: z.string().regex(/^#[0-9a-f]{6}$/iu, { error: 'must be a colour such as #1f4e79' }),
    link: z.string().regex(/^#[0-9a-f]{6}$/iu, { error: 'must be a colour such as #1f4e79' }),
    rule: z.string().regex(/^#[0-9a-f]{6}$/iu, { error: 'must be a colour such as #1f4e79' }),
  }),
  inks: z
    .record(
      z.string().regex(/^#[0-9a-f]{6}$/iu, { error: 'must be a colour such as #1f4e79' }),
      z.tuple([ink, ink, ink, ink], { error: 'must be four numbers from 0 to 100' }),
    )
    .optional(),
  styles: z.strictObject(
    Object.fromEntries(styleKeys.map((key) => [key, style])) as Record<
      (typeof styleKeys)[number],
      typeof style
    >,
  ),
  notes: z.strictObject({
    'separator-weight': length,
    'separator-length': length,
    'number-width': length,
  }),
  lists: z.strictObject({ indent: length, space: length, bullets: z.array(word).min(1) }),
  tables: z.strictObject({
    'outer-rule': length,
    'inner-rule': length,
    'caption-gap': length,
    'column-gap': length,
  }),
  'running-heads': z.strictObject({ verso: word, recto: word }),
  words: z.record(z.string(), words.partial()).optional(),
})
export type TemplateTokens = z.infer<typeof templateSchema>

/** For "did you mean": the keys by the path that holds them. */
export const templateKeys: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(templateSchema.shape),
  page: Object.keys(templateSchema.shape.page.shape),
  colors: Object.keys(templateSchema.shape.colors.shape),
  styles: styleKeys,
  ...Object.fromEntries(styleKeys.map((key) => [`styles.${key}`, Object.keys(style.shape)])),
  notes: Object.keys(templateSchema.shape.notes.shape),
  lists: Object.keys(templateSchema.shape.lists.shape),
  tables: Object.keys(templateSchema.shape.tables.shape),
  'running-heads': ['verso', 'recto'],
}
