import type { WrittenDefinition } from '../../model/written.ts'
import type { Damage, Finder } from '../damage.ts'
import { keyOf, type Ground } from '../ground.ts'
import { once } from '../once.ts'

/**
 * `… decided in the law⏎[^568]: more text`: a call before a colon that came to the head of a line when
 * lines were broken anew. There it begins the text of a note, and takes the rest of the paragraph along
 * (a definition interrupts a paragraph, as micromark and cmark-gfm both read it). It is told by its
 * note, which is called nowhere, and by what it breaks into: a sentence, or a second text of the note.
 */
export const callReadAsText: Finder = (ground) => {
  const { definitions } = ground.chapter.written
  return definitions.flatMap((definition): Damage[] => {
    if (ground.calls.has(keyOf(definition.label))) return []
    const above = wordAbove(ground, definition)
    return above === undefined ? [] : tell(ground, definition, above)
  })
}

/** The end of the line above and its last word, where that line is of a paragraph of the text. */
interface Above {
  readonly end: number
  readonly word: string
}

function wordAbove(ground: Ground, { position: { start } }: WrittenDefinition): Above | undefined {
  const lineStart = start.offset - (start.column - 1)
  const head = ground.text.slice(lineStart, start.offset)
  if (lineStart === 0 || head.length > 40 || head.trim() !== '') return undefined
  let end = lineStart - 1
  while (/[ \t]/.test(ground.text[end - 1] ?? '')) end--
  if (!endsOfParagraphs(ground).has(end)) return undefined
  const word = /\S{1,30}$/.exec(ground.text.slice(Math.max(0, end - 30), end))?.[0]
  return word === undefined ? undefined : { end, word }
}

const endsOfParagraphs = once(
  ({ chapter }) =>
    new Set(
      chapter.written.prose.flatMap(({ place, inNote, position }) =>
        place === 'paragraph' && inNote === undefined ? [position.end.offset] : [],
      ),
    ),
)

function tell(ground: Ground, { label, position }: WrittenDefinition, above: Above): Damage[] {
  const start = position.start.offset
  const end = start + label.length + 4
  const hasText = (ground.definitions.get(keyOf(label))?.length ?? 0) > 1
  const isWithin =
    /[\p{L}\p{M}\p{N},;–—]$/u.test(above.word) && !/[\u3000-\u9fff]$/u.test(above.word)
  const goesOn = /^[ \t]*[\p{Ll}]/u.test(ground.text.slice(end, end + 20))
  if (!(hasText ? isWithin || goesOn : isWithin && goesOn)) return []
  const call = `[^${label}]:`
  const blanks = /^[ \t]*/.exec(ground.text.slice(end, end + 40))?.[0].length ?? 0
  const swallowed = ground.chapter.written.calls.filter(
    ({ position: { start: at }, inNote }) =>
      inNote !== undefined && at.offset > start && at.offset < position.end.offset,
  )
  return [
    {
      rule: 'glued-footnote',
      start,
      end,
      message: `\`${call}\` at the head of a line begins the text of a note, in the middle of a sentence`,
      note: 'the rest of the paragraph would be printed as that note, and its number would be missing here',
      help: hasText
        ? `put the call behind the last word of the line above: \`${above.word}${call}\``
        : `put a call behind the last word of the line above, \`${above.word}${call}\`, and write the text of its note; or leave a blank line above, and call the note`,
      ...(hasText && isWithin && goesOn
        ? { fix: [{ start: above.end, end: end + blanks, text: `${call}\n` }] }
        : {}),
      heals: [
        { what: 'call', label, offset: start },
        ...(hasText ? [] : [{ what: 'definition' as const, label, offset: start }]),
        ...swallowed.map((each) => ({
          what: 'call' as const,
          label: each.label,
          offset: each.position.start.offset,
        })),
      ],
    },
  ]
}
