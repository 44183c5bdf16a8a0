import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Warned } from '../diagnostic/diagnostic.ts'
import { diagnose } from '../diagnostic/diagnose.ts'
import { parseYaml } from '../settings/parse-yaml.ts'
import { validate } from '../settings/validate.ts'
import { wordsSchema, type TemplateTokens, type WordTokens } from './schema.ts'
import type { Words } from './template.ts'

/**
 * Words by language: those of the first \`words.yaml\` in \`folders\`, and over them the template's
 * own, word by word. A language that a template alone knows lacks nothing that English has not.
 */
export function loadWords(
  own: TemplateTokens['words'],
  folders: readonly string[],
): Warned<Readonly<Record<string, Words>> | undefined> {
  const file = folders.map((each) => join(each, 'words.yaml')).find((each) => existsSync(each))
  if (file === undefined) {
    const missing = diagnose('missing-file', {
      message: 'there is no words.yaml, which has the words that editions set by themselves',
      help: `put it into \`${folders[0] ?? 'templates'}\`, or install the program again`,
    })
    return { value: undefined, diagnostics: [missing] }
  }
  const yaml = parseYaml(readFileSync(file, 'utf8').replace(/\r\n?/gu, '\n'), file)
  if (yaml.value === undefined) return { value: undefined, diagnostics: yaml.diagnostics }
  const { value: shared, diagnostics } = validate(wordsSchema, yaml.value, file, {})
  if (shared === undefined) return { value: undefined, diagnostics }
  const languages = [...new Set([...Object.keys(shared), ...Object.keys(own ?? {})])]
  return {
    value: Object.fromEntries(
      languages.map((language) => [
        language,
        toWords({ ...shared['en'], ...shared[language], ...own?.[language] }),
      ]),
    ),
    diagnostics,
  }
}

/** Keys as the code has them; English has all of them. */
const toWords = (tokens: { readonly [Key in keyof WordTokens]?: unknown }): Words =>
  Object.fromEntries(
    Object.entries(tokens).map(([key, text]) => [camel(key), text]),
  ) as unknown as Words

const camel = (key: string): string =>
  key.replace(/-(.)/gu, (_, letter: string) => letter.toUpperCase())
