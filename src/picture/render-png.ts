import type { Template } from '../template/template.ts'
import { facesFor } from './faces.ts'

/**
 * Draws an SVG as the bytes of a PNG `width` pixels wide, its height in proportion, on a
 * transparent ground. Images inside the SVG are not fetched and not drawn. Throws where the SVG is
 * not well formed.
 */
export async function renderPng(
  svg: Uint8Array,
  width: number,
  template: Template,
): Promise<Uint8Array> {
  // Loaded where there is something to draw: most chapters have no drawing.
  const { Resvg } = await import('@resvg/resvg-js')
  const text = new TextDecoder().decode(svg)
  const drawing = new Resvg(text, {
    font: facesFor(text, template),
    fitTo: { mode: 'width', value: Math.max(1, Math.round(width)) },
  })
  return drawing.render().asPng()
}
