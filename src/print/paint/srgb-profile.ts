/**
 * The colour space sRGB (IEC 61966-2-1) as an ICC profile, version 2.1 (ICC.1:2001-04): what PDF/A
 * asks of a file whose colours are those of a device (ISO 19005-2, 6.2.3). Made here from the
 * standard's figures, so that no profile with terms of its own is shipped.
 */
export function srgbProfile(): Uint8Array {
  const curve = toneCurve()
  const tags: readonly (readonly [string, Buffer])[] = [
    ['desc', description('sRGB')],
    ['cprt', text('No copyright, use freely')],
    ['wtpt', xyz(0.9505, 1, 1.0891)],
    // Primaries, adapted from the white D65 to D50 by Bradford's method.
    ['rXYZ', xyz(0.43607, 0.22249, 0.01392)],
    ['gXYZ', xyz(0.38515, 0.71687, 0.09708)],
    ['bXYZ', xyz(0.14307, 0.06061, 0.7141)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ]
  const table = Buffer.alloc(4 + tags.length * 12)
  table.writeUInt32BE(tags.length, 0)
  const places = new Map<Buffer, number>()
  const data: Buffer[] = []
  let end = HEADER + table.length
  tags.forEach(([name, bytes], index) => {
    const place = places.get(bytes) ?? end
    if (place === end) {
      data.push(bytes)
      end += bytes.length
    }
    places.set(bytes, place)
    table.write(name, 4 + index * 12, 'latin1')
    table.writeUInt32BE(place, 8 + index * 12)
    table.writeUInt32BE(bytes.length, 12 + index * 12)
  })
  return Buffer.concat([header(end), table, ...data])
}

const HEADER = 128
/** Entries of the tone curve: enough that the steps between them are no visible ones. */
const STEPS = 1024

function header(size: number): Buffer {
  const bytes = Buffer.alloc(HEADER)
  bytes.writeUInt32BE(size, 0)
  bytes.writeUInt32BE(0x02100000, 8)
  bytes.write('mntrRGB XYZ ', 12, 'latin1')
  // A date, which the format asks for: of the standard's year.
  for (const [index, part] of [1999, 1, 1, 0, 0, 0].entries()) {
    bytes.writeUInt16BE(part, 24 + index * 2)
  }
  bytes.write('acsp', 36, 'latin1')
  fixed([0.9642, 1, 0.8249]).copy(bytes, 68)
  return bytes
}

/** Light of a value, of which the upper part is a power of 2.4 (IEC 61966-2-1, 4.2). */
function light(value: number): number {
  if (value <= 0.04045) return value / 12.92
  const base = (value + 0.055) / 1.055
  const square = base * base
  return square * fifthRoot(square)
}

/** By Newton's method, from above: plain arithmetic, so that every machine gives the same bytes. */
function fifthRoot(value: number): number {
  let root = 1
  for (let step = 0; step < 60; step++) {
    const fourth = root * root * root * root
    root = (4 * root + value / fourth) / 5
  }
  return root
}

function toneCurve(): Buffer {
  const bytes = Buffer.alloc(12 + STEPS * 2)
  bytes.write('curv', 0, 'latin1')
  bytes.writeUInt32BE(STEPS, 8)
  for (let step = 0; step < STEPS; step++) {
    bytes.writeUInt16BE(Math.round(65535 * light(step / (STEPS - 1))), 12 + step * 2)
  }
  return bytes
}

const xyz = (...values: readonly number[]): Buffer =>
  Buffer.concat([Buffer.from('XYZ \0\0\0\0', 'latin1'), fixed(values)])

/** Numbers as s15Fixed16. */
function fixed(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, index) => bytes.writeInt32BE(Math.round(value * 65536), index * 4))
  return bytes
}

/** A tag ends on a multiple of four bytes. */
const padded = (bytes: Buffer): Buffer =>
  Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])

const text = (value: string): Buffer => padded(Buffer.from(`text\0\0\0\0${value}\0`, 'latin1'))

/** A description in ASCII; its forms in Unicode and for the Macintosh are empty. */
function description(value: string): Buffer {
  const size = Buffer.alloc(4)
  size.writeUInt32BE(value.length + 1)
  return padded(
    Buffer.concat([
      Buffer.from('desc\0\0\0\0', 'latin1'),
      size,
      Buffer.from(`${value}\0`, 'latin1'),
      Buffer.alloc(4 + 4 + 2 + 1 + 67),
    ]),
  )
}
