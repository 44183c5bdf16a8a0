import type { Line } from './lines.ts'
import { doubted, joined, type Remark, type Remarked } from './report.ts'
import { unmarkCalls } from './superscript.ts'

/** The words of a text, in small letters, hyphens kept: what tells `re-form` from `reform`. */
export type Vocabulary = ReadonlySet<string>

const WORD = /\p{L}+(?:-\p{L}+)*/gu

/** Collects the words that no line end cuts. */
export function readVocabulary(lines: readonly Line[]): Vocabulary {
  const words = new Set<string>()
  for (const { text } of lines) {
    // The last word of a line may be the half of one.
    for (const word of text.replace(/(?<!\p{L})\p{L}+-$/u, '').matchAll(WORD))
      words.add(word[0].toLowerCase())
  }
  return words
}

/**
 * Joins two stretches of text that a line end or page end parts: with a space, or without one
 * inside a word or an address. `lines` is where the cut is, for the remark.
 */
export function joinText(
  before: string,
  after: string,
  vocabulary: Vocabulary,
  lines: readonly Line[],
): Remarked<string> {
  if (before === '' || after === '') return { value: before + after, remarks: [] }
  const address = joinAddress(before, after, lines)
  if (address !== undefined) return address
  const half = /(?<!\p{L})(\p{L}+(?:-\p{L}+){0,20})([-\u00AD\u2010])$/u.exec(before.slice(-80))
  const rest = /^\p{Ll}\p{L}*/u.exec(after)?.[0]
  if (half?.[1] === undefined || rest === undefined) {
    return { value: `${before} ${after}`, remarks: [] }
  }
  const whole = half[1] + rest
  const hyphened = `${half[1]}-${rest}`
  const keeps = vocabulary.has(hyphened.toLowerCase()) && half[2] !== '\u00AD'
  const value = before.slice(0, -1) + (keeps ? (half[2] ?? '') : '') + after
  const word = unmarkCalls(keeps ? hyphened : whole)
  const known = keeps || half[2] === '\u00AD' || vocabulary.has(whole.toLowerCase())
  const remark = known
    ? joined(lines, `joined the word \`${word}\``)
    : doubted(
        lines,
        `joined the cut word \`${word}\`, which the text has nowhere else`,
        `see whether it is written \`${hyphened}\``,
      )
  return { value, remarks: [remark] }
}

/** An address in angle brackets goes on until they close; a bare one when its end and the next beginning say so. */
function joinAddress(
  before: string,
  after: string,
  lines: readonly Line[],
): Remarked<string> | undefined {
  const token = /(<?)(?:https?:\/\/|www\.)[^\s<>]*$/.exec(before.slice(-2000))
  if (token === null) return undefined
  const rest = /^[^\s<>]+(>?)/.exec(after)
  if (token[1] === '<' && rest !== null) {
    return { value: before + after, remarks: [joined(lines, 'joined an address')] }
  }
  const next = rest?.[0] ?? ''
  // What words of a sentence never hold: a slash, an equals sign, a file's ending.
  const likely = /[/=&?%#]|\.(?:html?|pdf|aspx?|php)\b|^[A-Za-z_-]*\d[\w-]*-[\w-]/.test(next)
  if (/^https?:/.test(next) || !(likely || /[/_=&?%#-]$/.test(before))) return undefined
  if (!likely && /[/]$/.test(before) && /^\p{Lu}/u.test(next)) return undefined
  return {
    value: before + after,
    remarks: [
      doubted(lines, 'joined a bare address that a line end cuts', 'see where the address ends'),
    ],
  }
}

/** Joins the lines of a paragraph. */
export function joinLines(lines: readonly Line[], vocabulary: Vocabulary): Remarked<string> {
  const remarks: Remark[] = []
  const done: string[] = []
  let value = ''
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    const cut = before === undefined ? [line] : [before, line]
    const step = joinText(value, line.text.replace(/[ \t]+/g, ' '), vocabulary, cut)
    value = step.value
    remarks.push(...step.remarks)
    // Only the end of what is joined matters, and a string that grows would be copied every time.
    const space = value.length > 8000 ? value.lastIndexOf(' ', value.length - 4000) : -1
    if (space < 0) return
    done.push(value.slice(0, space))
    value = value.slice(space)
  })
  return { value: done.join('') + value, remarks }
}
