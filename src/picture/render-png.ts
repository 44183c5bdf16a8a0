import type { Template } from '../template/template.ts'
import { facesFor, type DrawingFaces } from './faces.ts'

/**
 * Draws an SVG as the bytes of a PNG `width` pixels wide, its height in proportion, on a
 * transparent ground. Its words are set in `faces`, or in those of the template that it names.
 * Images inside the SVG are not fetched and not drawn. Throws where the SVG is not well formed.
 */
export async function renderPng(
  svg: Uint8Array,
  width: number,
  template: Template,
  faces?: DrawingFaces,
): Promise<Uint8Array> {
  // Loaded where there is something to draw: most chapters have no drawing.
  const { renderAsync } = await import('@resvg/resvg-js')
  const text = new TextDecoder().decode(svg)
  // In a thread of node's own, while this one goes on.
  const drawing = await renderAsync(text, {
    font: faces ?? facesFor(text, template),
    fitTo: { mode: 'width', value: Math.max(1, Math.round(width)) },
  })
  return drawing.asPng()
}
