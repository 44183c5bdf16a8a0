import type { SetManner, SetPart, Setting } from './check/setting.ts'
import { emphasized, faceKey, strengthened } from './print/galley/style.ts'
import { faceFor } from './template/borrow.ts'
import { coverageOf, type Coverage } from './template/coverage.ts'
import type { Face, Template } from './template/template.ts'

/** What the checks may know of a template. */
export function settingOf(template: Template): Setting {
  const { page } = template
  const coverages = new Map<string, Coverage>()
  const faces = new Map<string, Face>()
  for (const family of Object.values(template.families))
    for (const face of Object.values(family.faces)) faces.set(face.key, face)

  const keyFor = (part: SetPart, { emphasis, strong, code }: SetManner): string => {
    const own = template.styles[part].cut
    const weight = strong ? strengthened[own] : own
    const cut = emphasis ? emphasized[weight] : weight
    return faceKey(template, template.styles[code ? 'code' : part], cut)
  }

  const has = (key: string, codePoint: number): boolean => {
    let coverage = coverages.get(key)
    if (coverage === undefined) {
      const face = faces.get(key)
      coverage = face === undefined ? () => true : coverageOf(face)
      coverages.set(key, coverage)
    }
    return coverage(codePoint)
  }

  return {
    template: template.name,
    measure: page.width - page.inner - page.outer,
    draws: (part, manner, codePoint) =>
      faceFor(template, keyFor(part, manner), codePoint, has) !== undefined,
  }
}
