import type * as z from 'zod'
import type { Diagnostic, Position, Warned } from '../diagnostic/diagnostic.ts'
import { diagnose } from '../diagnostic/diagnose.ts'
import { nearest } from '../diagnostic/nearest.ts'
import type { YamlData } from './parse-yaml.ts'

/**
 * Holds YAML data against a schema. Every fault names its key's place; a key that the schema does
 * not know gets the nearest one that it does (`knownKeys` by path, the empty path for the top).
 */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  { data, positions }: YamlData,
  file: string,
  knownKeys: Readonly<Record<string, readonly string[]>>,
): Warned<z.infer<Schema> | undefined> {
  if (data === null || data === undefined) {
    const optional = schema.safeParse({})
    if (optional.success) return { value: optional.data, diagnostics: [] }
    return { value: undefined, diagnostics: [nothing(file)] }
  }
  const result = schema.safeParse(data)
  if (result.success) return { value: result.data, diagnostics: [] }
  const { issues } = result.error
  const guesses = new Set<string>()
  const diagnostics = issues
    .toSorted((a, b) => rank(a) - rank(b))
    // A number that is too large is no safe number either: one value, one finding.
    .filter(
      ({ code, path }, index, all) =>
        code === 'unrecognized_keys' ||
        all.findIndex((each) => each.path.join('.') === path.join('.')) === index,
    )
    .flatMap((issue): Diagnostic[] => {
      const path = issue.path.map(String)
      if (issue.code === 'unrecognized_keys')
        return issue.keys.map((key) => {
          const known = knownKeys[path.filter((step) => !/^\d+$/u.test(step)).join('.')] ?? []
          const guess = nearest(key, known)
          if (guess !== undefined) guesses.add([...path, guess].join('.'))
          return diagnose('unknown-key', {
            file,
            ...placed(positions, [...path, key]),
            message: `\`${key}\` is not a key that is known here`,
            help:
              guess !== undefined
                ? `did you mean \`${guess}\`?`
                : known.length > 0
                  ? `the keys known here are ${known.join(', ')}`
                  : 'remove it',
          })
        })
      // A key that is missing because it is mistyped was told of already.
      const isMissing = valueAt(data, path) === undefined
      const holder = issue.code === 'invalid_key' ? path.slice(0, -1) : path
      if (isMissing && guesses.has(path.join('.'))) return []
      return [
        diagnose('metadata-value', {
          file,
          ...placed(positions, path),
          message: `${holder.length === 0 ? 'the file' : `\`${holder.join('.')}\``} ${isMissing ? `is missing; it ${messageOf(issue)}` : messageOf(issue)}`,
          help:
            helpOf(issue) ?? 'the manuscript format in the README shows each key with an example',
        }),
      ]
    })
  return { value: undefined, diagnostics }
}

/** Unknown keys first: they explain what is missing. */
const rank = ({ code }: { readonly code: string }): number => (code === 'unrecognized_keys' ? 0 : 1)

/** The schema's own words, which complete the sentence "`key` …"; the library's, where it has none, put into such. */
function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_key')
    return `has the key \`${String(issue.path.at(-1) ?? '')}\`, and a key ${messageOfInner(issue.issues)}`
  if (!/^(?:Invalid|Too|Unrecognized|Expected) /u.test(issue.message)) return issue.message
  if (issue.code !== 'invalid_type') return 'has a value that is not allowed here'
  switch (issue.expected) {
    case 'object':
    case 'record':
      return 'must hold keys, each with its value'
    case 'array':
      return 'must be a list'
    case 'string':
      return 'must be a text'
    default:
      return 'has a value of the wrong kind'
  }
}

/** The schema's own advice, where it has some. */
function helpOf(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code === 'invalid_key')
    return issue.issues.map(helpOf).find((help) => help !== undefined)
  const help: unknown = issue.code === 'custom' ? issue.params?.['help'] : undefined
  return typeof help === 'string' ? help : undefined
}

const messageOfInner = (issues: readonly z.core.$ZodIssue[]): string =>
  issues[0] === undefined ? 'is not allowed here' : messageOf(issues[0])

const nothing = (file: string): Diagnostic =>
  diagnose('metadata-value', {
    file,
    message: 'the file says nothing',
    help: '`imprimatur init DIR` makes a book that shows what to write',
  })

function valueAt(data: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string, unknown>)[key]
        : undefined,
    data,
  )
}

/** The place of the value, else of the key, else of what holds it. */
function placed(
  positions: ReadonlyMap<string, Position>,
  path: readonly string[],
): { position?: Position } {
  for (let length = path.length; length >= 0; length--) {
    const key = path.slice(0, length).join('.')
    const position = positions.get(length === path.length ? key : `${key}=`) ?? positions.get(key)
    if (position !== undefined) return { position }
  }
  return {}
}
