import type { ImageFile } from './manuscript.ts'
import { MOST_PIXELS } from './limits.ts'
import { readSvgSize } from './svg.ts'

/** What an image file is by its content, or why it cannot be shown. Never trusts the name. */
export function inspectImage(path: string, bytes: Uint8Array): ImageFile | { problem: string } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const bitmap = pngSize(view) ?? jpegSize(view)
  if (bitmap !== undefined) {
    if ('problem' in bitmap) return bitmap
    if (bitmap.width * bitmap.height > MOST_PIXELS)
      return {
        problem: `it has ${bitmap.width} × ${bitmap.height} pixels, more than fit in memory`,
      }
    return { path, bytes, ...bitmap }
  }
  const size = readSvgSize(bytes)
  if (size === undefined) return { problem: 'it is not a PNG, JPEG or SVG' }
  return 'problem' in size ? size : { path, bytes, format: 'svg', ...size }
}

type Bitmap = Pick<ImageFile, 'width' | 'height'> & { format: 'png' | 'jpeg' }
type Problem = { problem: string }

/** PNG (ISO/IEC 15948), 5.2 signature, 11.2.2 IHDR; whole if it ends in IEND. */
function pngSize(view: DataView): Bitmap | Problem | undefined {
  if (view.byteLength < 8 || view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a)
    return undefined
  if (view.byteLength < 45) return { problem: 'the PNG is cut short' }
  let at = 8
  let ended = false
  while (at + 12 <= view.byteLength && !ended) {
    const length = view.getUint32(at)
    ended = view.getUint32(at + 4) === 0x49454e44
    at += 12 + length
  }
  if (!ended || at > view.byteLength) return { problem: 'the PNG is cut short' }
  return sized('png', view.getUint32(16), view.getUint32(20))
}

/** JPEG (ITU-T T.81), B.2.2: the first frame header; whole if it ends in EOI. */
function jpegSize(view: DataView): Bitmap | Problem | undefined {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return undefined
  let end = view.byteLength
  while (end > 2 && view.getUint8(end - 1) === 0) end--
  if (view.getUint16(end - 2) !== 0xffd9) return { problem: 'the JPEG is cut short' }
  for (let at = 2; at + 9 < view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return { problem: 'the JPEG is damaged' }
    const marker = view.getUint8(at + 1)
    // SOF0–SOF15 but DHT, JPG and DAC.
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc)
      return sized('jpeg', view.getUint16(at + 7), view.getUint16(at + 5))
    at += 2 + view.getUint16(at + 2)
  }
  return { problem: 'the JPEG is damaged' }
}

const sized = (format: 'png' | 'jpeg', width: number, height: number): Bitmap | Problem =>
  width > 0 && height > 0 ? { format, width, height } : { problem: 'it has no size' }
