import type { Damage, Finder } from '../damage.ts'
import { inRange, numberOf, type Ground } from '../ground.ts'
import { once } from '../once.ts'

/** How the text of a note can begin with a number: `569.`, `569)`, `(569)`, `569\.`, `[569]`, `⁵⁶⁹`, `^569^`, `<sup>569</sup>`, `569` alone. */
const numbered =
  /^[ \t]{0,20}\n?[ \t]{0,20}(\\?\[\^?(\d{1,7})\\?\][.:]?|\(?(\d{1,7})(?:\\?[.)]|:)|([⁰¹²³⁴-⁹]{1,7})|\^(\d{1,7})\^|<sup>(\d{1,7})<\/sup>|(\d{1,7}))[ \t]+(?=\S)/u

/** A bare number before `Minutes` may be the note's own; before `pages` it is a quantity, before `U.S.` or `Yale Law Journal 34` a volume. */
const isTitle = (text: string): boolean =>
  /^(?:[*_“"«„‘'<([]|\p{Lu})/u.test(text) &&
  !/^\p{Lu}[\p{L}.’']*\.|^\p{Lu}{2,}\b|^(?:\p{Lu}[\p{L}.’']* |& |of (?:the )?(?=\p{Lu})){1,6}\d/u.test(
    text,
  )

/** `[^568]: 569. Text`: printed, the note would have two numbers. A list of two and more items in a note is a list. */
export const footnoteNumberedTwice: Finder = (ground) =>
  ground.chapter.written.definitions.flatMap(({ label, position, firstBlock }): Damage[] => {
    const from = position.start.offset + label.length + 4
    const head = ground.text.slice(from, Math.min(position.end.offset, from + 60))
    const match = numbered.exec(head)
    if (match === null) return []
    const [whole, spelled = '', ...groups] = match
    const digits = groups.find((group) => group !== undefined) ?? ''
    const number = Number(digits.normalize('NFKC'))
    if (Number.isNaN(number) || number === 0) return []
    const own = numberOf(label) ?? numberOfNote(ground, label)
    const isBare = spelled === digits && /^\d/.test(digits)
    if (isBare && !(own === number && isTitle(head.slice(whole.length)))) return []
    const isOwn = own !== undefined && Math.abs(number - own) <= 1
    // `12. Jahresbericht`: a smaller number that is not the note's own may be anything.
    if (!isOwn && !(inRange(ground, number) && number > 99)) return []
    // `2\\. Auflage`: escaped, so that it is no list; whoever wrote it meant the figure.
    if (spelled.includes('\\') && !spelled.includes('[') && own !== number) return []
    const isList =
      firstBlock === 'list' && hasSecondItem(ground.text.slice(from, position.end.offset), number)
    if (isList) return []
    const start = from + whole.indexOf(spelled)
    return [
      {
        rule: 'footnote-numbered-twice',
        start,
        end: start + spelled.length,
        message: `the text of note \`[^${label}]\` begins with the number \`${spelled}\``,
        ...(firstBlock === 'list'
          ? {}
          : { note: 'it would be printed behind the number that the note has already' }),
        help:
          own === number
            ? 'leave the number out: it is printed by itself'
            : `leave the number out; if the note is ${number}, its label must say so, here and in its call`,
        ...(own === number ? { fix: [{ start, end: from + whole.length, text: '' }] } : {}),
        heals: [],
      },
    ]
  })

const numberOfNote = (ground: Ground, label: string): number | undefined => {
  const number = numbersByLabel(ground).get(label)
  return number === undefined ? undefined : Number(number)
}

/** Of the first call of each label. */
const numbersByLabel = once(
  (ground) =>
    new Map(ground.chapter.written.calls.toReversed().map(({ label, number }) => [label, number])),
)

const hasSecondItem = (text: string, first: number): boolean =>
  new RegExp(`\\n[ \\t>]*${first + 1}[.)][ \\t]`).test(text)
