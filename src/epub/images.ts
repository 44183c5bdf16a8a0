import type { Chapter } from '../model/book.ts'
import type { Block } from '../model/nodes.ts'
import { fileStem, takeName } from './ids.ts'
import type { Resource } from './publication.ts'

/** The images of the figures, each file once. */
export interface ImageNames {
  readonly resources: readonly Resource[]
  /** Throws where the chapter holds no such image, which `model` excludes. */
  readonly find: (chapter: string, key: string) => NamedImage
}

export interface NamedImage {
  readonly href: string
  /** Width over height; absence means a picture of pixels, which has a size of its own. */
  readonly shape?: number
}

type ImageFile = Chapter['images'][string]

const formats = {
  png: { extension: 'png', mediaType: 'image/png' },
  jpeg: { extension: 'jpg', mediaType: 'image/jpeg' },
  svg: { extension: 'svg', mediaType: 'image/svg+xml' },
} as const

/** Names the images that figures show. Bytes stay as they were read and checked. */
export function nameImages(chapters: readonly Chapter[]): ImageNames {
  const taken = new Set<string>()
  const byPath = new Map<string, Resource>()
  const byKey = new Map<string, NamedImage>()
  for (const chapter of chapters) {
    const notes = chapter.notes.flatMap((note) => note.children)
    for (const key of imagesOf([...chapter.children, ...notes])) {
      const image = imageOf(chapter, key)
      const resource = byPath.get(image.path) ?? resourceOf(image, taken, byPath.size + 1)
      byPath.set(image.path, resource)
      const { href } = resource
      const shape = image.format === 'svg' ? { shape: image.width / image.height } : {}
      byKey.set(`${chapter.id}\n${key}`, { href, ...shape })
    }
  }
  return {
    resources: [...byPath.values()],
    find: (chapter, key) => {
      const image = byKey.get(`${chapter}\n${key}`)
      if (image === undefined) throw new Error(`chapter ${chapter} has no image ${key}`)
      return image
    },
  }
}

function resourceOf(image: ImageFile, taken: Set<string>, count: number): Resource {
  const { extension, mediaType } = formats[image.format]
  const name = image.path.split(/[/\\]/u).at(-1) ?? ''
  const stem = fileStem(name.replace(/\.[^.]*$/u, ''), `image-${count}`)
  const href = `images/${takeName(taken, stem, extension)}`
  return { id: `image-${count}`, href, mediaType, bytes: image.bytes }
}

function imageOf(chapter: Chapter, key: string): ImageFile {
  const image = Object.hasOwn(chapter.images, key) ? chapter.images[key] : undefined
  if (image === undefined) throw new Error(`chapter ${chapter.id} has no image ${key}`)
  return image
}

function imagesOf(nodes: readonly Block[]): string[] {
  return nodes.flatMap((node): string[] => {
    if (node.type === 'figure') return [node.image]
    if (node.type === 'blockquote') return imagesOf(node.children)
    if (node.type === 'list') return node.children.flatMap((item) => imagesOf(item.children))
    return []
  })
}
