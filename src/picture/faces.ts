import type { Family, Template } from '../template/template.ts'

/** Where the text of a drawing is set from: the template's faces and no others, so that every machine draws alike. */
export interface DrawingFaces {
  readonly loadSystemFonts: false
  readonly fontFiles: string[]
  readonly serifFamily?: string
  readonly sansSerifFamily?: string
  readonly monospaceFamily?: string
}

/** The faces that a drawing names, and the sans in place of what it does not: reading each costs milliseconds. */
export function facesFor(svg: string, template: Template): DrawingFaces {
  const families = Object.values(template.families)
  const named = families.filter(({ name }) => svg.includes(name))
  const used = !svg.includes('<text')
    ? []
    : named.length > 0
      ? named
      : families.filter(({ kind }) => kind === 'sans')
  // Optical sizes of one design share a name: one of them is enough.
  const byName = new Map(used.map((family) => [family.name, family]))
  const nameOf = (kind: Family['kind']): string | undefined =>
    families.find((family) => family.kind === kind)?.name
  const [serif, sans, mono] = [nameOf('serif'), nameOf('sans'), nameOf('mono')]
  return {
    loadSystemFonts: false,
    fontFiles: [...byName.values()].flatMap(({ faces }) =>
      Object.values(faces).map(({ path }) => path),
    ),
    ...(serif !== undefined && { serifFamily: serif }),
    ...(sans !== undefined && { sansSerifFamily: sans }),
    ...(mono !== undefined && { monospaceFamily: mono }),
  }
}
