import { extname } from 'node:path'
import { MOST_PIXELS } from './limits.ts'
import type { ImageFile } from './manuscript.ts'
import { readJpeg } from './jpeg.ts'
import { readPng } from './png.ts'
import { readSvgSize } from './svg.ts'

/** Why an image cannot be shown; it completes the sentence "the image cannot be shown: …". */
export interface ImageProblem {
  readonly problem: string
  readonly help?: string
}

/** What a bitmap is by its header. */
export type Bitmap = Pick<ImageFile, 'width' | 'height' | 'density'> & { format: 'png' | 'jpeg' }

/** What an image file is by its content, or why it cannot be shown. A name that says otherwise is a fault. */
export function inspectImage(path: string, bytes: Uint8Array): ImageFile | ImageProblem {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const bitmap = readPng(view) ?? readJpeg(view)
  if (bitmap !== undefined) {
    if ('problem' in bitmap) return bitmap
    if (bitmap.width === 0 || bitmap.height === 0) return { problem: 'it has no size' }
    if (bitmap.width * bitmap.height > MOST_PIXELS)
      return {
        problem: `it has ${bitmap.width} × ${bitmap.height} pixels, more than fit in memory`,
      }
    return misnamed(path, bitmap.format) ?? { path, bytes, ...bitmap }
  }
  const size = readSvgSize(bytes)
  if (size === undefined) return { problem: 'it is not a PNG, JPEG or SVG' }
  if ('problem' in size) return size
  return misnamed(path, 'svg') ?? { path, bytes, format: 'svg', ...size }
}

const formats: Readonly<Record<string, ImageFile['format']>> = {
  '.png': 'png',
  '.jpg': 'jpeg',
  '.jpeg': 'jpeg',
  '.svg': 'svg',
}
const endings = { png: '.png', jpeg: '.jpg', svg: '.svg' }

/** A program that goes by the name would show another picture, or none. */
function misnamed(path: string, format: ImageFile['format']): ImageProblem | undefined {
  const named = formats[extname(path).toLowerCase()]
  if (named === undefined || named === format) return undefined
  return {
    problem: `it is a ${format.toUpperCase()}, and its name says ${named.toUpperCase()}`,
    help: `let its name end in \`${endings[format]}\``,
  }
}
