import { pt } from '../../unit/length.ts'
import type { Style } from '../../template/template.ts'
import type { Position } from '../../diagnostic/diagnostic.ts'
import type { ParagraphRun } from '../line/paragraph.ts'
import type { Composer, Place } from './composer.ts'
import type { Slug } from './galley.ts'
import { setParagraph } from './set-paragraph.ts'

/** Words that lean on the next, by language: the line of a title does not end on one if it need not. */
const leaning: Readonly<Record<string, string>> = {
  en: 'a an and as at by for from in into of on or the to under with',
  de: 'als am an auf aus bei das dem den der des die ein eine für im in mit oder und vom von zu zum zur',
  fr: 'à au aux de des du en et la le les ou par pour sur un une',
  ru: 'а в во и из к на о об от по с со у',
}

/** Sets a title or a head: ragged lines alike in length, none that ends on "and" or "of the" where no line more is needed for it. */
export function setHead(
  composer: Composer,
  runs: readonly ParagraphRun[],
  place: Place,
  style: Style,
  position: Position,
  isKept = true,
): readonly Slug[] {
  const set = (text: readonly ParagraphRun[], setter: Composer): readonly Slug[] =>
    setParagraph(setter, text, place, {
      style,
      part: 'text',
      indent: pt(0),
      position,
      isBalanced: true,
      isKept,
    })
  const held = holdLeaning(runs, composer.language)
  if (held.every((run, i) => run.text === runs[i]?.text)) return set(runs, composer)
  const findings: Parameters<Composer['report']>[0][] = []
  const together = set(held, { ...composer, report: (finding) => void findings.push(finding) })
  const apart = set(runs, composer)
  return findings.length === 0 && together.length <= apart.length ? together : apart
}

/** The same text with spaces that hold after words that lean on the next. */
function holdLeaning(runs: readonly ParagraphRun[], language: string): readonly ParagraphRun[] {
  const words = leaning[language.slice(0, 2).toLowerCase()]
  if (words === undefined) return runs
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${words.replaceAll(' ', '|')}) (?=\\S)`, 'giu')
  return runs.map((run) => ({ ...run, text: run.text.replace(pattern, '$1\u00A0') }))
}
