import type { Position } from '../../diagnostic/diagnostic.ts'
import type { DrawnText } from '../../picture/drawing.ts'
import type { Cut, Family, Template } from '../../template/template.ts'
import { pt } from '../../unit/length.ts'
import type { Line } from '../line/line.ts'
import type { Composer } from './composer.ts'
import type { Picture } from './galley.ts'
import type { SizedPicture } from './pictures.ts'

/** Sets the text of a drawing in the template's faces, so that a picture's letters are those of the book. */
export function setDrawing(composer: Composer, picture: SizedPicture, position: Position): Picture {
  if (picture.type === 'bitmap') return picture
  const { drawing } = picture
  const lines = drawing.operations.map((operation) =>
    operation.type === 'text' ? setDrawnText(composer, operation, position) : undefined,
  )
  return { type: 'drawing', drawing, lines }
}

function setDrawnText(
  { template, setLines, language }: Composer,
  text: DrawnText,
  position: Position,
): Line | undefined {
  const cut: Cut = text.isBold
    ? text.isItalic
      ? 'boldItalic'
      : 'bold'
    : text.isItalic
      ? 'italic'
      : 'regular'
  const { lines } = setLines(
    [
      {
        text: text.text,
        face: familyOf(template, text.families).faces[cut].key,
        size: pt(text.size),
        color: text.paint.fill ?? '#000000',
        features: { figures: 'lining', caps: 'none', superior: false, tracking: 0 },
        meaning: { type: 'text' },
        position,
      },
    ],
    {
      measure: pt(100_000),
      indent: pt(0),
      hang: pt(0),
      align: 'start',
      hyphenate: false,
      expansion: 0,
      protrusion: false,
      language,
    },
  )
  const [line] = lines
  if (line === undefined) return undefined
  const share = text.anchor === 'start' ? 0 : text.anchor === 'middle' ? 0.5 : 1
  const runs = line.runs.map((run) => ({ ...run, x: pt(run.x - share * line.width) }))
  return { ...line, runs }
}

/** The template's family of the first name that it knows, generic names included; else its sans. */
function familyOf(template: Template, names: readonly string[]): Family {
  const families = Object.values(template.families)
  const kinds: Readonly<Record<string, Family['kind']>> = {
    serif: 'serif',
    'sans-serif': 'sans',
    monospace: 'mono',
  }
  for (const name of names) {
    const found = families.find((family) => family.name === name || family.kind === kinds[name])
    if (found !== undefined) return found
  }
  const last = families.find((family) => family.kind === 'sans') ?? families[0]
  if (last === undefined) throw new Error(`template ${template.name} has no family`)
  return last
}
