import type { StyleName, Template } from '../../template/template.ts'
import { pt, type Pt } from '../../unit/length.ts'
import type { SetLines } from '../galley/composer.ts'
import { NOWHERE } from '../galley/nowhere.ts'
import { faceKey, featuresOf } from '../galley/style.ts'
import type { Line, Meaning } from '../line/line.ts'

/** Sets what the pages say beside the book's text: heads, folios, contents. */
export interface TextSetter {
  readonly template: Template
  readonly setLines: SetLines
  /** BCP 47. */
  readonly language: string
}

const TEXT: Meaning = { type: 'text' }

/** Text in a style as ragged lines, the second and later ones `hang` further in. */
export function setText(
  { template, setLines, language }: TextSetter,
  text: string,
  name: StyleName,
  measure: Pt,
  { hang = 0, meaning = TEXT }: { readonly hang?: number; readonly meaning?: Meaning } = {},
): readonly Line[] {
  const style = template.styles[name]
  const features = featuresOf(style)
  const { lines } = setLines(
    [
      {
        text,
        face: faceKey(template, style),
        size: style.size,
        color: style.color,
        // A head in small capitals has no full ones, which would stand out of it.
        features: { ...features, caps: features.caps === 'small' ? 'allSmall' : features.caps },
        meaning,
        position: NOWHERE,
      },
    ],
    {
      measure,
      indent: pt(0),
      hang: pt(hang),
      align: 'start',
      hyphenate: false,
      expansion: 0,
      protrusion: false,
      language,
    },
  )
  return lines
}

/** Text on one line: words that do not fit give way to an ellipsis. */
export function setOneLine(
  setter: TextSetter,
  text: string,
  name: StyleName,
  measure: Pt,
): Line | undefined {
  let words = text.split(' ')
  for (let shown = text; ; shown = `${words.join(' ')} …`) {
    const lines = setText(setter, shown, name, measure)
    if (lines.length === 1 || words.length <= 1) return lines[0]
    words = words.slice(0, -1)
  }
}
