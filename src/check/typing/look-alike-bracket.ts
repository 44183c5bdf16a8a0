import type { Damage, Finder } from '../damage.ts'
import { headsLine, inRange, isEscaped, numberOf, type Ground } from '../ground.ts'

/** Brackets and carets that a reader takes for `[`, `]` and `^`. */
const opening = '［【〔〖〚⟦❲⁅﹝'
const closing = '］】〕〗〛⟧❳⁆﹞'
const carets = 'ˆ＾‸⌃˄ꞈ\u0302'
/** Taken for a caret only where the note exists. */
const weakCarets = '∧ʌ↑⋀Λ'
/** What a finger finds beside the caret, or a dead key makes of it: only where the note has no other call. */
const strayCarets = '~´`ˇ˘°¨*&#%!+=°§$€'
const invisible = '\u200b\u200c\u200d\u2060\ufeff\u00ad'

const spelled = new RegExp(
  `([[({<${opening}])([${invisible}]*)([\\^${carets}${weakCarets}${strayCarets}])([${invisible}]*)` +
    `([^\\s[\\](){}<>\\0${closing}]{1,64})([\\])}>${closing}])`,
  'gu',
)

/** `［^568］`, `[ˆ568]`, `(^568)`: a call or label written with other characters than `[^` and `]`. */
export const lookAlikeBracket: Finder = (ground) =>
  [...ground.masked.matchAll(spelled)].flatMap((match): Damage[] => {
    const { index } = match
    const [whole, open = '', hidden = '', caret = '', hiddenAfter = '', label = '', close = ''] =
      match
    // With a character in the label that cannot be seen it is still a call: `footnote-label`.
    if (open === '[' && caret === '^' && close === ']' && hidden === '') return []
    if (strayCarets.includes(caret) && !(open === '[' && close === ']' && ground.lacksCall(label)))
      return []
    if (isEscaped(ground.masked, index) || !/[\p{L}\p{N}]/u.test(label)) return []
    const isPlain =
      '({<'.includes(open) || ')}>'.includes(close) || (weakCarets + strayCarets).includes(caret)
    if (isPlain && !isKnown(ground, label)) return []
    // `[^568)` is a bracket left open, if anything.
    if (open === '[' && caret === '^' && ')}>'.includes(close)) return []
    if ('({<'.includes(open) && (close === ']' || ground.masked[index - 1] === '^')) return []
    const after = ground.text[index + whole.length] ?? ''
    const isDefinition = ':：'.includes(after) && after !== '' && headsLine(ground.text, index)
    const end = index + whole.length + (isDefinition ? 1 : 0)
    const mended = `[^${label}]${isDefinition ? ':' : ''}`
    return [
      {
        rule: 'look-alike-bracket',
        start: index,
        end,
        message: `\`${whole}\` is no ${isDefinition ? 'label of a note' : 'call'}: ${wrong(open, hidden + hiddenAfter, caret, close)}`,
        help: `write \`${mended}\``,
        ...(isPlain ? {} : { fix: [{ start: index, end, text: mended }] }),
        heals: [{ what: isDefinition ? 'definition' : 'call', label, offset: index }],
      },
    ]
  })

function isKnown(ground: Ground, label: string): boolean {
  const number = numberOf(label)
  return (
    ground.lacksCall(label) ||
    ground.lacksText(label) ||
    ground.isDefined(label) ||
    (number !== undefined && number > 99 && inRange(ground, number))
  )
}

function wrong(open: string, hidden: string, caret: string, close: string): string {
  const points = [
    ...(open === '[' ? [] : [open]),
    ...(caret === '^' ? [] : [caret]),
    ...(close === ']' ? [] : [close]),
    ...hidden,
  ].map((character) =>
    /[!-~]/.test(character)
      ? `\`${character}\``
      : `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  )
  return `it holds ${[...new Set(points)].join(', ')} where a plain bracket or caret belongs`
}
