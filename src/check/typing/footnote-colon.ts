import type { Damage, Finder } from '../damage.ts'
import { headsLine, keyOf, type Ground } from '../ground.ts'

/** `[^568] : Text`, `[^568]：Text`, `[^568] Text`, `[^568:] Text`: at the head of a line, and no definition. */
export const footnoteColon: Finder = (ground) => {
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
    const mark = /^([ \t]*)([:：﹕∶︓;])/.exec(rest)
    if (mark !== null && (mark[2] !== ';' || again)) {
      const what =
        mark[2] === ':'
          ? 'a space stands before the colon'
          : `\`${mark[2]}\` stands where a colon belongs`
      return [damage(ground, label, start.offset, end.offset + mark[0].length, what)]
    }
    // Without a colon it is told only by its call elsewhere and by its place at the head of a paragraph.
    const headsParagraph = startsBlock(ground.text, start.offset)
    const dash = /^[ \t]*[.–—-][ \t]/.exec(rest)
    if (!again || !headsParagraph) return []
    if (dash === null && !/^[ \t]+\S/.test(rest) && rest.trim() !== '') return []
    return [
      damage(
        ground,
        label,
        start.offset,
        end.offset + (dash?.[0].trimEnd().length ?? 0),
        'no colon follows the label',
      ),
    ]
  })
}

const isMissing = (ground: Ground, label: string): boolean =>
  !ground.isDefined(label) && ground.lacksText(label)

/** A blank line, the start of the text or a definition stands above. */
function startsBlock(text: string, at: number): boolean {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1
  if (lineStart === 0) return true
  const above = text
    .slice(text.lastIndexOf('\n', lineStart - 2) + 1, lineStart - 1)
    .replaceAll('>', ' ')
  return above.trim() === '' || /^\s{0,3}\[\^[^\s\]]+\]/.test(above)
}

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
