import { kindsOf } from '../kind.ts'
import { paragraphs, rewrite, sentence, slice, withGap } from '../places.ts'
import { mutate, type Mutant, type View } from '../view.ts'

const error = kindsOf('structure', 'error')
const warning = kindsOf('structure', 'warning')
const reading = kindsOf('reading', 'error')

/** Replaces one occurrence of a plain text; `also` are texts whose lines count too. */
const once =
  (from: RegExp, to: string, also?: RegExp) =>
  (view: View): Mutant | undefined => {
    const match = from.exec(view.text)
    if (match === null) return undefined
    const other = also === undefined ? [] : [...view.text.matchAll(also)].map(({ index }) => index)
    return mutate(
      view.text,
      [
        {
          start: match.index,
          end: match.index + match[0].length,
          text: match[0].replace(from, to),
        },
      ],
      other,
    )
  }

const headings = (view: View) =>
  view.blocks.filter((block) => block.kind === 'heading' && view.text[block.start] === '#')

const withBytes = (
  mutant: Mutant | undefined,
  change: (bytes: Buffer) => Uint8Array,
): Mutant | undefined => mutant && { ...mutant, bytes: change(Buffer.from(mutant.text)) }

const anywhere = ['paragraph', 'note', 'list', 'quote'] as const

export const structure = [
  error(
    'reference-mistyped',
    'undefined-reference',
    rewrite(
      /@(sec|fig|tbl)-([a-z-]+)/,
      ([, kind, name = '']) => `@${kind}-${name.slice(0, -1)}x`,
      anywhere,
    ),
  ),
  error(
    'reference-to-a-note-mistyped',
    'undefined-reference',
    rewrite(/@fn-([\w-]+)/, ([, name = '']) => `@fn-${name}9`, anywhere),
  ),
  error(
    'link-inside-the-chapter-mistyped',
    'undefined-reference',
    sentence('See [the part on sources](#sec-nowhere).', 'More [below](#fig-lost).'),
  ),
  error('identifier-deleted', 'undefined-reference', (view, random) => {
    const used = [...view.text.matchAll(/\{#((?:sec|fig|tbl)-[\w-]+)/g)].filter(([, name = '']) =>
      view.text.includes(`@${name}`),
    )
    const match = random.pick(used)
    if (match === undefined) return undefined
    const also = [...view.text.matchAll(new RegExp(`@${match[1]}`, 'g'))].map(({ index }) => index)
    return mutate(
      view.text,
      [{ start: match.index + 1, end: match.index + match[0].length, text: '#sec-unrelated' }],
      also,
    )
  }),
  error('identifier-twice', 'duplicate-identifier', (view, random) => {
    const names = [...view.text.matchAll(/\{#([\w-]+)/g)]
    const a = random.pick(names)
    const b = random.pick(
      names.filter((each) => each !== a && each[1]?.slice(0, 3) === a?.[1]?.slice(0, 3)),
    )
    if (a === undefined || b === undefined) return undefined
    const start = b.index + 2
    return mutate(
      view.text,
      [{ start, end: start + (b[1] ?? '').length, text: a[1] ?? '' }],
      [a.index, ...[...view.text.matchAll(new RegExp(`@${b[1]}`, 'g'))].map(({ index }) => index)],
    )
  }),
  error(
    'identifier-of-the-wrong-kind',
    'reference-kind',
    once(/\{#fig-([\w-]+)/, '{#tbl-$1', /@fig-[\w-]+/g),
  ),
  error(
    'caption-of-a-figure-deleted',
    'missing-caption',
    rewrite(/^!\[[^\]]*(?:\[\^[^\]]*\][^\]]*)*\]\(/, () => '![](', ['figure']),
  ),
  error(
    'alternative-text-deleted',
    'missing-alt',
    rewrite(/ alt="[^"]*"/, (_, random) => random.one('', ' alt=""', ' alt=" "'), ['figure']),
  ),
  error(
    'quote-of-the-alternative-text-not-closed',
    'missing-alt unknown-key figure-braces',
    rewrite(/( alt="[^"]*)"/, ([, alt = '']) => alt, ['figure']),
  ),
  error(
    'space-before-the-braces-of-a-figure',
    'missing-alt figure-braces missing-caption undefined-reference inline-image',
    rewrite(/\)\{#/, () => ') {#', ['figure']),
  ),
  error(
    'curly-quotes-around-the-alternative-text',
    'missing-alt unknown-key figure-braces',
    rewrite(/alt="([^"]*)"/, ([, alt = '']) => `alt=“${alt}”`, ['figure']),
  ),
  error('caption-glued-to-its-table', 'glued-caption', (view) => {
    const caption = view.blocks.find(({ kind }) => kind === 'caption')
    return (
      caption && mutate(view.text, [{ start: caption.start - 1, end: caption.start, text: '' }])
    )
  }),
  error('heading-two-levels-down', 'skipped-heading-level', (view, random) => {
    // Under a heading of level 3, level 4 would be right.
    const found = headings(view)
    const heading = random.pick(
      found.filter(
        ({ start }, at) =>
          view.text.startsWith('## ', start) && !view.text.startsWith('###', found[at - 1]?.start),
      ),
    )
    return heading && mutate(view.text, [{ start: heading.start, end: heading.start, text: '##' }])
  }),
  error('heading-emptied', 'empty-heading', (view, random) => {
    const heading = random.pick(
      headings(view).filter(({ start }) => view.text.startsWith('##', start)),
    )
    return (
      heading &&
      mutate(view.text, [
        {
          start: heading.start,
          end: heading.end,
          text: /^#+/.exec(slice(view, heading))?.[0] ?? '##',
        },
      ])
    )
  }),
  error('second-title', 'second-title', (view, random) => {
    const heading = random.pick(
      headings(view).filter(({ start }) => view.text.startsWith('## ', start)),
    )
    return (
      heading && mutate(view.text, [{ start: heading.start, end: heading.start + 1, text: '' }])
    )
  }),
  error(
    'title-deleted',
    'missing-title',
    (view) => once(/^title: .*\n/m, '', /^/g)(view) ?? once(/^.*\n=+\n|^# .*\n/m, '', /^/g)(view),
  ),
  error(
    'address-label-mistyped',
    'undefined-link',
    rewrite(/\]\[([a-z-]+)\]/, ([, name]) => `][${name}s]`, anywhere),
  ),
  error('address-label-deleted', 'undefined-link', (view, random) => {
    const usesOf = (label: (typeof view.blocks)[number]) => {
      const name = /^\[([^\]]+)\]/.exec(slice(view, label))?.[1]
      return [...view.text.matchAll(/\[([^\][]+)\](?:\[([^\]]*)\])/g)].filter(
        ([, text, given]) => name !== undefined && [given, given === '' ? text : ''].includes(name),
      )
    }
    const labels = view.blocks.filter(({ kind }) => kind === 'label')
    const label = random.pick(labels.filter((each) => usesOf(each).length > 0))
    const uses = label === undefined ? [] : usesOf(label)
    return label === undefined
      ? undefined
      : mutate(
          view.text,
          [{ ...withGap(view, label), text: '' }],
          uses.map(({ index }) => index),
        )
  }),
  error(
    'html-tag',
    'raw-html',
    sentence(
      'It was <b>never</b> built.',
      'First line<br>second line.',
      'A <span style="color:red">red</span> mark.',
      'Press <kbd>Enter</kbd>.',
    ),
  ),
  error(
    'image-in-a-paragraph',
    'inline-image',
    sentence('The mark ![an anchor](images/tides.svg){alt="An anchor."} stands for a port.'),
  ),
  error(
    'address-that-runs-a-program',
    'unsafe-url',
    sentence(
      'See [the form](javascript:void(0)).',
      'See [the file](file:///C:/Users/me/form.pdf).',
      'See [the scan](data:text/html;base64,PGI+).',
    ),
  ),
  warning('reference-typed-as-text', 'reference-typed-by-hand', (view, random) => {
    const call = random.pick(view.calls.filter(({ number }) => number > 9))
    return (
      call &&
      sentence(
        `On this, see note ${call.number}.`,
        `As shown above (see footnote ${call.number}).`,
      )(view, random)
    )
  }),
  warning('figure-typed-as-text', 'reference-typed-by-hand', (view, random) => {
    const figure = view.blocks.find(({ kind }) => kind === 'figure')
    return (
      figure &&
      sentence('The course of it is shown in Figure 1.', 'Compare Figure 1 above.')(view, random)
    )
  }),
  warning('heading-twice', 'duplicate-heading', (view, random) => {
    const [a, ...others] = headings(view).filter(({ start }) => view.text.startsWith('## ', start))
    const b = random.pick(others)
    if (a === undefined || b === undefined) return undefined
    const name = slice(view, a).replace(/\s*\{.*$/, '')
    const own = /\s*\{.*$/.exec(slice(view, b))?.[0] ?? ''
    return mutate(view.text, [{ start: b.start, end: b.end, text: name + own }], [a.start])
  }),
  warning('address-label-unused', 'unused-link', (view, random) => {
    const block = random.pick(paragraphs(view))
    return (
      block &&
      mutate(view.text, [
        {
          start: block.start,
          end: block.start,
          text: '[old-survey]: https://old-survey.example.org/\n\n',
        },
      ])
    )
  }),
  warning('silence-that-silences-nothing', 'unused-silence', (view, random) => {
    const block = random.pick(paragraphs(view))
    return (
      block &&
      mutate(view.text, [
        {
          start: block.start,
          end: block.start,
          text: '<!-- imprimatur: allow footnote-gap -->\n\n',
        },
      ])
    )
  }),
  reading(
    'control-character',
    'control-character',
    rewrite(
      / (?=[a-z])/,
      (_, random) => random.one('\u0000', '\u0007', '\u001b', '\ufffe', '\u000b'),
      ['paragraph'],
    ),
  ),
  reading('latin-1-byte', 'text-encoding', (view, random) =>
    withBytes(sentence('The caf@ was shut.')(view, random), (bytes) =>
      bytes.map((byte, at) =>
        byte === 0x40 && bytes.subarray(at - 3, at).toString() === 'caf' ? 0xe9 : byte,
      ),
    ),
  ),
  reading('utf-16', 'text-encoding', (view) =>
    withBytes({ text: view.text, lines: [1] }, (bytes) =>
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(bytes.toString(), 'utf16le')]),
    ),
  ),
  reading('metadata-key-mistyped', 'unknown-key', once(/^(footnotes|title):/m, '$1s:')),
  reading(
    'contract-with-a-word',
    'metadata-value',
    once(/^footnotes: (\d+)-(\d+)$/m, 'footnotes: $1 to $2'),
  ),
  reading('metadata-not-closed', 'unclosed-fence metadata-syntax missing-title', (view) => {
    const metadata = view.blocks.find(({ kind }) => kind === 'metadata')
    return (
      metadata && mutate(view.text, [{ start: metadata.end - 4, end: metadata.end, text: '' }], [0])
    )
  }),
]
