import type { Damage, Finder } from '../damage.ts'
import { keyOf, numberOf, type Ground } from '../ground.ts'
import { digitOf, hasMixedScripts, skeletonOf } from '../typing/look-alikes.ts'

/** Longer labels are sentences, or a bracket that was left open. */
const longest = 64

interface Place {
  readonly label: string
  readonly kind: 'call' | 'definition'
  readonly start: number
  readonly end: number
}

/**
 * Labels that a person cannot tell apart or type again. Letters of one script, digits, dashes, dots
 * and underscores are fine; so is either Unicode normal form, as long as call and note agree.
 */
export const footnoteLabel: Finder = (ground) => {
  if (arePlain(ground)) return []
  const byKey = new Map<string, Place[]>()
  for (const place of placesOf(ground)) {
    const key = keyOf(place.label)
    const same = byKey.get(key)
    if (same === undefined) byKey.set(key, [place])
    else same.push(place)
  }
  const bySkeleton = new Map<string, string[]>()
  for (const key of byKey.keys()) {
    const skeleton = skeletonOf(key)
    const same = bySkeleton.get(skeleton)
    if (same === undefined) bySkeleton.set(skeleton, [key])
    else same.push(key)
  }
  return [...byKey.entries()].flatMap(([key, places]): Damage[] => {
    const [first, ...others] = places
    if (first === undefined) return []
    const twins = (bySkeleton.get(skeletonOf(key)) ?? []).filter((other) => other !== key)
    const twin = byKey.get(twins[0] ?? '')?.[0]
    // Of two that look the same, the one that is wrong by itself speaks for both.
    const isTold = twin !== undefined && faultOf(ground, twin.label, undefined) !== undefined
    const fault = faultOf(ground, first.label, isTold ? undefined : twin?.label)
    if (fault === undefined) return []
    const meant = twin?.label ?? fault.meant
    const isPaired = new Set(places.map(({ kind }) => kind)).size === 2
    return [
      {
        rule: 'footnote-label',
        start: first.start,
        end: first.end,
        message: `the label \`${shown(first.label)}\` ${fault.what}`,
        help:
          meant === undefined
            ? 'give the note a short label of letters, digits and dashes, in its call and before its text'
            : `write \`[^${meant}]\` in its call and before its text`,
        ...(twin === undefined && others[0] === undefined
          ? {}
          : {
              related: [
                {
                  file: ground.chapter.file,
                  position: ground.at(
                    (twin ?? others[0] ?? first).start,
                    (twin ?? others[0] ?? first).end,
                  ),
                  message: twin === undefined ? 'and here' : `looks like \`[^${twin.label}]\` here`,
                },
              ],
            }),
        ...(meant === undefined ? {} : { meant }),
        // A label that is wrong in call and text alike pairs as it stands, and counts as a name.
        heals: places.flatMap(({ kind, start }) => [
          ...(isPaired || meant === undefined ? [] : [{ what: kind, label: meant, offset: start }]),
          { what: kind, label: first.label, offset: start },
        ]),
      },
    ]
  })
}

/** A number as printed, or small letters with one among them that looks like no digit: such labels have no fault, and no two look the same. */
const plain = /^(?:[1-9]\d{0,6}|(?=[lo\d]*[a-km-np-z-])[a-z\d-]{1,64})$/

/** Nearly every chapter. */
const arePlain = ({ spelled, chapter }: Ground): boolean =>
  spelled.every(({ label }) => plain.test(label)) &&
  chapter.written.definitions.every(({ label }) => plain.test(label))

function placesOf(ground: Ground): Place[] {
  const calls = ground.spelled.map(({ label, position: { start, end } }) => ({
    label,
    kind: 'call' as const,
    start: start.offset,
    end: end.offset,
  }))
  const definitions = ground.chapter.written.definitions.map(({ label, position: { start } }) => ({
    label,
    kind: 'definition' as const,
    start: start.offset,
    end: start.offset + label.length + 4,
  }))
  return [...calls, ...definitions].sort((a, b) => a.start - b.start)
}

interface Fault {
  readonly what: string
  readonly meant?: string
}

/** What is wrong with a label; `twin` is another label of the chapter that looks the same. */
function faultOf(ground: Ground, label: string, twin: string | undefined): Fault | undefined {
  const hidden = /[\p{Cf}\p{Cc}\u115f\u1160\u3164\ufe00-\ufe0f\u034f]/u.exec(label)?.[0]
  if (hidden !== undefined)
    return {
      what: `holds the invisible character ${pointOf(hidden)}`,
      meant: label.replace(/[\p{Cf}\p{Cc}]/gu, ''),
    }
  const space = /[\p{Z}]/u.exec(label)?.[0]
  if (space !== undefined)
    return { what: `holds the space ${pointOf(space)}`, meant: label.replace(/\p{Z}+/gu, '') }
  const odd = [...label].find(
    (character) => /[\p{Nd}\uff01-\uff5e⁰-₉¹²³]/u.test(character) && !/\d/.test(character),
  )
  if (odd !== undefined) {
    const plain = [...label]
      .map((character) => digitOf(character) ?? character.normalize('NFKC'))
      .join('')
    return { what: `holds ${pointOf(odd)}, which is no plain digit or letter`, meant: plain }
  }
  const mixed = hasMixedScripts(label)
  if (mixed !== undefined)
    return {
      what: `mixes alphabets: ${pointOf(mixed)} only looks like \`${skeletonOf(mixed)}\``,
      meant: skeletonOf(label),
    }
  const digits = digitLike(ground, label)
  if (digits !== undefined) return { what: `holds a letter that looks like a digit`, meant: digits }
  if (/^0\d+$/.test(label))
    return { what: 'begins with a zero', meant: label.replace(/^0+(?=\d)/, '') }
  if (label.length > longest) return { what: `is ${label.length} characters long` }
  const mark = /[<>&"*`|{}()\\/#%^$!?=]/.exec(label)?.[0]
  if (mark !== undefined) {
    // Beside the label of a note, the mark is what is wrong: `[^^568]`, `[^568*]`.
    const plain = label.replace(/[<>&"*`|{}()\\/#%^$!?=]/g, '')
    return {
      ...(ground.isDefined(plain) || ground.lacksText(plain) ? { meant: plain } : {}),
      what: `holds \`${mark === '`' ? 'a backtick' : mark}\`, a character of markup or of paths`.replace(
        '`a backtick`',
        'a backtick',
      ),
    }
  }
  // A twin without a fault of its own: composed and decomposed letters, or another alphabet throughout.
  if (twin !== undefined && !ground.isDefined(label) && ground.isDefined(twin))
    return { what: `looks like \`${twin}\`, but is written with other characters` }
  return undefined
}

/** `56O`: a letter among digits that stand for a number of this chapter, or that no one would write so. */
function digitLike(ground: Ground, label: string): string | undefined {
  if (!/^[\dOoQlISBZ|]+$/.test(label) || !/\d/.test(label) || !/\D/.test(label)) return undefined
  const letters: Record<string, string> = {
    O: '0',
    o: '0',
    Q: '0',
    l: '1',
    I: '1',
    '|': '1',
    S: '5',
    B: '8',
    Z: '2',
  }
  const plain = [...label].map((character) => letters[character] ?? character).join('')
  const number = numberOf(plain)
  if (number === undefined) return undefined
  const { range } = ground
  const fits =
    range !== undefined && number >= range.first - 1 && number <= range.last + 1 && number > 9
  const digits = label.replace(/\D/g, '').length
  // "581B" and "S2" can be meant; "5O8" and "56O" cannot.
  const within = /\d[OolISQ|]/.test(label) && digits * 2 > label.length
  if (ground.lacksCall(plain) || ground.lacksText(plain)) return plain
  return within || (fits && numericNotes(ground)) ? plain : undefined
}

const numericNotes = (ground: Ground): boolean =>
  ground.chapter.written.definitions.some(({ label }) => numberOf(label) !== undefined)

const pointOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** A label as it can be shown: what cannot be seen by its code point, what is too long cut. */
function shown(label: string): string {
  const visible = label.replace(/[\p{Cf}\p{Cc}\p{Z}]/gu, (character) => `<${pointOf(character)}>`)
  return visible.length > 40 ? `${visible.slice(0, 39)}…` : visible
}
