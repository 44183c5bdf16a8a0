import { kindsOf } from '../kind.ts'
import { noteOf, paragraphs, rewrite, slice, withGap } from '../places.ts'
import { mutate, type Edit, type Mutant, type View } from '../view.ts'

const benign = kindsOf('benign', 'benign')

const form = (text: string): Mutant => ({ text, lines: [] })
const bytes = (view: View, change: (text: string) => Buffer): Mutant => ({
  text: view.text,
  bytes: change(view.text),
  lines: [],
})

/** Breaks the lines of all paragraphs, and of notes where asked, at a width. A line never begins with what would open another block. */
function reflow(view: View, width: number, kinds: readonly string[], hang = ''): Mutant {
  const wrap = (source: string): string => {
    const made: string[] = []
    let line = ''
    for (const word of source.split(/\s+/)) {
      const opens = /^(?:[-+*>#=|:]|\d+[.)]|\[\^[^\]]*\]:|~~~|```)/.test(word)
      if (line !== '' && line.length + word.length + 1 > width && !opens) {
        made.push(line)
        line = hang + word
      } else line = line === '' ? word : `${line} ${word}`
    }
    return [...made, line].join('\n')
  }
  const edits = view.blocks
    .filter(
      (block) =>
        kinds.includes(block.kind) && !/`| {2}\n|\\\n|\n\n|\n\s*[-*>]/.test(slice(view, block)),
    )
    .map((block): Edit => ({ ...block, text: wrap(slice(view, block)) }))
  return mutate(view.text, edits)
}

/** Takes all notes out of the text and hands them back in order. */
function without(view: View): { readonly text: string; readonly notes: readonly string[] } {
  return {
    text: mutate(
      view.text,
      view.notes.map(({ block }) => ({ ...withGap(view, block), text: '' })),
    ).text.trimEnd(),
    notes: view.notes.map(({ block }) => slice(view, block)),
  }
}

/** Changes of form: the words stay. */
export const benignForm = [
  benign('lines-broken-narrow', '', (view) => reflow(view, 44, ['paragraph'])),
  benign('lines-broken-wide', '', (view) => reflow(view, 110, ['paragraph'])),
  benign(
    'lines-of-figures-broken',
    '',
    rewrite(/(?<=[\w.]) (?=\w)/, () => '\n', ['figure']),
  ),
  benign('lines-joined', '', (view) => reflow(view, 100_000, ['paragraph', 'note'])),
  benign('lines-of-notes-broken', '', (view, random) =>
    reflow(view, 60, ['paragraph', 'note'], random.one('', '    ')),
  ),
  benign('texts-at-the-end', '', (view) => {
    const { text, notes } = without(view)
    return form(`${text}\n\n${notes.join('\n\n')}\n`)
  }),
  benign('texts-in-reverse', '', (view) => {
    const { text, notes } = without(view)
    return form(`${text}\n\n${[...notes].reverse().join('\n\n')}\n`)
  }),
  benign('texts-before-everything', '', (view) => {
    const { text, notes } = without(view)
    const head = view.blocks.find(({ kind }) => kind === 'metadata')
    const at = head === undefined ? 0 : head.end + 1
    return form(`${text.slice(0, at)}\n${notes.join('\n\n')}\n\n${text.slice(at)}\n`)
  }),
  benign('texts-after-their-paragraphs', '', (view) => {
    const edits: Edit[] = view.notes.map(({ block }) => ({ ...withGap(view, block), text: '' }))
    const blocks = new Map(
      view.calls.map((call) => [
        call.block,
        view.calls.filter(({ block }) => block === call.block),
      ]),
    )
    for (const [block, calls] of blocks) {
      // A caption has to follow its table at once.
      const next = view.blocks[view.blocks.indexOf(block) + 1]
      const at = block.kind === 'table' && next?.kind === 'caption' ? next.end : block.end
      const texts = calls
        .flatMap(({ label }) => noteOf(view, label) ?? [])
        .map((note) => slice(view, note))
      edits.push({ start: at, end: at, text: `\n\n${texts.join('\n\n')}` })
    }
    return form(mutate(view.text, edits).text.replace(/\n{3,}/g, '\n\n'))
  }),
  benign('texts-without-blank-lines-between', '', (view) =>
    form(view.text.replace(/\n\n(?=\[\^[^\]\s]+\]:)/g, '\n')),
  ),
  benign('texts-with-blank-lines-between', '', (view) =>
    form(view.text.replace(/\n+(?=\[\^[^\]\s]+\]:)/g, '\n\n\n')),
  ),
  benign('crlf', '', (view) => bytes(view, (text) => Buffer.from(text.replaceAll('\n', '\r\n')))),
  benign('byte-order-mark', '', (view) => bytes(view, (text) => Buffer.from(`\ufeff${text}`))),
  benign('decomposed-letters', '', (view) => form(view.text.normalize('NFD'))),
  benign('composed-letters', '', (view) => form(view.text.normalize('NFC'))),
  benign('one-space-at-line-ends', '', (view) => form(view.text.replace(/(?<=[^\s-])\n/g, ' \n'))),
  benign('spaces-on-blank-lines', '', (view) => form(view.text.replace(/\n\n/g, '\n  \n'))),
  benign('no-line-end-at-the-end', '', (view) => form(view.text.trimEnd())),
  benign('many-blank-lines', '', (view) =>
    form(`${view.text.replace(/\n\n(?!:)/g, '\n\n\n\n')}\n\n\n`),
  ),
  benign('setext-headings', '', (view) =>
    form(
      view.text.replace(
        /^(##?) (.+)$/gm,
        (_, marks: string, words: string) => `${words}\n${(marks === '#' ? '=' : '-').repeat(8)}`,
      ),
    ),
  ),
  benign('closing-marks-of-headings', '', (view) =>
    form(view.text.replace(/^(#{1,6}) ([^{\n]+)$/gm, '$1 $2 $1')),
  ),
  benign('other-bullets', '', (view, random) =>
    form(view.text.replace(/^[-*+](?= )/gm, random.one('-', '*', '+'))),
  ),
  benign('emphasis-with-underscores', '', (view) =>
    form(view.text.replace(/(?<![*\w])\*([^*\n]+)\*(?![*\w])/g, '_$1_')),
  ),
  benign('strong-with-underscores', '', (view) =>
    form(view.text.replace(/\*\*([^*\n]+)\*\*/g, '__$1__')),
  ),
  benign('tabs-for-continuations', '', (view) => form(view.text.replace(/^ {4}(?=\S)/gm, '\t'))),
  benign('deeper-continuations', '', (view) =>
    mutate(
      view.text,
      view.notes.map((note) => ({
        start: note.start,
        end: note.end,
        text: slice(view, note).replace(/^ {4}(?=[A-Z“<])/gm, '      '),
      })),
    ),
  ),
  benign('labels-capitalised-in-calls', '', (view) =>
    mutate(
      view.text,
      view.calls
        .filter(({ numeric }) => !numeric)
        .map(({ start, end, label }) => ({
          start,
          end,
          text: `[^${label[0]?.toUpperCase()}${label.slice(1)}]`,
        })),
    ),
  ),
  benign('a-label-given-another-name', '', (view, random) => {
    const call = random.pick(
      view.calls.filter(({ label, numeric }) => !numeric && !view.text.includes(`@fn-${label}`)),
    )
    const note = call && noteOf(view, call.label)
    if (call === undefined || note === undefined) return undefined
    const label = random.one('smith2019', 'Smith_2019', 'a.b', 'é-court', 'заметка', '注', 'n1')
    return mutate(view.text, [
      { start: call.start, end: call.end, text: `[^${label}]` },
      { start: note.start, end: note.labelEnd, text: `[^${label}]:` },
    ])
  }),
  benign('no-space-after-the-colon', '', (view) =>
    mutate(
      view.text,
      view.notes
        .map(({ labelEnd }) => ({ start: labelEnd, end: labelEnd + 1, text: '' }))
        .filter(({ start }) => /^ [A-Za-z]/.test(view.text.slice(start, start + 2))),
    ),
  ),
  benign('text-on-the-line-below-its-label', '', (view, random) => {
    const note = random.pick(view.notes)
    return (
      note && mutate(view.text, [{ start: note.labelEnd, end: note.labelEnd + 1, text: '\n    ' }])
    )
  }),
  benign('notes-indented-by-some-spaces', '', (view, random) =>
    mutate(
      view.text,
      view.notes
        .filter((note) => !slice(view, note).includes('\n'))
        .map(({ start }) => ({ start, end: start, text: random.one(' ', '  ', '   ') })),
    ),
  ),
  benign(
    'hard-breaks',
    '',
    rewrite(/, (?=[a-z])/, (_, random) => random.one(',  \n', ',\\\n')),
  ),
  benign(
    'no-break-spaces',
    '',
    rewrite(/(?<=\d) (?=[A-Za-z]{2})/, (_, random) => random.one('\u00a0', '\u202f', '&nbsp;')),
  ),
  benign(
    'soft-hyphens',
    '',
    rewrite(/(?<=[a-z]{4})(?=[a-z]{4})/, () => '\u00ad'),
  ),
  benign(
    'entities-for-marks',
    '',
    rewrite(/ (?=[a-z])/, (_, random) => random.one(' &ndash; ', '&nbsp;', ' &amp; ')),
  ),
  benign('a-note-of-several-paragraphs', '', (view, random) => {
    const note = random.pick(view.notes)
    return (
      note &&
      mutate(view.text, [
        {
          start: note.end,
          end: note.end,
          text: '\n\n    The second edition leaves this out, as its editor says in the preface.',
        },
      ])
    )
  }),
  benign('a-note-with-a-list', '', (view, random) => {
    const note = random.pick(view.notes)
    return (
      note &&
      mutate(view.text, [
        {
          start: note.end,
          end: note.end,
          text: random.one(
            '\n\n    - the first state\n    - the second state',
            '\n\n    1. the first state\n    2. the second state',
          ),
        },
      ])
    )
  }),
  benign('a-note-with-a-quotation-or-code', '', (view, random) => {
    const note = random.pick(view.notes)
    return (
      note &&
      mutate(view.text, [
        {
          start: note.end,
          end: note.end,
          text: random.one(
            '\n\n    > All that is known of it stands in the register.',
            '\n\n    ```\n    grep -c "[^0-9]" register.txt\n    ```',
          ),
        },
      ])
    )
  }),
  benign('a-comment-between', '', (view, random) => {
    const block = random.pick(paragraphs(view))
    return (
      block &&
      mutate(view.text, [
        {
          start: block.start,
          end: block.start,
          text: `<!-- ${random.one('ask the archive about the second volume', 'note to self: check [the map] and n. 12', 'cut?\n\ntwo more sentences here', 'old note [^draft]: Smith, p. 4')} -->\n\n`,
        },
      ])
    )
  }),
  benign('an-identifier-for-a-heading', '', (view, random) => {
    const heading = random.pick(
      view.blocks.filter(
        (block) =>
          block.kind === 'heading' &&
          view.text.startsWith('##', block.start) &&
          !slice(view, block).includes('{'),
      ),
    )
    return (
      heading &&
      mutate(view.text, [{ start: heading.end, end: heading.end, text: ' {#sec-added}' }])
    )
  }),
  benign('a-note-in-a-quotation', '', (view, random) => {
    const quote = random.pick(
      view.blocks.filter(
        (block) => block.kind === 'quote' && view.calls.some((call) => call.block === block),
      ),
    )
    const call = view.calls.find(({ block }) => block === quote)
    const note = call && noteOf(view, call.label)
    if (quote === undefined || note === undefined || slice(view, note).includes('\n'))
      return undefined
    return mutate(view.text, [
      { ...withGap(view, note.block), text: '' },
      { start: quote.end, end: quote.end, text: `\n>\n> ${slice(view, note)}` },
    ])
  }),
]
