import type { WrittenDefinition } from '../../model/written.ts'
import type { Damage, Finder } from '../damage.ts'
import { inRange, numberOf, type Ground } from '../ground.ts'
import { monthNumbers } from '../evidence/months.ts'
import { once } from '../once.ts'

/** How the text of a note can begin with a number: `569.`, `569)`, `(569)`, `569\.`, `[569]`, `⁵⁶⁹`, `^569^`, `<sup>569</sup>`, `569` alone. */
const numbered =
  /^[ \t]{0,20}\n?[ \t]{0,20}(\\?\[\^?(\d{1,7})\\?\][.:]?|\(?(\d{1,7})(?:\\?[.)]|:)|([⁰¹²³⁴-⁹]{1,7})|\^(\d{1,7})\^|<sup>(\d{1,7})<\/sup>|(\d{1,7}))[ \t]+(?=\S)/u

/** `Decision 2018-765`, `Law No. 152`: what is numbered itself, and comes in no volumes. */
const numberedDocument =
  /^(?:Decision|Judge?ment|Ruling|Resolution|Regulation|Directive|Recommendation|Opinion|Order|Decree|Law|Act|Bill|Case|Letter|Communication|Document|Decisión|Décision|Arrêt|Loi|Décret|Ordonnance|Ley|Decreto|Sentencia|Resolución|Legge|Sentenza|Urteil|Beschluss|Gesetz|Verordnung|Richtlinie|Закон|Указ|Постановление|Решение|Приказ)\s(?:\(\p{Lu}{2,5}\)\s)?(?:(?:[Nn][or]s?\.?|n[°º]|№)\s?)?\p{Lu}{0,2}[-/ ]?\d/u

/** `E. P. Thompson,`: initials, a name and a comma. */
const author = /^(?:\p{Lu}\.[ -]?){1,4}\p{Lu}[\p{Ll}’'-]{2,30}(?: \p{Lu}[\p{Ll}’'-]{2,30})?,/u

/** A bare number before `Minutes` may be the note's own; before `pages` it is a quantity, before `U.S.` or `Yale Law Journal 34` a volume. */
const isTitle = (text: string): boolean =>
  numberedDocument.test(text) ||
  author.test(text) ||
  (/^(?:[*_“"«„‘'<([]|\p{Lu})/u.test(text) &&
    !/^\p{Lu}[\p{L}.’']*\.|^\p{Lu}{2,}\b|^(?:\p{Lu}[\p{L}.’']* |& |of (?:the )?(?=\p{Lu})){1,6}\d/u.test(
      text,
    ))

/** `[^568]: 569. Text`: printed, the note would have two numbers. A list of two and more items in a note is a list. */
export const footnoteNumberedTwice: Finder = (ground) => {
  const heads = ground.chapter.written.definitions.map((definition) => headOf(ground, definition))
  const counted = countedUp(heads)
  return ground.chapter.written.definitions.flatMap(({ label, position, firstBlock }, index) => {
    const read = heads[index]
    if (read === undefined) return []
    const { from, whole, spelled, number, isBare, behind } = read
    const own = numberOf(label) ?? numberOfNote(ground, label)
    const inCount = counted.has(index)
    if (isBare && !((own === number || inCount) && isTitle(behind))) return []
    const isOwn = own !== undefined && Math.abs(number - own) <= 1
    // `12. Jahresbericht`: a smaller number that is not the note's own may be anything.
    if (!isOwn && !inCount && !(inRange(ground, number) && number > 99)) return []
    // `2\\. Auflage`: escaped, so that it is no list; whoever wrote it meant the figure.
    if (spelled.includes('\\') && !spelled.includes('[') && own !== number) return []
    const isList =
      firstBlock === 'list' && hasSecondItem(ground.text.slice(from, position.end.offset), number)
    if (isList) return []
    const start = from + whole.indexOf(spelled)
    const damage: Damage[] = [
      {
        rule: 'footnote-numbered-twice',
        start,
        end: start + spelled.length,
        message: `the text of note \`[^${label}]\` begins with the number \`${spelled}\``,
        ...(firstBlock === 'list'
          ? {}
          : { note: 'it would be printed behind the number that the note has already' }),
        help:
          own === number || (inCount && !inRange(ground, number))
            ? 'leave the number out: it is printed by itself'
            : `leave the number out; if the note is ${number}, its label must say so, here and in its call`,
        ...(own === number ? { fix: [{ start, end: from + whole.length, text: '' }] } : {}),
        heals: [],
      },
    ]
    return damage
  })
}

interface Head {
  /** Offset behind `[^label]:`. */
  readonly from: number
  readonly whole: string
  readonly spelled: string
  readonly number: number
  /** The figure alone, without a mark. */
  readonly isBare: boolean
  readonly behind: string
}

/** The number with which a note begins; absence means none. */
function headOf(ground: Ground, { label, position }: WrittenDefinition): Head | undefined {
  const from = position.start.offset + label.length + 4
  const head = ground.text.slice(from, Math.min(position.end.offset, from + 60))
  const match = numbered.exec(head)
  if (match === null) return undefined
  const [whole, spelled = '', ...groups] = match
  const digits = groups.find((group) => group !== undefined) ?? ''
  const number = Number(digits.normalize('NFKC'))
  if (Number.isNaN(number) || number === 0) return undefined
  const isBare = spelled === digits && /^\d/.test(digits)
  return { from, whole, spelled, number, isBare, behind: head.slice(whole.length) }
}

/** Fewer notes whose numbers follow each other may do so by chance. */
const fewestCounted = 3

/**
 * Places of the notes that count up by one from note to note, whatever their labels are: `568.`, `569.`,
 * `570.`. Years do, and so do the volumes of one series, which go on in the same words.
 */
function countedUp(heads: readonly (Head | undefined)[]): ReadonlySet<number> {
  const counted = new Set<number>()
  let start = 0
  for (let index = 1; index <= heads.length; index++) {
    const before = heads[index - 1]
    const head = heads[index]
    if (before !== undefined && head?.number === before.number + 1) continue
    const from = start
    start = index
    // A run that is too short need not be read, and most are of one note.
    if (index - from < fewestCounted) continue
    const run = heads.slice(from, index).filter((each) => each !== undefined)
    const words = run.map(({ behind }) => /^\S*/u.exec(behind)?.[0].toLowerCase() ?? '')
    const isYears = run.some(({ number }) => number >= 1500 && number <= 2199)
    // `12. Jahresbericht`, `5. Mai`: ordinals of one thing after another.
    const isSeries =
      new Set(words).size * 2 < run.length ||
      words.some((word) => monthNumbers.has(word)) ||
      run.filter(({ behind }) => /^\p{Ll}/u.test(behind)).length * 2 > run.length
    if (run.length >= fewestCounted && !isYears && !isSeries)
      for (let at = from; at < index; at++) counted.add(at)
  }
  return counted
}

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
