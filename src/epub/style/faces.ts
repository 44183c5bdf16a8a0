import type { Element } from 'hast'
import type { Cut, Face, StyleName, Template } from '../../template/template.ts'
import { familyOf } from './families.ts'
import { styleOf } from './selectors.ts'

/** A face that the publication shows, and what it shows with it. */
export interface UsedFace {
  /** Key of the template's families. */
  readonly family: string
  readonly cut: Cut
  readonly face: Face
  /** Code points. */
  readonly characters: ReadonlySet<number>
}

const italicOf: Readonly<Record<Cut, Cut>> = {
  regular: 'italic',
  italic: 'regular',
  bold: 'boldItalic',
  boldItalic: 'bold',
}

const boldOf: Readonly<Record<Cut, Cut>> = {
  regular: 'bold',
  italic: 'boldItalic',
  bold: 'bold',
  boldItalic: 'boldItalic',
}

/** What the style sheet and the reader add to the text: list numbers and bullets, hyphens, breaks, spaces. */
const added = '0123456789.-*\u2010 \u00A0\u2002'

interface Setting {
  readonly family: string
  readonly cut: Cut
  readonly upper: boolean
}

/** Walks the documents as the style sheet will set them: every face that shows, with its characters. */
export function usedFaces(template: Template, bodies: readonly Element[]): UsedFace[] {
  const characters = new Map<string, Map<Cut, Set<number>>>()
  const bullets = template.lists.bullets.join('')

  const see = ({ family, cut, upper }: Setting, text: string): void => {
    const cuts = characters.get(family) ?? new Map<Cut, Set<number>>()
    characters.set(family, cuts)
    const seen = cuts.get(cut) ?? codePoints(added + bullets)
    cuts.set(cut, seen)
    for (const sign of upper ? text + text.toUpperCase() : text) seen.add(sign.codePointAt(0) ?? 0)
  }

  const walk = (element: Element, ancestors: readonly Element[], around: Setting): void => {
    const setting = settingOf(template, element, ancestors, around)
    const inside = [...ancestors, element]
    for (const child of element.children) {
      if (child.type === 'text' && child.value.trim() !== '') see(setting, child.value)
      if (child.type === 'element') walk(child, inside, setting)
    }
  }
  for (const body of bodies) walk(body, [], styled(template, 'body'))

  return [...characters].flatMap(([family, cuts]) =>
    [...cuts].map(([cut, seen]) => {
      return { family, cut, face: familyOf(template, family).faces[cut], characters: seen }
    }),
  )
}

function settingOf(
  template: Template,
  element: Element,
  ancestors: readonly Element[],
  around: Setting,
): Setting {
  if (element.tagName === 'em') return { ...around, cut: italicOf[around.cut] }
  if (element.tagName === 'strong' || element.tagName === 'b')
    return { ...around, cut: boldOf[around.cut] }
  const style = styleOf(element, ancestors)
  return style === undefined ? around : styled(template, style)
}

function styled(template: Template, name: StyleName): Setting {
  const { family, cut, caps } = template.styles[name]
  return { family, cut, upper: caps === 'upper' }
}

const codePoints = (text: string): Set<number> =>
  new Set([...text].map((sign) => sign.codePointAt(0) ?? 0))
