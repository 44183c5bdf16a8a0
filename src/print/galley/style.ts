import type { Cut, Style, StyleName, Template } from '../../template/template.ts'
import type { Features } from '../type/features.ts'

/** Key of the face in which a style is set, in its own cut or another. */
export function faceKey(template: Template, style: Style, cut: Cut = style.cut): string {
  const family = template.families[style.family]
  if (family === undefined)
    throw new Error(`template ${template.name} has no family ${style.family}`)
  return family.faces[cut].key
}

/** How letters of a style are drawn. */
export const featuresOf = (style: Style): Features => ({
  figures: style.figures,
  caps: style.caps,
  superior: false,
  tracking: style.tracking,
})

/** Emphasis in italic is upright again. */
export const emphasized: Readonly<Record<Cut, Cut>> = {
  regular: 'italic',
  italic: 'regular',
  bold: 'boldItalic',
  boldItalic: 'bold',
}

export const strengthened: Readonly<Record<Cut, Cut>> = {
  regular: 'bold',
  bold: 'bold',
  italic: 'boldItalic',
  boldItalic: 'boldItalic',
}

export const headingStyles = {
  2: 'heading2',
  3: 'heading3',
  4: 'heading4',
  5: 'heading5',
  6: 'heading6',
} as const satisfies Record<number, StyleName>
