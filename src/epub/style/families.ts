import type { Cut, Family, Template } from '../../template/template.ts'

/** How CSS names a cut. A template's bold may be a semibold file: for CSS it is the bold of its family. */
export const cutCss: Readonly<
  Record<Cut, { weight: 'normal' | 'bold'; style: 'normal' | 'italic' }>
> = {
  regular: { weight: 'normal', style: 'normal' },
  italic: { weight: 'normal', style: 'italic' },
  bold: { weight: 'bold', style: 'normal' },
  boldItalic: { weight: 'bold', style: 'italic' },
}

const generic = { serif: 'serif', sans: 'sans-serif', mono: 'monospace' } as const

/** Family of that key. Throws where a style names none, which the template's own check excludes. */
export function familyOf(template: Template, key: string): Family {
  const family = template.families[key]
  if (family === undefined) throw new Error(`template ${template.name} has no family ${key}`)
  return family
}

/**
 * The name by which the style sheet knows an embedded family. Optical sizes of one face share a
 * family name in the template, so the key tells them apart.
 */
export function embeddedName(template: Template, key: string): string {
  const { name } = familyOf(template, key)
  const sharing = Object.values(template.families).filter((family) => family.name === name)
  return sharing.length > 1 ? `${name} ${key}` : name
}

/** Value of `font-family`: the embedded family, its name (a reader may have it), its fallbacks, its kind. */
export function fontFamily(template: Template, key: string): string {
  const family = familyOf(template, key)
  const names = new Set([embeddedName(template, key), family.name, ...family.fallbacks])
  return [...[...names].map(quote), generic[family.kind]].join(', ')
}

/** A CSS string (CSS Syntax 3, 4.3.5). */
export function quote(text: string): string {
  return `"${text.replace(/["\\\n\r\f<]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)}"`
}
