import { kindsOf } from '../kind.ts'
import {
  callOf,
  noteOf,
  paragraphs,
  recall,
  relabel,
  slice,
  superscript,
  withGap,
} from '../places.ts'
import { mutate, type Mutant, type Note, type View } from '../view.ts'

const error = kindsOf('typing', 'error')

const numberOf = (view: View, note: Note): number | undefined => callOf(view, note.label)?.number
const hasMore = (note: Note, { text }: View): boolean =>
  text.slice(note.start, note.end).includes('\n\n')
const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1

/** Cuts the file at an offset. The calls that lose their text count too: a reader would look there. */
function cut(view: View, at: number): Mutant {
  const text = view.text.slice(0, at)
  const lost = view.notes
    .filter(({ labelEnd }) => labelEnd >= at)
    .flatMap(({ label }) => callOf(view, label) ?? [])
  const also = [
    ...lost.filter(({ end }) => end <= at).map(({ start }) => start),
    ...(view.contract === undefined ? [] : [view.contract.start]),
    ...view.calls
      .filter(({ end }) => end <= at)
      .slice(-1)
      .map(({ start }) => start),
  ]
  return {
    text,
    lines: mutate(
      text,
      [
        { start: text.length, end: text.length, text: '' },
        { start: text.trimEnd().length, end: text.trimEnd().length, text: '' },
      ],
      also,
    ).lines,
  }
}
const cutRules = 'truncated-file undefined-footnote last-footnote unclosed-footnote'

/** Puts marks around or before a whole note. */
const wrapNote =
  (write: (source: string) => string) =>
  (view: View, random: { pick: <T>(list: readonly T[]) => T | undefined }): Mutant | undefined => {
    const note = random.pick(view.notes)
    const call = note && callOf(view, note.label)
    return (
      note &&
      call &&
      mutate(
        view.text,
        [{ start: note.start, end: note.end, text: write(slice(view, note.block)) }],
        [call.start],
      )
    )
  }

/** How the text of a note is misspelled or mislaid. */
export const typingTexts = [
  error(
    'colon-lost',
    'footnote-colon undefined-footnote',
    relabel(({ label }) => `[^${label}]`),
  ),
  error(
    'space-before-the-colon',
    'footnote-colon',
    relabel(({ label }) => `[^${label}] :`),
  ),
  error(
    'full-width-colon',
    'footnote-colon',
    relabel(({ label }, random) => `[^${label}]${random.one('：', '﹕', '∶')}`),
  ),
  error(
    'semicolon-for-a-colon',
    'footnote-colon',
    relabel(({ label }) => `[^${label}];`),
  ),
  error(
    'dash-or-dot-for-a-colon',
    'footnote-colon',
    relabel(({ label }, random) => `[^${label}]${random.one('.', ' –', ' -', ',', ' =')}`),
  ),
  error(
    'colon-in-the-brackets',
    'footnote-colon',
    relabel(({ label }) => `[^${label}:]`),
  ),
  error(
    'colon-twice',
    'footnote-colon',
    relabel(({ label }) => `[^${label}]::`),
  ),
  error(
    'label-in-bold',
    'footnote-colon undefined-footnote',
    relabel(({ label }, random) =>
      random.one(`**[^${label}]:**`, `**[^${label}]**:`, `*[^${label}]:*`),
    ),
  ),
  error(
    'label-as-heading-or-list',
    'footnote-in-heading undefined-footnote footnote-colon glued-footnote indented-footnote',
    relabel(({ label }, random) =>
      random.one(`## [^${label}]:`, `1. [^${label}]:`, `- [^${label}]:`),
    ),
  ),
  error(
    'caret-lost-before-text',
    'footnote-without-caret',
    relabel(({ label }) => `[${label}]:`),
  ),
  error(
    'caret-and-colon-lost-before-text',
    'footnote-without-caret',
    relabel(({ label }) => `[${label}]`),
  ),
  error(
    'bracket-lost-before-text',
    'unclosed-footnote',
    relabel(({ label }, random) => random.one(`^${label}]:`, `[^${label}:`, `[^${label} `)),
  ),
  error(
    'bracket-of-the-wrong-kind-before-text',
    'unclosed-footnote look-alike-bracket',
    relabel(({ label }, random) =>
      random.one(`[^${label}):`, `[^${label}}:`, `(^${label}):`, `［^${label}］:`, `[ˆ${label}]:`),
    ),
  ),
  error(
    'bracket-escaped-before-text',
    'escaped-footnote',
    relabel(({ label }, random) =>
      random.one(
        `\\[^${label}]:`,
        `\\[^${label}\\]:`,
        `[\\^${label}]:`,
        `[^${label}\\]:`,
        `[^${label}]\\:`,
      ),
    ),
  ),
  error(
    'space-in-the-brackets-before-text',
    'space-in-footnote',
    relabel(({ label }, random) => random.one(`[ ^${label}]:`, `[^ ${label}]:`, `[^${label} ]:`)),
  ),
  error(
    'label-over-two-lines-before-text',
    'split-footnote',
    relabel(({ label }) => `[^\n${label}]:`),
  ),
  error(
    'look-alike-letter-before-text',
    'footnote-label undefined-footnote',
    relabel(
      ({ label }) =>
        /[aeo]/.test(label)
          ? `[^${label.replace(/[aeo]/, (each) => ({ a: 'а', e: 'е', o: 'о' })[each] ?? each)}]:`
          : undefined,
      ({ label }) => /[aeo]/.test(label),
    ),
  ),
  error(
    'invisible-character-before-text',
    'footnote-label undefined-footnote',
    relabel(({ label }, random) => `[^${label}${random.one('\u200b', '\u00ad', '\ufeff')}]:`),
  ),
  error(
    'text-numbered-by-hand',
    'footnote-typed-by-hand footnote-without-caret undefined-footnote',
    relabel((note, random, view) => {
      const number = numberOf(view, note)
      return number === undefined
        ? undefined
        : random.one(
            `${number}.`,
            `${number})`,
            superscript(number),
            `<sup>${number}</sup>`,
            `${number}`,
          )
    }),
  ),
  error(
    'label-lost',
    'undefined-footnote',
    relabel((_, random) => random.one('', ':')),
  ),
  error(
    'whole-note-typed-by-hand',
    'footnote-typed-by-hand footnote-without-caret footnote-gap last-footnote',
    (view, random) => {
      const call = random.pick(
        view.calls.filter(
          ({ numeric, block }, index) =>
            numeric && block.kind === 'paragraph' && index > 0 && index + 1 < view.calls.length,
        ),
      )
      const note = call && noteOf(view, call.label)
      if (call === undefined || note === undefined) return undefined
      const { number } = call
      const [a, b] = random.one(
        [superscript(number), superscript(number)],
        [`[${number}]`, `[${number}]`],
        [`^${number}^`, `${number}.`],
        [`<sup>${number}</sup>`, `<sup>${number}</sup>`],
      )
      const next = view.calls.find(({ start, numeric }) => start > call.start && numeric)
      return mutate(
        view.text,
        [
          { start: call.start, end: call.end, text: a ?? '' },
          { start: note.start, end: note.labelEnd, text: b ?? '' },
        ],
        next ? [next.start] : [],
      )
    },
  ),
  error(
    'text-indented-as-code',
    'indented-footnote footnote-in-code',
    relabel((note, random) => `${random.one('    ', '\t', '      ')}[^${note.label}]:`),
  ),
  error('text-on-the-line-of-the-paragraph-above', 'glued-footnote', (view, random) => {
    const notes = view.notes.filter(({ start }) =>
      paragraphs(view).some(({ end }) => /^\n+$/.test(view.text.slice(end, start))),
    )
    const note = random.pick(notes)
    if (note === undefined) return undefined
    const end = view.text.slice(0, note.start).trimEnd().length
    return mutate(view.text, [{ start: end, end: note.start, text: ' ' }])
  }),
  error('text-on-the-line-of-the-note-above', 'glued-footnote', (view, random) => {
    const note = random.pick(
      view.notes.filter(({ start }) =>
        view.notes.some(({ end }) => /^\n+$/.test(view.text.slice(end, start))),
      ),
    )
    if (note === undefined) return undefined
    const end = view.text.slice(0, note.start).trimEnd().length
    return mutate(view.text, [{ start: end, end: note.start, text: random.one(' ', '  ') }])
  }),
  error('continuation-not-indented', 'footnote-continuation', (view, random) => {
    const note = random.pick(view.notes.filter((each) => hasMore(each, view)))
    if (note === undefined) return undefined
    const at = view.text.indexOf('\n\n', note.start) + 2
    const source = view.text.slice(at, note.end)
    return mutate(view.text, [
      { start: at, end: note.end, text: source.replace(/^(?: {4}|\t)/gm, '') },
    ])
  }),
  error('continuation-indented-too-little', 'footnote-continuation', (view, random) => {
    const note = random.pick(view.notes.filter((each) => hasMore(each, view)))
    if (note === undefined) return undefined
    const at = view.text.indexOf('\n\n', note.start) + 2
    const source = view.text.slice(at, note.end)
    return mutate(view.text, [
      { start: at, end: note.end, text: source.replace(/^ {4}/gm, random.one(' ', '  ', '   ')) },
    ])
  }),
  error('address-of-the-note-on-a-line-of-its-own', 'footnote-continuation', (view, random) => {
    const note = random.pick(
      view.notes.filter(
        ({ start, end }) =>
          /<https?:[^>]*>\.?$/.test(view.text.slice(start, end)) &&
          !view.text.slice(start, end).includes('\n'),
      ),
    )
    if (note === undefined) return undefined
    const at = view.text.lastIndexOf('<', note.end)
    return mutate(view.text, [
      { start: view.text.slice(0, at).trimEnd().length, end: at, text: '\n\n' },
    ])
  }),
  error(
    'text-begins-with-its-number',
    'footnote-numbered-twice',
    relabel((note, random, view) => {
      const number = numberOf(view, note)
      return number === undefined
        ? undefined
        : `[^${note.label}]: ${random.one(`${number}.`, `${number})`, `[${number}]`, `(${number})`, superscript(number), `<sup>${number}</sup>`, `${number}`, `${number}:`, `^${number}^`)}`
    }),
  ),
  error(
    'text-begins-with-the-next-number',
    'footnote-numbered-twice',
    relabel((note, random, view) => {
      const number = numberOf(view, note)
      return number === undefined
        ? undefined
        : `[^${note.label}]: ${random.one(`${number + 1}.`, `${number - 1}.`, `[${number + 1}]`)}`
    }),
  ),
  error('fence-not-closed', 'unclosed-fence', (view, random) => {
    const block = random.pick(
      paragraphs(view).filter(
        ({ start }) =>
          view.calls.some((call) => call.start > start) ||
          view.notes.some((note) => note.start > start),
      ),
    )
    return (
      block &&
      mutate(view.text, [
        {
          start: block.start,
          end: block.start,
          text: `${random.one('```', '~~~', '```text')}\nsome code\n\n`,
        },
      ])
    )
  }),
  error('close-of-a-fence-lost', 'unclosed-fence', (view, random) => {
    const fence = random.pick(view.blocks.filter(({ kind }) => kind === 'fence'))
    if (fence === undefined) return undefined
    const at = lineStart(view.text, fence.end)
    return mutate(view.text, [{ start: at - 1, end: fence.end, text: '' }], [fence.start])
  }),
  error('comment-not-closed', 'unclosed-fence', (view, random) => {
    const block = random.pick(
      paragraphs(view).filter(({ start }) => view.calls.some((call) => call.start > start)),
    )
    return (
      block &&
      mutate(view.text, [{ start: block.start, end: block.start, text: '<!-- ask the author\n\n' }])
    )
  }),
  error(
    'note-in-a-fence',
    'footnote-in-code',
    wrapNote((source) => `\`\`\`\n${source}\n\`\`\``),
  ),
  error(
    'note-in-a-comment',
    'footnote-in-comment',
    wrapNote((source) => `<!--\n${source}\n-->`),
  ),
  error(
    'note-in-a-list-item',
    'glued-footnote indented-footnote',
    wrapNote((source) => `- ${source.replaceAll('\n', '\n  ')}`),
  ),
  error('file-cut-in-a-call', cutRules, (view, random) => {
    const call = random.pick(view.calls.slice(Math.floor(view.calls.length / 2)))
    return call && cut(view, call.start + random.whole(1, 3))
  }),
  error('file-cut-in-a-note', cutRules, (view, random) => {
    const note = random.pick(view.notes.slice(Math.floor(view.notes.length / 2), -1))
    return note && cut(view, random.whole(note.labelEnd, note.end - 2))
  }),
  error('file-cut-between-blocks', cutRules, (view, random) => {
    const note = random.pick(view.notes.slice(Math.floor(view.notes.length / 2)))
    return note && cut(view, note.start)
  }),
  error('all-carets-lost', 'footnote-without-caret undefined-footnote last-footnote', (view) =>
    mutate(
      view.text,
      [...view.calls, ...view.notes].map(({ start }) => ({
        start: start + 1,
        end: start + 2,
        text: '',
      })),
      view.contract === undefined ? [] : [view.contract.start],
    ),
  ),
  error('all-calls-escaped-by-a-converter', 'escaped-footnote unused-footnote', (view) =>
    mutate(
      view.text,
      view.calls.map(({ start, end, label }) => ({ start, end, text: `\\[^${label}\\]` })),
    ),
  ),
  error('all-texts-deleted', 'undefined-footnote last-footnote', (view) =>
    mutate(
      view.text,
      view.notes.map(({ block }) => ({ ...withGap(view, block), text: '' })),
      view.calls.map(({ start }) => start),
    ),
  ),
  error('caption-call-mislabelled', 'undefined-footnote footnote-called-twice', (view, random) => {
    const call = random.pick(
      view.calls.filter(({ block }) =>
        ['caption', 'figure', 'table', 'list', 'quote'].includes(block.kind),
      ),
    )
    return call && mutate(view.text, [{ ...call, text: `[^${call.label}x]` }])
  }),
  error(
    'two-calls-run-together',
    'unclosed-footnote footnote-label undefined-footnote',
    recall(
      ({ label }, random, view) => {
        const other = random.pick(view.notes.filter((note) => note.label !== label))?.label
        return other === undefined
          ? undefined
          : random.one(`[^${label},${other}]`, `[^${label}; ${other}]`, `[^${label}-${other}]`)
      },
      { andNote: true },
    ),
  ),
]
