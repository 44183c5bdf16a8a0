import { strFromU8, strToU8 } from 'fflate'
import type { Cut, Family, Template } from '../../template/template.ts'
import type { Resource } from '../publication.ts'
import { cutCss, quote } from './families.ts'
import { subset } from './subset.ts'

/*
 * A drawing that is shown by `img` sees no style sheet but its own (SVG 2, 2.2.3: secure static mode).
 * Its words would be set in whatever face the device has, wider than the drawing has room for. So the
 * faces that it names travel in it, as data; nothing else of its bytes is changed.
 */

/** The resources, with the template's faces in the drawings that name them. */
export async function letterDrawings(
  template: Template,
  resources: readonly Resource[],
): Promise<Resource[]> {
  return Promise.all(
    resources.map(async (resource) =>
      resource.mediaType === 'image/svg+xml'
        ? { ...resource, bytes: await letter(template, resource.bytes) }
        : resource,
    ),
  )
}

async function letter(template: Template, bytes: Uint8Array): Promise<Uint8Array> {
  const svg = strFromU8(bytes)
  const root = /<svg\b(?:[^>"']|"[^"]*"|'[^']*')*>/u.exec(svg)
  if (root === null || root[0].endsWith('/>') || !/<text\b/u.test(svg)) return bytes
  const named = familiesIn(template, svg)
  if (named.length === 0) return bytes
  const rules = await Promise.all(
    named.flatMap((family) => cutsIn(svg).map((cut) => fontFace(family, cut, svg))),
  )
  const end = root.index + root[0].length
  return strToU8(`${svg.slice(0, end)}<style>${rules.join('')}</style>${svg.slice(end)}`)
}

/** One of each name: the first optical size that bears it. */
function familiesIn(template: Template, svg: string): Family[] {
  const byName = new Map<string, Family>()
  for (const family of Object.values(template.families))
    if (svg.includes(family.name) && !byName.has(family.name)) byName.set(family.name, family)
  return [...byName.values()]
}

function cutsIn(svg: string): Cut[] {
  const isBold = /font-weight\s*[=:]\s*(?:["']\s*)?(?:bold|[6-9]00)/u.test(svg)
  const isItalic = /font-style\s*[=:]\s*(?:["']\s*)?(?:italic|oblique)/u.test(svg)
  return [
    'regular',
    ...(isBold ? ['bold' as const] : []),
    ...(isItalic ? ['italic' as const] : []),
    ...(isBold && isItalic ? ['boldItalic' as const] : []),
  ]
}

/** With every character of the file: more than its words hold, and never less. */
async function fontFace(family: Family, cut: Cut, svg: string): Promise<string> {
  const written = svg.replace(/&#(x[0-9a-f]+|\d+);/giu, (_, code: string) =>
    String.fromCodePoint(Number(code.startsWith('x') ? `0${code}` : code)),
  )
  const characters = new Set([...written].map((sign) => sign.codePointAt(0) ?? 0))
  const font = await subset(family.faces[cut].bytes, characters, [])
  const { weight, style } = cutCss[cut]
  const source = `url(data:font/otf;base64,${Buffer.from(font).toString('base64')})`
  return `@font-face{font-family:${quote(family.name)};font-weight:${weight};font-style:${style};src:${source}}`
}
