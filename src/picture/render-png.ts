import { fontOptions, loadResvg, type GenericFamilies } from './resvg.ts'

/**
 * Draws an SVG as the bytes of a PNG `width` pixels wide, its height in proportion, on a
 * transparent ground. Text is set in `fontBuffers` (whole OTF or TTF files) alone; `families` says
 * which of them `sans-serif` and the other generic names mean. Images inside the SVG are not
 * fetched and not drawn. Throws where the SVG is not well formed.
 */
export async function renderPng(
  svg: string | Uint8Array,
  width: number,
  fontBuffers: readonly Uint8Array[],
  families: GenericFamilies = {},
): Promise<Uint8Array> {
  const Resvg = await loadResvg()
  const drawing = new Resvg(svg, {
    font: fontOptions(fontBuffers, families),
    fitTo: { mode: 'width', value: Math.max(1, Math.round(width)) },
  })
  try {
    const image = drawing.render()
    const bytes = image.asPng()
    image.free()
    return bytes
  } finally {
    // Memory of the WASM is not the garbage collector's to free.
    drawing.free()
  }
}
