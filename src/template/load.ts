// In: the name of a template and the folders in which it may lie. Out: a Template, faces as bytes.
// Never: knows an output format.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { isError, type Diagnostic, type Position, type Warned } from '../diagnostic/diagnostic.ts'
import { diagnose } from '../diagnostic/diagnose.ts'
import { slotNames, unknownSlots } from '../model/front-matter.ts'
import { parseYaml } from '../settings/parse-yaml.ts'
import { validate } from '../settings/validate.ts'
import { pt, type Pt } from '../unit/length.ts'
import { loadWords } from './load-words.ts'
import { templateKeys, templateSchema, type StyleTokens, type TemplateTokens } from './schema.ts'
import {
  styleNames,
  type Cut,
  type Face,
  type Family,
  type Style,
  type StyleName,
  type Template,
} from './template.ts'

/**
 * Loads the template `name` from the first of `folders` that has it. `asking` is the place in
 * `book.yaml` that names it. For `checking` a book its faces are found and not read, and words
 * are left out: no edition can be made of it.
 */
export function loadTemplate(
  name: string,
  folders: readonly string[],
  asking: { readonly file?: string; readonly position?: Position } = {},
  purpose: 'making' | 'checking' = 'making',
): Warned<Template | undefined> {
  const folder = folders
    .map((each) => join(each, name))
    .find((each) => existsSync(join(each, 'template.yaml')))
  if (folder === undefined)
    return failed(
      diagnose('missing-template', {
        ...asking,
        message: `there is no template \`${name}\``,
        help: `put it into \`${join(folders[0] ?? 'templates', name, 'template.yaml')}\`, or name another one`,
      }),
    )
  const file = join(folder, 'template.yaml')
  const texts = new Map<string, string>()
  for (const each of ['template.yaml', 'title-page.md', 'colophon.md']) {
    try {
      texts.set(each, readFileSync(join(folder, each), 'utf8').replace(/\r\n?/gu, '\n'))
    } catch {
      return failed(
        diagnose('missing-file', {
          ...asking,
          message: `the template \`${name}\` has no \`${each}\``,
          help: `put it into \`${folder}\``,
        }),
      )
    }
  }
  const isWhole = purpose === 'making'
  const written = texts.get('template.yaml') ?? ''
  const yaml = parseYaml(written, file)
  if (yaml.value === undefined) return { value: undefined, diagnostics: yaml.diagnostics }
  const valid = validate(templateSchema, yaml.value, file, templateKeys)
  if (valid.value === undefined) return { value: undefined, diagnostics: valid.diagnostics }
  const tokens = valid.value
  const words = isWhole ? loadWords(tokens.words, folders) : noWords
  if (words.value === undefined) return { value: undefined, diagnostics: words.diagnostics }
  const strangers = (['title-page.md', 'colophon.md'] as const).flatMap((page) =>
    unknownSlots(texts.get(page) ?? '').map((slot) =>
      diagnose('unknown-key', {
        file: join(folder, page),
        message: `\`{${slot}}\` is not a slot that a book can fill`,
        help: `the slots are ${slotNames.join(', ')}`,
      }),
    ),
  )
  if (strangers.length > 0) return { value: undefined, diagnostics: strangers }
  const { positions } = yaml.value
  const diagnostics: Diagnostic[] = []
  const families: Record<string, Family> = {}
  for (const [key, family] of Object.entries(tokens.families)) {
    const face = (cut: Cut, written: string, token: string): Face => {
      const path = pathOfFace(written, folder)
      const bytes = path === undefined ? undefined : isWhole ? readFace(path) : seeFace(path)
      if (bytes === undefined)
        diagnostics.push(
          diagnose('missing-face', {
            file,
            ...place(positions, `families.${key}.faces.${token}`),
            message: `the face \`${written}\` is not there`,
            help: 'install the font package, or name an OpenType file inside the folder of the template',
          }),
        )
      return {
        key: `${key}/${cut}`,
        file: written,
        path: path ?? '',
        bytes: bytes ?? new Uint8Array(),
      }
    }
    families[key] = {
      name: family.name,
      kind: family.kind,
      fallbacks: family.fallbacks ?? [],
      borrowsFrom: family['borrows-from'] ?? [],
      faces: {
        regular: face('regular', family.faces.regular, 'regular'),
        italic: face('italic', family.faces.italic, 'italic'),
        bold: face('bold', family.faces.bold, 'bold'),
        boldItalic: face('boldItalic', family.faces['bold-italic'], 'bold-italic'),
      },
    }
  }
  for (const [key, { borrowsFrom }] of Object.entries(families))
    for (const other of borrowsFrom)
      if (families[other] === undefined)
        diagnostics.push(
          diagnose('missing-face', {
            file,
            ...place(positions, `families.${key}.borrows-from`),
            message: `the family \`${key}\` borrows from \`${other}\`, which is none of the families`,
            help: `the families are ${Object.keys(families).join(', ')}`,
          }),
        )
  for (const [key, style] of Object.entries(tokens.styles))
    if (style.family !== undefined && families[style.family] === undefined)
      diagnostics.push(
        diagnose('missing-face', {
          file,
          ...place(positions, `styles.${key}.family`),
          message: `the style \`${key}\` is set in \`${style.family}\`, which is none of the families`,
          help: `the families are ${Object.keys(families).join(', ')}`,
        }),
      )
  if (diagnostics.some(isError)) return { value: undefined, diagnostics }
  const value = toTemplate(name, tokens, families, words.value, texts)
  return { value, diagnostics }
}

/** A book is checked without a word of a template's. */
const noWords = { value: {}, diagnostics: [] } as const

const failed = (diagnostic: Diagnostic): Warned<undefined> => ({
  value: undefined,
  diagnostics: [diagnostic],
})

const place = (positions: ReadonlyMap<string, Position>, path: string): { position?: Position } => {
  const position = positions.get(`${path}=`) ?? positions.get(path)
  return position === undefined ? {} : { position }
}

const require = createRequire(import.meta.url)

/** Path of a face of an installed font package, or of the template's own folder. */
function pathOfFace(written: string, folder: string): string | undefined {
  try {
    if (!written.startsWith('npm:')) {
      const path = resolve(folder, written)
      const way = relative(folder, path)
      return way.startsWith(`..${sep}`) || way === '..' ? undefined : path
    }
    const [, name = '', path = ''] = /^npm:((?:@[^/]+\/)?[^/]+)\/(.+)$/u.exec(written) ?? []
    return join(dirname(require.resolve(`${name}/package.json`)), path)
  } catch {
    return undefined
  }
}

/** No bytes of a face that is there. */
const seeFace = (path: string): Uint8Array | undefined =>
  existsSync(path) ? new Uint8Array() : undefined

function readFace(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}

function toTemplate(
  name: string,
  tokens: TemplateTokens,
  families: Record<string, Family>,
  words: Template['words'],
  texts: ReadonlyMap<string, string>,
): Template {
  const { page, notes, lists, tables } = tokens
  const body = tokens.styles.body
  const styles = Object.fromEntries(
    styleNames.map((styleName) => [
      styleName,
      toStyle(tokens.styles[dashed(styleName)], body, tokens.colors),
    ]),
  ) as Record<StyleName, Style>
  return {
    name,
    page: {
      width: page.width,
      height: page.height,
      inner: page.inner,
      outer: page.outer,
      firstBaseline: page['first-baseline'],
      lines: page.lines,
      headBaseline: page['head-baseline'],
      footBaseline: page['foot-baseline'],
    },
    families,
    styles,
    colors: tokens.colors,
    inks: Object.fromEntries(
      Object.entries(tokens.inks ?? {}).map(([color, [c, m, y, k]]) => [
        color.toLowerCase(),
        [c / 100, m / 100, y / 100, k / 100],
      ]),
    ),
    notes: {
      separatorWeight: notes['separator-weight'],
      separatorLength: notes['separator-length'],
      numberWidth: notes['number-width'],
    },
    lists,
    tables: {
      outerRule: tables['outer-rule'],
      innerRule: tables['inner-rule'],
      captionGap: tables['caption-gap'],
      columnGap: tables['column-gap'],
    },
    runningHeads: tokens['running-heads'],
    words,
    titlePage: texts.get('title-page.md') ?? '',
    colophon: texts.get('colophon.md') ?? '',
  }
}

const none: Pt = pt(0)

/** What a style leaves out is as in the body; spaces, indents and insets are none. */
function toStyle(style: StyleTokens, body: StyleTokens, colors: TemplateTokens['colors']): Style {
  const color = style.color ?? 'text'
  return {
    family: style.family ?? body.family ?? 'text',
    cut:
      (style.cut ?? 'regular') === 'bold-italic' ? 'boldItalic' : ((style.cut ?? 'regular') as Cut),
    size: style.size ?? body.size ?? pt(10),
    leading: style.leading ?? body.leading ?? pt(13.5),
    spaceBefore: style['space-before'] ?? none,
    spaceAfter: style['space-after'] ?? none,
    align: style.align ?? body.align ?? 'start',
    indent: style.indent ?? none,
    inset: style.inset ?? none,
    color: color.startsWith('#') ? color : colors[color as keyof typeof colors],
    tracking: style.tracking ?? 0,
    caps: style.caps ?? 'none',
    figures: style.figures ?? body.figures ?? 'lining',
    hyphenate: style.hyphenate ?? false,
  }
}

type Dashed = keyof TemplateTokens['styles']
const dashed = (name: StyleName): Dashed =>
  name.replace(/[A-Z0-9]/gu, (letter) => `-${letter.toLowerCase()}`) as Dashed
