import { SaxesParser, type SaxesTagPlain } from 'saxes'

/** Elements and attributes that reach outside the picture, run, or move. */
const forbiddenElements = new Set([
  'script',
  'foreignObject',
  'image',
  'iframe',
  'audio',
  'video',
  'a',
  'animate',
  'animateMotion',
  'animateTransform',
  'set',
  'handler',
  'listener',
  'feImage',
  'style',
])
/** More nodes than any drawing for print; a flood of them would stop the renderer. */
const mostNodes = 50_000
const deepest = 64

export type SvgSize = { width: number; height: number } | { problem: string }

/**
 * Size of an SVG in user units if it keeps to the safe subset: no script, no style sheet, nothing
 * fetched, no document type. Undefined where the bytes are no SVG at all.
 */
export function readSvgSize(bytes: Uint8Array): SvgSize | undefined {
  const text = new TextDecoder('utf-8').decode(bytes)
  if (!/<svg[\s>]/u.test(text.slice(0, 4096))) return undefined
  const parser = new SaxesParser()
  let problem: string | undefined
  let size: SvgSize | undefined
  let nodes = 0
  let depth = 0
  const refuse = (why: string): void => {
    problem ??= why
  }
  parser.on('error', (error) =>
    refuse(
      `the SVG is not well-formed (${error.message.replace(/^\d+:\d+: /u, '').replace(/\.$/u, '')})`,
    ),
  )
  parser.on('doctype', () => refuse('the SVG has a document type, which is not allowed'))
  parser.on('opentag', (tag: SaxesTagPlain) => {
    if (++nodes > mostNodes) refuse(`the SVG has more than ${mostNodes} elements`)
    if (++depth > deepest) refuse(`the SVG is nested more than ${deepest} deep`)
    const name = tag.name.replace(/^svg:/u, '')
    if (nodes === 1 && name !== 'svg') refuse('it is not an SVG')
    if (nodes === 1) size = sizeOf(tag.attributes)
    if (forbiddenElements.has(name)) refuse(`the SVG holds \`<${name}>\`, which is not allowed`)
    for (const [key, value] of Object.entries(tag.attributes)) {
      if (/^on/iu.test(key)) refuse(`the SVG holds the script attribute \`${key}\``)
      if (/(?:^|:)href$/u.test(key) && !value.startsWith('#'))
        refuse(`the SVG leads outside itself with \`${key}\``)
      if (/url\(\s*['"]?(?!#)/iu.test(value)) refuse(`the SVG leads outside itself with \`${key}\``)
    }
  })
  parser.on('closetag', () => {
    depth--
  })
  try {
    parser.write(text).close()
  } catch (error) {
    refuse(`the SVG is not well-formed (${String(error)})`)
  }
  return problem === undefined ? size : { problem }
}

/** The size that the root asks for, else its view box. Lengths in user units or px only, as the rest depends on a screen. */
function sizeOf(attributes: Record<string, string>): SvgSize {
  const box = (attributes['viewBox'] ?? '')
    .trim()
    .split(/[\s,]+/u)
    .map(Number)
  const length = (value: string | undefined): number | undefined => {
    const match = /^\s*(\d+(?:\.\d+)?|\.\d+)(?:px)?\s*$/u.exec(value ?? '')
    return match ? Number(match[1]) : undefined
  }
  const width = length(attributes['width']) ?? box[2]
  const height = length(attributes['height']) ?? box[3]
  return width !== undefined && height !== undefined && width > 0 && height > 0
    ? { width, height }
    : { problem: 'the SVG has neither a view box nor a width and height' }
}
