import type { Nodes, Root } from 'mdast'
import { isError, type Diagnostic, type Position, type Warned } from '../diagnostic/diagnostic.ts'
import { diagnose } from '../diagnostic/diagnose.ts'
import { nearest } from '../diagnostic/nearest.ts'
import { positionAt } from '../diagnostic/place.ts'
import { decode } from './decode.ts'
import { pathInside, readFileBounded, type Asking } from './files.ts'
import { inspectImage } from './image.ts'
import { findOverLimit, LARGEST_CHAPTER, LARGEST_IMAGE } from './limits.ts'
import type { ImageFile, ManuscriptChapter } from './manuscript.ts'
import type { ChapterMetadata } from './metadata.ts'
import { findOverfull } from './overfull.ts'
import { parseMarkdown } from './parse.ts'
import { parseYaml } from '../settings/parse-yaml.ts'
import { scanText, type Scan } from './scan.ts'
import { validate } from '../settings/validate.ts'
import { chapterKeys, chapterSchema } from './schema.ts'
import { attributesOf } from './syntax/attributes.ts'
import type { Figure, LanguageSpan } from './syntax/nodes.ts'

interface ChapterSettings {
  readonly id: string
  /** The folder of the book, outside of which no image may lie. */
  readonly folder: string
  /** Where the chapter was asked for. */
  readonly asking: Asking
}

/** Reads one chapter: text, metadata, tree, scan and images. `file` is as the user names it. */
export function readChapter(
  file: string,
  { id, folder, asking }: ChapterSettings,
): Warned<ManuscriptChapter | undefined> {
  const bytes = readFileBounded(file, file, LARGEST_CHAPTER, asking)
  if (bytes.value === undefined) return { value: undefined, diagnostics: bytes.diagnostics }
  const decoded = decode(bytes.value, file)
  if (decoded.diagnostics.some(isError))
    return { value: undefined, diagnostics: decoded.diagnostics }
  const { value, diagnostics } = toChapter(decoded.value, file, id, folder)
  return { value, diagnostics: [...decoded.diagnostics, ...diagnostics] }
}

/** The part of reading that needs no file but images: also for a text that is not on the disk yet. */
export function toChapter(
  text: string,
  file: string,
  id: string,
  folder: string,
): Warned<ManuscriptChapter | undefined> {
  const over = findOverLimit(text, file)
  if (over.length > 0) return { value: undefined, diagnostics: over }
  const scan = scanText(text)
  const overfull = findOverfull(text, scan, file)
  if (overfull.length > 0) return { value: undefined, diagnostics: overfull }
  const tree = parseMarkdown(text, scan)
  const diagnostics: Diagnostic[] = []

  const [first] = tree.children
  let metadata: ChapterMetadata = {}
  let metadataPositions: Record<string, Position> = {}
  if (first?.type === 'yaml' && first.position) {
    // Between the fences, which may have blanks behind them.
    const start = text.indexOf('\n', first.position.start.offset ?? 0) + 1
    const end = text.lastIndexOf('\n', (first.position.end.offset ?? 0) - 1) + 1
    const yaml = parseYaml(text, file, start, Math.max(start, end))
    diagnostics.push(...yaml.diagnostics)
    if (yaml.value !== undefined) {
      const valid = validate(chapterSchema, yaml.value, file, chapterKeys)
      diagnostics.push(...valid.diagnostics)
      metadata = toMetadata(valid.value ?? {})
      metadataPositions = Object.fromEntries(yaml.value.positions)
    }
  } else diagnostics.push(...foreignFence(text, file))
  if (isBlank(tree)) diagnostics.push(blankness(text, scan, tree, file))

  const { images, problems } = readImages(tree, file, folder)
  diagnostics.push(...problems)
  return {
    value: {
      type: 'chapter',
      id,
      file,
      text,
      metadata,
      metadataPositions,
      tree,
      scan,
      images,
    },
    diagnostics,
  }
}

/** Metadata that other programs know and this format does not: TOML, JSON, a fence that names a language. */
function foreignFence(text: string, file: string): Diagnostic[] {
  const [, fence = '', language = ''] = /^(---|\+\+\+|;;;)([a-z]*)[ \t]*\n/u.exec(text) ?? []
  if (fence === '' || (fence === '---' && language === '')) return []
  // A line of pluses alone may be a text; metadata ends with another one.
  if (fence !== '---' && !text.slice(3, 20_000).includes(`\n${fence}\n`)) return []
  const kind = fence === '+++' ? 'TOML' : fence === ';;;' ? 'JSON' : language
  return [
    diagnose('metadata-syntax', {
      file,
      position: positionAt(text, 0, fence.length + language.length),
      message: `the metadata is opened with \`${fence}${language}\`, as ${kind} is; only YAML is read`,
      help: 'open and close it with `---` alone, and write it as YAML: `title: …`',
    }),
  ]
}

type ChapterData = NonNullable<ReturnType<typeof chapterSchema.safeParse>['data']>

function toMetadata(data: Partial<ChapterData>): ChapterMetadata {
  return {
    ...(data.title === undefined ? {} : { title: data.title }),
    ...(data['short-title'] === undefined ? {} : { shortTitle: data['short-title'] }),
    ...(data.language === undefined ? {} : { language: data.language }),
    ...(data.date === undefined ? {} : { date: data.date }),
    ...(data.template === undefined ? {} : { template: data.template }),
    ...(data.footnotes === undefined ? {} : { footnotes: data.footnotes }),
  }
}

/** Why nothing is there to print: a comment that is not closed hides what stands after it, and HTML is not read. */
function blankness(text: string, { regions }: Scan, tree: Root, file: string): Diagnostic {
  const comment = regions.find(({ kind, closed }) => kind === 'comment' && !closed)
  const html = tree.children.find(
    (node) =>
      node.type === 'html' && /^<[a-z]/iu.test(node.value) && />\s*[^<\s]/u.test(node.value),
  )?.position?.start.offset
  if (comment === undefined && html !== undefined) {
    const tag = /^<[^\n>]{0,38}>?/u.exec(text.slice(html, html + 40))?.[0] ?? '<'
    return diagnose('raw-html', {
      file,
      position: positionAt(text, html, html + tag.length),
      message: `all text of the chapter stands in raw HTML, \`${tag}\``,
      help: 'write it in Markdown, or escape `<` as `\\<` where the character is meant',
    })
  }
  if (comment === undefined)
    return diagnose('empty-chapter', {
      file,
      position: positionAt(text, 0, 0),
      message: 'the chapter holds no text',
      help: 'write it, or leave it out of the list of chapters',
    })
  return diagnose('unclosed-fence', {
    file,
    position: positionAt(text, comment.start, comment.start + '<!--'.length),
    message: 'the comment that opens here is not closed, and swallows all text of the chapter',
    help: 'close it with `-->` where the comment ends',
  })
}

/** Only metadata, notes and address labels: nothing that an edition would show. */
const isBlank = (tree: Root): boolean =>
  tree.children.every(({ type }) =>
    ['yaml', 'footnoteDefinition', 'definition', 'html'].includes(type),
  )

/** Every image that the tree names, read once and judged by its content; and the attributes that nothing knows. */
function readImages(tree: Root, file: string, folder: string) {
  const images = Object.create(null) as Record<string, ImageFile>
  const problems: Diagnostic[] = []
  const known = { figure: ['alt', 'credit'], languageSpan: ['lang'] }
  const visit = (node: Nodes): void => {
    if (node.type === 'figure') {
      problems.push(...unknownAttributes(node, known.figure, file))
      if (images[node.url] === undefined) readImage(node)
    }
    if (node.type === 'languageSpan')
      problems.push(...unknownAttributes(node, known.languageSpan, file))
    if ('children' in node) for (const child of node.children) visit(child)
  }
  const readImage = (node: Figure): void => {
    const asking = { file, ...placeOf(node) }
    const path = pathInside(folder, decodeAddress(node.url), asking)
    const bytes =
      path.value === undefined
        ? { value: undefined, diagnostics: path.diagnostics }
        : readFileBounded(path.value, node.url, LARGEST_IMAGE, asking)
    problems.push(...bytes.diagnostics)
    if (bytes.value === undefined) return
    const image = inspectImage(node.url, bytes.value)
    if ('problem' in image)
      problems.push(
        diagnose('image-format', {
          ...asking,
          message: `the image \`${node.url}\` cannot be shown: ${image.problem}`,
          help: image.help ?? 'save it again as PNG, JPEG or plain SVG',
        }),
      )
    else images[node.url] = image
  }
  visit(tree)
  return { images, problems }
}

function unknownAttributes(
  node: Figure | LanguageSpan,
  known: readonly string[],
  file: string,
): Diagnostic[] {
  if (node.attributes === undefined) return []
  const [curly, mark] = /\w=\s?([“”„«»‘’])/u.exec(node.attributes) ?? []
  if (curly !== undefined)
    return [
      diagnose('figure-braces', {
        file,
        ...placeOf(node),
        message: `a value in the braces stands between marks such as \`${mark ?? ''}\``,
        help: 'write straight quotation marks round each value: `{#fig-x alt="…"}`',
      }),
    ]
  const { values, unknown } = attributesOf(node.attributes)
  const strangers = [...[...values.keys()].filter((key) => !known.includes(key)), ...unknown]
  const findings = strangers.map((key) => {
    const guess = nearest(key, known)
    return diagnose('unknown-key', {
      file,
      ...placeOf(node),
      message: `\`${key}\` is not known in the braces here`,
      help: guess ? `did you mean \`${guess}\`?` : `known here: ${known.join(', ')}`,
    })
  })
  // A class, `{.superscript}`, is told of; that it names no language need not be.
  if (
    strangers.length === 0 &&
    node.type === 'languageSpan' &&
    !/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u.test(node.language)
  )
    findings.push(
      diagnose('metadata-value', {
        file,
        ...placeOf(node),
        message: `\`${node.attributes}\` names no language`,
        help: 'write a language tag, such as `{lang=ru}`',
      }),
    )
  return findings
}

const placeOf = (node: Nodes): { position?: Position } =>
  node.position ? { position: node.position as Position } : {}

/** `%2e%2e` is `..`: decoded before it is judged. What is no encoding stands as it is. */
function decodeAddress(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}
