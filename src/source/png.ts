import { crc32 } from 'node:zlib'
import type { Bitmap, ImageProblem } from './image.ts'

const cutShort: ImageProblem = { problem: 'the PNG is cut short' }
const damaged: ImageProblem = { problem: 'the PNG is damaged: a checksum in it is wrong' }

const inchesPerMetre = 0.0254
/** Length, type and checksum of a chunk. */
const frame = 12

/**
 * Size of a PNG (ISO/IEC 15948, 5.2 signature, 11.2.2 IHDR, 11.3.5.3 pHYs); absence means that it is
 * none. It is whole if every chunk's checksum is right (5.3) and the last one is IEND.
 */
export function readPng(view: DataView): Bitmap | ImageProblem | undefined {
  if (view.byteLength < 8 || view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a)
    return undefined
  if (view.byteLength < 45) return cutShort
  let density: number | undefined
  let isSound = true
  for (let at = 8; at + frame <= view.byteLength;) {
    const length = view.getUint32(at)
    const end = at + frame + length
    if (end > view.byteLength) return cutShort
    const checked = new Uint8Array(view.buffer, view.byteOffset + at + 4, length + 4)
    isSound &&= crc32(checked) === view.getUint32(end - 4)
    const type = view.getUint32(at + 4)
    if (at === 8 && type !== 0x49484452) return { problem: 'the PNG is damaged' }
    // A unit of 1 is the metre; without one the numbers are a ratio.
    if (type === 0x70485973 && length === 9 && view.getUint8(at + 16) === 1)
      density = Math.round(view.getUint32(at + 8) * inchesPerMetre)
    if (type === 0x49454e44) {
      if (!isSound) return damaged
      return {
        format: 'png',
        width: view.getUint32(16),
        height: view.getUint32(20),
        ...(density === undefined || density === 0 ? {} : { density }),
      }
    }
    at = end
  }
  return cutShort
}
