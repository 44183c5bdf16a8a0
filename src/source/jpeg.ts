import type { Bitmap, ImageProblem } from './image.ts'

const damaged: ImageProblem = { problem: 'the JPEG is damaged' }

/**
 * Size of a JPEG (ITU-T T.81, B.2.2: the first frame header), and the density of its JFIF header
 * (ITU-T T.871, 10.1); absence means that it is none. It is whole if it ends in EOI.
 */
export function readJpeg(view: DataView): Bitmap | ImageProblem | undefined {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return undefined
  let end = view.byteLength
  while (end > 2 && view.getUint8(end - 1) === 0) end--
  if (view.getUint16(end - 2) !== 0xffd9) return { problem: 'the JPEG is cut short' }
  let density: number | undefined
  for (let at = 2; at + 9 < view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return damaged
    const marker = view.getUint8(at + 1)
    if (marker === 0xe0) density ??= jfifDensity(view, at + 4)
    // SOF0–SOF15 but DHT, JPG and DAC.
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc)
      return {
        format: 'jpeg',
        width: view.getUint16(at + 7),
        height: view.getUint16(at + 5),
        ...(density === undefined ? {} : { density }),
      }
    at += 2 + view.getUint16(at + 2)
  }
  return damaged
}

/** Pixels to the inch; absence where the header gives only a ratio. */
function jfifDensity(view: DataView, at: number): number | undefined {
  if (at + 12 > view.byteLength || view.getUint32(at) !== 0x4a464946) return undefined
  const unit = view.getUint8(at + 7)
  const across = view.getUint16(at + 8)
  if (across === 0) return undefined
  return unit === 1 ? across : unit === 2 ? Math.round(across * 2.54) : undefined
}
