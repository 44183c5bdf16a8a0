import { describe, expect, it } from 'vitest'
import { srgbProfile } from '../../../src/print/paint/srgb-profile.ts'

const profile = Buffer.from(srgbProfile())

/** A tag's data by its signature. */
function tag(name: string): Buffer {
  const count = profile.readUInt32BE(128)
  for (let at = 132; at < 132 + count * 12; at += 12) {
    if (profile.toString('latin1', at, at + 4) === name) {
      const start = profile.readUInt32BE(at + 4)
      return profile.subarray(start, start + profile.readUInt32BE(at + 8))
    }
  }
  throw new Error(`no tag ${name}`)
}

describe('the profile of sRGB', () => {
  it('is as long as it says, and a profile of a display', () => {
    expect(profile.readUInt32BE(0)).toBe(profile.length)
    expect(profile.toString('latin1', 12, 24)).toBe('mntrRGB XYZ ')
    expect(profile.toString('latin1', 36, 40)).toBe('acsp')
  })

  it('has primaries that add up to the white of its connection space', () => {
    for (const [index, white] of [0.9642, 1, 0.8249].entries()) {
      const sum = ['rXYZ', 'gXYZ', 'bXYZ'].reduce(
        (total, name) => total + tag(name).readInt32BE(8 + index * 4) / 65536,
        0,
      )
      expect(sum).toBeCloseTo(white, 2)
    }
  })

  it('has the tone curve of the standard', () => {
    const curve = tag('rTRC')
    const at = (share: number): number =>
      curve.readUInt16BE(12 + 2 * Math.round(share * 1023)) / 65535
    expect(at(0)).toBe(0)
    expect(at(0.5)).toBeCloseTo(0.2144, 2)
    expect(at(1)).toBe(1)
  })
})
