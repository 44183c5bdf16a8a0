import type { Damage, Finder } from '../damage.ts'
import { once } from '../once.ts'
import { calledByNumber } from './wanted.ts'
import { headsLine, inRange, isEscaped, keyOf, numberOf, type Ground } from '../ground.ts'
import { startsBlock } from './starts-block.ts'

const bracketed = /([[［【〔])(\^?)([^\s[\]\0［］【】〔〕]{1,64})([\]］】〕])/gu

/** `[568]`, `[568^]`, `^[568]`: brackets around the label of a note, and no caret where one belongs. */
export const footnoteWithoutCaret: Finder = (ground) => {
  const links = new Set(ground.chapter.written.linkDefinitions.map(({ label }) => keyOf(label)))
  const found = [...ground.masked.matchAll(bracketed)].filter(({ index, 2: caret }) => {
    return caret === '' && !isEscaped(ground.masked, index)
  })
  // A bibliography with numbers in brackets of its own.
  const listed = new Set(
    found
      .filter(
        ({ index, 0: whole }) =>
          headsLine(ground.text, index) && ground.text[index + whole.length] === ' ',
      )
      .map(({ 3: label = '' }) => keyOf(label)),
  )
  // Glued to what stands before it, as calls are.
  const glued = new Map(
    found
      .filter(({ index }) => /[^\s\0]/.test(ground.masked[index - 1] ?? ' '))
      .map(({ index, 3: label = '' }) => [keyOf(label), index]),
  )
  const cited = found.filter(({ 3: label = '' }) => /^\d+$/.test(label) && !lacks(ground, label))
  return found.flatMap(({ index, 0: whole, 1: open, 3: raw = '' }): Damage[] => {
    const label = raw.replace(/\^$/, '')
    const before = ground.text[index - 1] ?? ''
    const after = ground.text[index + whole.length] ?? ''
    const head = headsLine(ground.text, index)
    if (after === ':' && head && ground.lacksText(label))
      return [damage(ground, label, 'definition', index, index + whole.length + 1)]
    // `[568] Text` at the head of a paragraph or among notes, where the note is called and has no text.
    if (
      head &&
      ground.lacksText(label) &&
      /^[.]?[ \t]/.test(ground.text.slice(index + whole.length, index + whole.length + 2)) &&
      startsBlock(ground.text, index)
    )
      return [
        damage(ground, label, 'definition', index, index + whole.length + (after === '.' ? 1 : 0)),
      ]
    const call = glued.get(keyOf(label))
    if (
      after === ':' &&
      head &&
      call !== undefined &&
      !links.has(keyOf(label)) &&
      !ground.isDefined(label)
    )
      return [both(ground, label, { start: index, end: index + whole.length + 1, call })]
    // Typed by hand in other ways: `<sup>[568]</sup>`, `[[568]](#_ftn568)`.
    if (/<sup\b[^<>]{0,60}>\s?$/i.test(ground.text.slice(Math.max(0, index - 70), index))) return []
    if (ground.text.startsWith('](#', index + whole.length)) return []
    if (links.has(keyOf(raw)) || before === ']' || before === '!' || '([{'.includes(after || ' '))
      return []
    const start = before === '^' ? index - 1 : index
    // `*Dover*, [59]–[61]`: paragraphs of a judgment, as a note cites them.
    if (/^[\s–-]$/u.test(before) && ground.inNote(start) && /^\d+$/.test(label)) return []
    if (lacks(ground, label)) return [damage(ground, label, 'call', start, index + whole.length)]
    // The note has its call: only a number in a text that cites nothing in this way is taken for a second one.
    const number = numberOf(label)
    const isNote = number !== undefined && (ground.isDefined(label) || named(ground, number))
    if (!isNote || open !== '[' || before === '^' || after === ':') return []
    if (
      cited.length > 2 ||
      listed.has(keyOf(label)) ||
      head ||
      // `Smith [1]`: only what is glued to a word or mark is meant as a call.
      /^\s?$/.test(before) ||
      (/[\p{L}\p{N}_)]/u.test(before) && number < 100)
    )
      return []
    // `list[568]`: the note keeps the number of its own call, wherever this one stands.
    return [{ ...damage(ground, label, 'call', start, index + whole.length), heals: [] }]
  })
}

/** `word[568]` and `[568]: Text`: both halves of the note have lost their caret. With an address alone it is the label of a link. */
function both(
  ground: Ground,
  label: string,
  { start, end, call }: { start: number; end: number; call: number },
): Damage {
  return {
    rule: 'footnote-without-caret',
    start,
    end,
    message: `note \`${label}\` has no caret, neither in its call nor before its text`,
    note: 'both would be printed in the running text',
    help: `write \`[^${label}]\` where it is called, and \`[^${label}]:\` here`,
    related: [
      {
        file: ground.chapter.file,
        position: ground.at(call, call + label.length + 2),
        message: 'called here',
      },
    ],
    heals: [
      { what: 'definition', label, offset: start },
      { what: 'call', label, offset: call },
    ],
  }
}

/** The note wants this call: by its label, or by its number where a note with a name lacks one. */
function lacks(ground: Ground, label: string): boolean {
  if (ground.lacksCall(label)) return true
  const number = numberOf(label)
  if (number === undefined || ground.isDefined(label) || !inRange(ground, number)) return false
  return hasLacking(ground)
}

/** A number stands for the note with a name that lacks its call there. */
function meantBy(ground: Ground, label: string, offset: number): string {
  const number = numberOf(label)
  return number === undefined ? label : calledByNumber(ground, number, offset)
}

const named = (ground: Ground, number: number): boolean => numbersOf(ground).has(String(number))

/** Whether some note has a text and no call; asked once for a chapter. */
const hasLacking = once((ground) =>
  ground.chapter.written.definitions.some(({ label }) => ground.lacksCall(label)),
)

/** The numbers of all notes that are called. */
const numbersOf = once(
  (ground) => new Set(ground.chapter.written.calls.map(({ number }) => number)),
)

function damage(
  ground: Ground,
  label: string,
  what: 'call' | 'definition',
  start: number,
  end: number,
): Damage {
  const spelled = ground.text.slice(start, end)
  const mended = `[^${label}]${what === 'definition' ? ':' : ''}`
  return {
    rule: 'footnote-without-caret',
    start,
    end,
    message:
      what === 'call'
        ? `note ${/^\d+$/.test(label) ? label : `\`${label}\``} is called as \`${spelled}\`, without its caret`
        : `the text of note \`[^${label}]\` begins with \`${spelled}\`, without a caret`,
    ...(what === 'call'
      ? {}
      : { note: 'it would be printed in the running text, or be read as the address of a link' }),
    help: `write \`${mended}\`, or \`\\${spelled}\` where brackets are meant`,
    ...(ground.isDefined(label) || ground.lacksText(label)
      ? { fix: [{ start, end, text: mended }] }
      : {}),
    heals: [
      { what, label: what === 'call' ? meantBy(ground, label, start) : label, offset: start },
    ],
  }
}
