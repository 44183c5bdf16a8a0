import { kindsOf } from '../kind.ts'
import {
  callOf,
  noteOf,
  paragraphs,
  recall,
  relabel,
  slice,
  someCall,
  withGap,
  wordGaps,
} from '../places.ts'
import type { Random } from '../random.ts'
import { mutate, type Call, type Edit, type Note, type View } from '../view.ts'

const error = kindsOf('pairing', 'error')

/** A label like this one that no note of the chapter has. */
function mistyped({ notes }: View, label: string, random: Random): string {
  const taken = new Set(notes.map((note) => note.label.toLowerCase()))
  for (;;) {
    const at = random.whole(0, label.length - 1)
    const character = label[at] ?? ''
    const other = /\d/.test(character)
      ? String((Number(character) + random.whole(1, 9)) % 10)
      : random.one('a', 'e', 'n', 's', 't')
    const made = random.one(
      label.slice(0, at) + other + label.slice(at + 1),
      label.slice(0, at) + character + label.slice(at),
      label + other,
      label.slice(0, -1),
    )
    if (made !== '' && !taken.has(made.toLowerCase()) && /^[^0]/.test(made)) return made
  }
}

const another = ({ notes }: View, label: string, random: Random): Note | undefined =>
  random.pick(notes.filter((note) => note.label !== label))

/** A note whose number is told by a numeric label before and after it, or by the contract. */
const isHeld = (view: View, call: Call): boolean => {
  const numeric = view.calls.filter((each) => each.numeric)
  const before = numeric.some(({ start }) => start < call.start)
  const after = numeric.some(({ start }) => start > call.start)
  return (before && after) || view.contract !== undefined
}

const contractEdit = (view: View, first: number, last: number): Edit[] =>
  view.contract === undefined ? [] : [{ ...view.contract, text: `${first}-${last}` }]

/** Numbers from some note on are one higher or lower. */
const shift = (where: readonly ('call' | 'note')[]) => (view: View, random: Random) => {
  const numeric = view.calls.filter((call) => call.numeric)
  if (numeric.length < 4) return undefined
  const at = random.whole(1, numeric.length - 2)
  const by = where.length === 1 ? 1 : random.one(1, 10)
  const moved = numeric.slice(at)
  const edits = moved.flatMap(({ label, start, end }): Edit[] => {
    const text = String(Number(label) + by)
    const note = noteOf(view, label)
    return [
      ...(where.includes('call') ? [{ start, end, text: `[^${text}]` }] : []),
      ...(where.includes('note') && note
        ? [{ start: note.start, end: note.labelEnd, text: `[^${text}]:` }]
        : []),
    ]
  })
  // The first call that has lost its text tells it as well.
  return mutate(view.text, edits, where.includes('call') ? [] : moved.map(({ start }) => start))
}

export const pairing = [
  error('text-of-note-deleted', 'undefined-footnote', (view, random) => {
    const note = random.pick(view.notes)
    const call = note && callOf(view, note.label)
    return (
      note && call && mutate(view.text, [{ ...withGap(view, note.block), text: '' }], [call.start])
    )
  }),
  error(
    'call-deleted',
    'unused-footnote',
    recall(() => '', { andNote: true }),
  ),
  error(
    'note-deleted-whole',
    'footnote-gap footnote-number first-footnote last-footnote',
    (view, random) => {
      const found = someCall(view, random, (call) => isHeld(view, call))
      if (found === undefined) return undefined
      const next = view.calls.find(({ start }) => start > found.call.start)
      return mutate(
        view.text,
        [
          { ...found.call, text: '' },
          { ...withGap(view, found.note.block), text: '' },
        ],
        [
          ...(next === undefined ? [] : [next.start]),
          ...view.calls
            .filter(({ numeric, start }) => numeric && start > found.call.start)
            .slice(0, 1)
            .map(({ start }) => start),
          ...(view.contract === undefined ? [] : [view.contract.start]),
        ],
      )
    },
  ),
  error(
    'label-mistyped-in-call',
    'undefined-footnote',
    recall((call, random, view) => `[^${mistyped(view, call.label, random)}]`),
  ),
  error(
    'label-mistyped-before-text',
    'undefined-footnote unused-footnote',
    relabel((note, random, view) => `[^${mistyped(view, note.label, random)}]:`),
  ),
  error('label-of-another-in-call', 'footnote-called-twice', (view, random) => {
    const found = someCall(view, random)
    const other = found && another(view, found.call.label, random)
    const first = other && callOf(view, other.label)
    return (
      found &&
      first &&
      mutate(view.text, [{ ...found.call, text: `[^${other.label}]` }], [first.start])
    )
  }),
  error('label-of-another-before-text', 'duplicate-footnote', (view, random) => {
    const note = random.pick(view.notes)
    const other = note && another(view, note.label, random)
    return (
      other &&
      mutate(
        view.text,
        [{ start: note.start, end: note.labelEnd, text: `[^${other.label}]:` }],
        [other.start],
      )
    )
  }),
  error('text-of-note-pasted-twice', 'duplicate-footnote', (view, random) => {
    const note = random.pick(view.notes)
    const place = random.pick([...view.notes, ...paragraphs(view)])
    return (
      note &&
      place &&
      mutate(
        view.text,
        [{ start: place.start, end: place.start, text: `${slice(view, note.block)}\n\n` }],
        [note.start],
      )
    )
  }),
  error('call-typed-again-elsewhere', 'footnote-called-twice', (view, random) => {
    const call = random.pick(view.calls)
    const at = random.pick(wordGaps(view))
    if (call === undefined || at === undefined) return undefined
    return mutate(view.text, [{ start: at, end: at, text: `[^${call.label}]` }], [call.start])
  }),
  error(
    'call-doubled-in-place',
    'footnote-called-twice',
    recall(({ label }) => `[^${label}][^${label}]`),
  ),
  error('neighbouring-calls-swapped', 'footnote-out-of-order', (view, random) => {
    const pairs = view.calls.flatMap((a, index) => {
      const b = view.calls[index + 1]
      return b !== undefined && a.numeric && b.numeric ? [[a, b] as const] : []
    })
    const pair = random.pick(pairs)
    if (pair === undefined) return undefined
    const [a, b] = pair
    return mutate(view.text, [
      { start: a.start, end: a.end, text: `[^${b.label}]` },
      { start: b.start, end: b.end, text: `[^${a.label}]` },
    ])
  }),
  error('call-moved-far-away', 'footnote-out-of-order', (view, random) => {
    const found = someCall(view, random, ({ numeric }) => numeric)
    const numeric = view.calls.filter((call) => call.numeric)
    const at = random.pick(
      wordGaps(view).filter((offset) => {
        const passed = numeric.filter(({ start }) =>
          offset < (found?.call.start ?? 0)
            ? start > offset && start < (found?.call.start ?? 0)
            : start < offset && start > (found?.call.start ?? 0),
        )
        return passed.length > 1
      }),
    )
    if (found === undefined || at === undefined) return undefined
    return mutate(view.text, [
      { ...found.call, text: '' },
      { start: at, end: at, text: `[^${found.call.label}]` },
    ])
  }),
  error('paragraphs-swapped', 'footnote-out-of-order', (view, random) => {
    const numbered = paragraphs(view).filter((block) =>
      view.calls.some((call) => call.block === block && call.numeric),
    )
    const at = random.whole(0, numbered.length - 2)
    const a = numbered[at]
    const b = numbered[at + 1]
    if (a === undefined || b === undefined) return undefined
    return mutate(view.text, [
      { start: a.start, end: a.end, text: slice(view, b) },
      { start: b.start, end: b.end, text: slice(view, a) },
    ])
  }),
  error('paragraph-pasted-twice', 'footnote-called-twice', (view, random) => {
    const block = random.pick(
      paragraphs(view).filter((each) => view.calls.some((call) => call.block === each)),
    )
    return (
      block &&
      mutate(
        view.text,
        [{ start: block.end, end: block.end, text: `\n\n${slice(view, block)}` }],
        [block.start],
      )
    )
  }),
  error(
    'contract-first-off-by-one',
    'first-footnote last-footnote footnote-number',
    (view, random) => {
      const { contract } = view
      if (contract === undefined) return undefined
      const edits = contractEdit(view, contract.first + random.one(-1, 1), contract.last)
      return mutate(
        view.text,
        edits,
        view.calls.slice(0, 1).map(({ start }) => start),
      )
    },
  ),
  error('contract-last-off-by-one', 'last-footnote', (view, random) => {
    const { contract } = view
    if (contract === undefined) return undefined
    return mutate(view.text, contractEdit(view, contract.first, contract.last + random.one(-1, 1)))
  }),
  error('contract-of-another-chapter', 'first-footnote last-footnote', (view, random) => {
    const { contract } = view
    if (contract === undefined || !view.calls.some(({ numeric }) => numeric)) return undefined
    const by = random.one(-40, 33, 60)
    return mutate(view.text, contractEdit(view, contract.first + by, contract.last + by))
  }),
  error('text-emptied', 'empty-footnote', (view, random) => {
    const note = random.pick(view.notes)
    return (
      note &&
      mutate(view.text, [{ start: note.labelEnd, end: note.end, text: random.one('', ' ') }])
    )
  }),
  error('call-in-the-text-of-a-note', 'nested-footnote', (view, random) => {
    const found = someCall(view, random)
    const other = found && another(view, found.call.label, random)
    if (found === undefined || other === undefined) return undefined
    return mutate(view.text, [
      { ...found.call, text: '' },
      { start: other.labelEnd, end: other.labelEnd, text: ` See[^${found.call.label}] and` },
    ])
  }),
  error('note-calls-itself', 'self-footnote', (view, random) => {
    const note = random.pick(view.notes)
    return (
      note &&
      mutate(view.text, [
        { start: note.labelEnd, end: note.labelEnd, text: ` As above[^${note.label}] and` },
      ])
    )
  }),
  error('inline-note-in-a-note', 'nested-footnote', (view, random) => {
    const note = random.pick(view.notes)
    return (
      note &&
      mutate(view.text, [
        { start: note.labelEnd, end: note.labelEnd, text: ' Quoted^[In the third edition.] from' },
      ])
    )
  }),
  error('call-in-a-heading', 'footnote-in-heading', (view, random) => {
    const found = someCall(view, random)
    const heading = random.pick(
      view.blocks.filter(({ kind, end, start }) => kind === 'heading' && end > start),
    )
    if (found === undefined || heading === undefined) return undefined
    const at =
      heading.start + (/\s*(?:\{#.*\})?\s*(?:\n.*)?$/.exec(slice(view, heading))?.index ?? 0)
    return mutate(view.text, [
      { ...found.call, text: '' },
      { start: at, end: at, text: `[^${found.call.label}]` },
    ])
  }),
  error(
    'call-in-the-text-of-a-link',
    'footnote-in-link',
    recall(({ label }) => ` ([the survey[^${label}]](https://survey.example.org/))`),
  ),
  error(
    'call-glued-to-a-bare-address',
    'footnote-in-link',
    recall(({ label }) => ` at https://survey.example.org/tides[^${label}]`),
  ),
  error('call-in-alternative-text', 'footnote-in-alt-text', (view, random) => {
    const found = someCall(view, random)
    const at = view.text.indexOf(' alt="') + 6
    if (found === undefined || at < 6) return undefined
    return mutate(view.text, [
      { ...found.call, text: '' },
      { start: at, end: at, text: `Chart[^${found.call.label}]: ` },
    ])
  }),
  error('calls-renumbered-alone', 'undefined-footnote unused-footnote', shift(['call'])),
  error('texts-renumbered-alone', 'undefined-footnote unused-footnote', shift(['note'])),
  error('numbers-leap', 'footnote-gap last-footnote', shift(['call', 'note'])),
  error(
    'note-with-a-number-of-another-chapter',
    'footnote-gap footnote-number footnote-out-of-order last-footnote first-footnote',
    (view, random) => {
      const found = someCall(view, random, (call) => call.numeric && isHeld(view, call))
      if (found === undefined) return undefined
      const label = String(Number(found.call.label) + random.one(300, 1000, 70))
      return mutate(view.text, [
        { ...found.call, text: `[^${label}]` },
        { start: found.note.start, end: found.note.labelEnd, text: `[^${label}]:` },
      ])
    },
  ),
  error(
    'inline-note-put-between-numbers',
    'footnote-number last-footnote footnote-gap',
    (view, random) => {
      const numeric = view.calls.filter((call) => call.numeric)
      const at = random.pick(
        wordGaps(view).filter(
          (offset) =>
            numeric.some(({ start }) => start < offset) &&
            numeric.some(({ start }) => start > offset),
        ),
      )
      if (at === undefined) return undefined
      const next = numeric.find(({ start }) => start > at)
      return mutate(
        view.text,
        [{ start: at, end: at, text: '^[Minutes of the board, 4 May.]' }],
        [next?.start ?? at, ...(view.contract === undefined ? [] : [view.contract.start])],
      )
    },
  ),
]
