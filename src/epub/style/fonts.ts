import type { Element } from 'hast'
import type { Template } from '../../template/template.ts'
import { fileStem, takeName } from '../ids.ts'
import type { Resource } from '../publication.ts'
import { usedFaces } from './faces.ts'
import type { EmbeddedFace } from './stylesheet.ts'
import { subset } from './subset.ts'

/** Font files that are embedded, and the faces that the style sheet makes of them. */
export interface Fonts {
  readonly resources: readonly Resource[]
  readonly faces: readonly EmbeddedFace[]
}

/** Embeds every face that the documents show, cut down to its characters. A font file that serves two cuts is embedded once. */
export async function embedFonts(template: Template, bodies: readonly Element[]): Promise<Fonts> {
  const used = usedFaces(template, bodies)
  const characters = new Map<string, Set<number>>()
  for (const { face, characters: seen } of used)
    characters.set(face.key, new Set([...(characters.get(face.key) ?? []), ...seen]))

  const taken = new Set<string>()
  const resources = new Map<string, Resource>()
  for (const { face } of used) {
    if (resources.has(face.key)) continue
    const bytes = await subset(face.bytes, characters.get(face.key) ?? new Set())
    const { extension, mediaType } = formatOf(bytes)
    const id = `font-${resources.size + 1}`
    const name = takeName(taken, fileStem(face.key, id), extension)
    resources.set(face.key, { id, href: `fonts/${name}`, mediaType, bytes })
  }
  const faces = used.map(({ family, cut, face }) => {
    return { family, cut, href: resources.get(face.key)?.href ?? '' }
  })
  return { resources: [...resources.values()], faces }
}

/** OpenType with CFF outlines begins with `OTTO` (OpenType, `otff`); both types are core media types (EPUB 3.3, 3.2). */
function formatOf(bytes: Uint8Array): { extension: string; mediaType: string } {
  const isCff = bytes[0] === 0x4f && bytes[1] === 0x54
  return isCff
    ? { extension: 'otf', mediaType: 'font/otf' }
    : { extension: 'ttf', mediaType: 'font/ttf' }
}
