import type { Damage, Finder } from '../damage.ts'
import { headsLine, keyOf, type Ground } from '../ground.ts'
import { startsBlock } from './starts-block.ts'

/** `[^568] : Text`, `[^568]：Text`, `[^568] Text`, `[^568:] Text`: at the head of a line, and no definition. */
export const footnoteColon: Finder = (ground) => [
  ...atHead(ground),
  ...emphasised(ground),
  ...twice(ground),
]

function atHead(ground: Ground): Damage[] {
  return ground.spelled.flatMap(({ label, position: { start, end } }): Damage[] => {
    if (!headsLine(ground.text, start.offset)) return []
    if (/[:：]$/.test(label) && isMissing(ground, label.slice(0, -1)))
      return [
        damage(
          ground,
          label.slice(0, -1),
          start.offset,
          end.offset,
          'the colon stands inside the brackets',
        ),
      ]
    if (ground.isDefined(label)) return []
    const lineEnd = ground.text.indexOf('\n', end.offset)
    const rest = ground.text.slice(end.offset, lineEnd === -1 ? undefined : lineEnd)
    const again = (ground.spelledByKey.get(keyOf(label))?.length ?? 0) > 1
    const mark = /^([ \t]*)([:：﹕∶︓ː꞉;]|&(?:#0{0,4}58|#x0{0,4}3a|colon);)/i.exec(rest)
    if (mark !== null && (mark[2] !== ';' || again)) {
      const what =
        mark[2] === ':'
          ? 'a space stands before the colon'
          : `\`${mark[2]}\` stands where a colon belongs`
      return [damage(ground, label, start.offset, end.offset + mark[0].length, what)]
    }
    // Without a colon it is told only by its call elsewhere and by its place at the head of a paragraph.
    const headsParagraph = startsBlock(ground.text, start.offset)
    const dash = /^[ \t]*(?:[.,–—=·-]|\)[.,]?|[.,)]{1,2}[:：])[ \t]/.exec(rest)
    if (!again || !headsParagraph) return []
    if (dash === null && !/^[ \t]+\S/.test(rest) && rest.trim() !== '') return []
    return [
      damage(
        ground,
        label,
        start.offset,
        end.offset + (dash?.[0].trimEnd().length ?? 0),
        dash === null || !/[:：]/.test(dash[0])
          ? 'no colon follows the label'
          : 'another mark stands before the colon',
      ),
    ]
  })
}

const emphasis = /^[ \t>]*([*_]{1,3})\[\^([^\s[\]\0]{1,80})\](?:\1:|:\1|\1)[ \t]/gm

/** `**[^568]:** Text`: marks of emphasis around the label, so that the line begins with them. */
function emphasised(ground: Ground): Damage[] {
  if (!ground.masked.includes('*[^') && !ground.masked.includes('_[^')) return []
  return [...ground.masked.matchAll(emphasis)].flatMap((match) => {
    const [whole, marks = '', label = ''] = match
    if (!ground.lacksText(label) || (ground.spelledByKey.get(keyOf(label))?.length ?? 0) < 2)
      return []
    const start = match.index + whole.indexOf(marks)
    const end = match.index + whole.length - 1
    return [damage(ground, label, start, end, 'marks of emphasis stand around the label')]
  })
}

/** `[^568]:: Text`: the second colon would be printed. */
function twice(ground: Ground): Damage[] {
  return ground.chapter.written.definitions.flatMap(({ label, position }) => {
    const colon = position.start.offset + label.length + 4
    const extra = /^[ \t]{0,3}[:：;][ \t]/.exec(ground.text.slice(colon, colon + 8))?.[0].trimEnd()
    if (extra === undefined) return []
    return [
      {
        ...damage(ground, label, position.start.offset, colon + extra.length, ''),
        message: `the text of note \`[^${label}]\` begins with a second \`${extra.trim()}\``,
        help: 'leave it out: it would be printed',
        heals: [],
      },
    ]
  })
}

const isMissing = (ground: Ground, label: string): boolean =>
  !ground.isDefined(label) && ground.lacksText(label)

function damage(ground: Ground, label: string, start: number, end: number, what: string): Damage {
  return {
    rule: 'footnote-colon',
    start,
    end,
    message: `\`${ground.text.slice(start, end)}\` begins no note: ${what}`,
    help: `write \`[^${label}]: \` before the text of the note`,
    fix: [{ start, end, text: `[^${label}]:` }],
    heals: [{ what: 'definition', label, offset: start }],
  }
}
