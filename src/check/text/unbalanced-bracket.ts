import { MARK, OBJECT } from '../../model/passage.ts'
import type { WrittenProse } from '../../model/written.ts'
import { diagnose } from '../../diagnostic/diagnose.ts'
import { groundOf } from '../ground.ts'
import type { Check } from '../rule.ts'
import { after, before, closesEach } from './characters.ts'
import { innermost, unpairedIn, withWrong, type Unpaired } from './flow.ts'

/** What closes what; full-width forms pair with narrow ones, as they are typed. */
const closing: Readonly<Record<string, string>> = {
  '(': ')',
  '（': ')',
  '[': ']',
  '［': ']',
  '{': '}',
  '【': '】',
  '〔': '〕',
  '〖': '〗',
  '〈': '〉',
  '《': '》',
  '⟨': '⟩',
  '⟦': '⟧',
}
const narrow: Readonly<Record<string, string>> = { '）': ')', '］': ']' }
const closers = new Set([...Object.values(closing), ...Object.keys(narrow)])
const bracket = /[()[\]{}（）［］【】〔〕〖〗〈〉《》⟨⟩⟦⟧]/g

/** `[0, 1)`, `]0, 1[`: two short terms, whose brackets say whether they are in. */
const interval =
  /[[\](（]\0?[ ]?[-−–+]?[\p{L}\p{N}.,/∞]{1,9}[ ]?[,;][ ]?[-−–+]?[\p{L}\p{N}./∞]{1,9}[ ]?\0?[)\][）]/gu
/** `:-)`, `;(`, `=]`. */
const smiley = /(?:^|[\s\0])[:;=8xX]['’]?[-o^]?[()[\]{}]{1,5}(?=$|[\s\0.,!?)])/g
/** `a)`, `iv)`, `1)`, `2.3)`, `aa)`: what numbers an item, with what stands before it. */
const numbered =
  /(?:^|[\s\0(（—–/,;:„“"«])(?:\p{L}\d?|(\p{Ll})\1|\d{1,3}(?:\.\d{1,2}){0,3}|[ivxlc]{1,5}|[IVXLC]{1,5})[.\0*]?$/u

/** Brackets of the text itself, not Markdown's, by paragraph; see `flow.ts` for what may go on over several. */
export const unbalancedBracket: Check = (chapter) => {
  const { at } = groundOf(chapter)
  const source = chapter.written.text
  const found = unpairedIn(chapter, {
    read: (block) => readBlock(block, source),
    closes: (close, open) => closing[open] === (narrow[close] ?? close),
  })
  return withWrong(found, source).map(({ mark, at: offset, opens, wrong }) => {
    if (wrong !== undefined)
      return diagnose('unbalanced-bracket', {
        file: chapter.file,
        position: at(wrong.at, wrong.at + 1),
        message: `the bracket \`${wrong.mark}\` closes what \`${mark}\` opens`,
        help: 'write two brackets of one kind, or the ones that are missing',
        related: [{ file: chapter.file, position: at(offset, offset + 1), message: 'opened here' }],
      })
    return diagnose('unbalanced-bracket', {
      file: chapter.file,
      position: at(offset, offset + 1),
      message: opens
        ? `the bracket \`${mark}\` is not closed`
        : `the bracket \`${mark}\` closes what is not opened`,
      help: opens
        ? `write \`${closing[mark] ?? ''}\` where it ends, or delete \`${mark}\``
        : `write the bracket that opens it, or delete \`${mark}\``,
    })
  })
}

function readBlock({ text, position }: WrittenProse, source: string): readonly Unpaired[] {
  if (isPlain(text)) return []
  const offset = position.start.offset
  const plain = pair(text, offset, source, false)
  if (plain.length === 0) return plain
  const masked = blank(blank(blank(text, interval), smiley), formula)
  const readings = [pair(masked, offset, source, false), pair(masked, offset, source, true)]
  return readings.reduce((best, reading) => (reading.length < best.length ? reading : best), plain)
}

/** `$…$` with signs that only a formula has. */
const formula = /\$[^$\n]{0,200}[\\^_={}][^$\n]{0,200}\$/g

const blank = (text: string, pattern: RegExp): string =>
  text.replace(pattern, (match) => match.replace(/[^\n]/g, MARK))

/** Nearly every block: round brackets alone or none, each closed before the next. */
const isPlain = (text: string): boolean => closesEach(text, bracket, '(', ')')

/** `skipsNumbers`: a bracket behind a number or letter of an item closes nothing. */
function pair(text: string, offset: number, source: string, skipsNumbers: boolean): Unpaired[] {
  const open: Unpaired[] = []
  const strays: Unpaired[] = []
  for (const { 0: mark, index } of text.matchAll(bracket)) {
    const found = { mark, at: offset + index, opens: !closers.has(mark) }
    // One that is spoken of, “(”, or escaped alone, pairs where it can and need not.
    if (isSpokenOf(text, index)) continue
    if (found.opens) {
      open.push(found)
      continue
    }
    const close = narrow[mark] ?? mark
    const numbers = close === ')' && numbered.test(text.slice(Math.max(0, index - 14), index))
    if (numbers && skipsNumbers) continue
    // A bracket that is closed too late is the fault of those inside it.
    const place = innermost(open, (each) => closing[each.mark] === close)
    if (place !== -1) strays.push(...open.splice(place).slice(1))
    // An address that swallowed the bracket is told of elsewhere.
    else if (!numbers && before(text, index) !== OBJECT) strays.push(found)
  }
  return [...strays, ...open]
    .filter(({ at }) => source[at - 1] !== '\\')
    .toSorted((a, b) => Number(a.opens) - Number(b.opens))
}

function isSpokenOf(text: string, index: number): boolean {
  const quotes = /["'“”„«»‘’‚‹›「」『』\uFFFC]/
  return quotes.test(before(text, index)) && quotes.test(after(text, index + 1))
}
