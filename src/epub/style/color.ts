/** Grounds and text of the dark scheme: not black and white, whose edges glare. */
export const dark = {
  background: '#121212',
  text: '#e4e2de',
  rule: '#6b6b6b',
  /** Under drawings. */
  paper: '#fbfaf8',
} as const

export type Rgb = readonly [red: number, green: number, blue: number]

/**
 * `color` as it is, or mixed with white until it can be read on the dark background: contrast 7:1
 * (WCAG 2.2, 1.4.6, so over the 4.5:1 of 1.4.3 by a margin that a warm screen may eat).
 */
export function onDark(color: string): string {
  const from = parse(color)
  const ground = parse(dark.background)
  for (let step = 0; step <= 20; step += 1) {
    const mixed = mix(from, [255, 255, 255], step / 20)
    if (contrast(mixed, ground) >= 7) return write(mixed)
  }
  return dark.text
}

/** One colour with a share of another, 0 to 1. */
export const mix = (from: Rgb, into: Rgb, share: number): Rgb => {
  const part = (at: 0 | 1 | 2): number => Math.round(from[at] + (into[at] - from[at]) * share)
  return [part(0), part(1), part(2)]
}

/** Contrast ratio, 1 to 21 (WCAG 2.2, definition of contrast ratio). */
export function contrast(a: Rgb, b: Rgb): number {
  const [light, deep] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (deep + 0.05)
}

/**
 * WCAG's relative luminance, its power of 2.4 taken as 2.5 by square roots, which ECMAScript computes
 * exactly: the same bytes everywhere, and a contrast that is right to some 3 per cent.
 */
function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

function linear(part: number): number {
  const share = part / 255
  if (share <= 0.04045) return share / 12.92
  const base = (share + 0.055) / 1.055
  return base * base * Math.sqrt(base)
}

export const parse = (color: string): Rgb => [
  Number.parseInt(color.slice(1, 3), 16),
  Number.parseInt(color.slice(3, 5), 16),
  Number.parseInt(color.slice(5, 7), 16),
]

export const write = (color: Rgb): string =>
  `#${color.map((part) => part.toString(16).padStart(2, '0')).join('')}`
