import { loadTemplate } from '../../src/template/load.ts'
import { describe, expect, it } from 'vitest'
import { renderPng } from '../../src/picture/render-png.ts'

const square =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 20"><rect width="10" height="20" fill="#1f4e79"/></svg>'

/** Width and height in the IHDR chunk (PNG 11.2.2). */
const sizeOf = (png: Uint8Array): readonly [number, number] => {
  const view = new DataView(png.buffer, png.byteOffset)
  return [view.getUint32(16), view.getUint32(20)]
}

const report = loadTemplate('report', ['templates']).value!

describe('renderPng', () => {
  it('draws at the width asked for and keeps the proportions', async () => {
    expect(sizeOf(await renderPng(Buffer.from(square), 50, report))).toEqual([50, 100])
  })

  it('makes the same bytes twice', async () => {
    expect(await renderPng(Buffer.from(square), 30, report)).toEqual(
      await renderPng(Buffer.from(square), 30, report),
    )
  })

  it('throws on an SVG that is not well formed', async () => {
    await expect(renderPng(Buffer.from('<svg'), 30, report)).rejects.toThrow()
  })
})
