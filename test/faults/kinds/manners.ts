import { kindsOf } from '../kind.ts'
import { between, paragraphs, recall, rewrite, sentence, someCall, wordGaps } from '../places.ts'
import { mutate, type View } from '../view.ts'

const manners = kindsOf('manners', 'warning')
const evidence = kindsOf('evidence', 'warning')
const text = kindsOf('text', 'warning')
const textError = kindsOf('text', 'error')

/** Rewrites an address of a note. */
const address = (written: (url: string) => string | undefined) =>
  rewrite(/<(https:\/\/[^>]+)>/, ([, url = '']) => `<${written(url) ?? url}>`, ['note'])

const afterMark =
  (view: View) =>
  ({ start }: { start: number }): boolean =>
    /[.,;]/.test(view.text[start - 1] ?? '')

/** Kinds of which the groups manners, evidence and text have to speak. */
export const others = [
  manners('call-before-its-mark', 'footnote-before-punctuation', (view, random) => {
    const found = someCall(view, random, afterMark(view))
    if (found === undefined) return undefined
    const { start, end, label } = found.call
    return mutate(view.text, [
      { start: start - 1, end, text: `[^${label}]${view.text[start - 1]}` },
    ])
  }),
  manners(
    'space-before-the-call',
    'space-before-footnote',
    recall(({ label }, random) => `${random.one(' ', '  ', '\u00a0')}[^${label}]`),
  ),
  manners('calls-side-by-side', 'adjacent-footnotes', (view, random) => {
    const pairs = view.calls.flatMap((call, index) => {
      const next = view.calls[index + 1]
      return next !== undefined &&
        next.block === call.block &&
        call.block.kind === 'paragraph' &&
        next.start - call.end > 3
        ? [{ call, next }]
        : []
    })
    const pair = random.pick(pairs)
    return (
      pair &&
      mutate(view.text, [
        { ...pair.call, text: '' },
        { start: pair.next.start, end: pair.next.start, text: `[^${pair.call.label}]` },
      ])
    )
  }),
  manners('call-inside-a-word', 'footnote-inside-word', (view, random) => {
    const found = someCall(view, random)
    const near = wordGaps(view).filter(
      (at) =>
        found !== undefined &&
        at < found.call.start &&
        at > found.call.start - 600 &&
        /^ [a-z]{6}/.test(view.text.slice(at, at + 7)) &&
        view.calls.every(({ start }) => start <= at || start >= (found?.call.start ?? 0)),
    )
    const at = random.pick(near)
    if (found === undefined || at === undefined) return undefined
    return mutate(view.text, [
      { ...found.call, text: '' },
      { start: at + 3, end: at + 3, text: `[^${found.call.label}]` },
    ])
  }),
  manners(
    'call-at-the-head-of-a-paragraph',
    'footnote-at-line-start space-before-footnote',
    (view, random) => {
      const found = someCall(view, random, (call) =>
        view.calls.every((each) => each.block !== call.block || each.start >= call.start),
      )
      if (found === undefined) return undefined
      return mutate(view.text, [
        { ...found.call, text: '' },
        {
          start: found.call.block.start,
          end: found.call.block.start,
          text: `[^${found.call.label}] `,
        },
      ])
    },
  ),
  manners(
    'call-alone-in-its-paragraph',
    'footnote-alone-in-paragraph footnote-at-line-start',
    (view, random) => {
      const found = someCall(view, random, (call) => call.end === call.block.end)
      return found && mutate(view.text, [{ ...found.call, text: `\n\n[^${found.call.label}]` }])
    },
  ),
  evidence(
    'scheme-mistyped',
    'malformed-url',
    address((url) => url.replace('https://', 'https:/')),
  ),
  evidence(
    'scheme-twice',
    'malformed-url',
    address((url) => `https://${url}`),
  ),
  evidence(
    'space-in-an-address',
    'url-with-space malformed-url',
    address((url) => url.replace(/\/(?=[^/]*$)/, '/ ')),
  ),
  evidence(
    'text-of-a-link-is-another-address',
    'url-text-differs',
    sentence('See [https://www.example.org/a](https://www.example.net/b).'),
  ),
  evidence(
    'host-with-a-foreign-letter',
    'look-alike-host mixed-script-host',
    address((url) => url.replace(/e(?=[a-z]*\.)/, 'е')),
  ),
  evidence(
    'address-shortened',
    'url-shortener',
    address(() => 'https://bit.ly/3xYz12'),
  ),
  evidence(
    'address-with-trackers',
    'tracking-parameters',
    address((url) => `${url}?utm_source=newsletter&utm_medium=email`),
  ),
  evidence(
    'date-that-does-not-exist',
    'impossible-date',
    rewrite(/$/, () => ' Accessed 31 February 2019.', ['note']),
  ),
  evidence(
    'ibid-as-the-first-note',
    'ibid-first ibid-without-source dangling-ibid ibid',
    (view) => {
      const [call] = view.calls
      const note = view.notes.find(({ label }) => label === call?.label)
      return (
        note && mutate(view.text, [{ start: note.labelEnd, end: note.end, text: ' Ibid., p. 4.' }])
      )
    },
  ),
  text(
    'mixed-script-word',
    'mixed-script-word',
    rewrite(/(?<=\p{Ll})a(?=\p{Ll}{2})/u, () => 'а'),
  ),
  text(
    'quotation-mark-lost',
    'unbalanced-quotes unbalanced-quote unclosed-quote unbalanced-quotation',
    rewrite(/”/, () => ''),
  ),
  text(
    'parenthesis-lost',
    'unbalanced-brackets unbalanced-bracket unclosed-bracket',
    rewrite(/(?<=\([^()]*)\)/, () => ''),
  ),
  text(
    'straight-quotes-among-curly',
    'straight-quote',
    rewrite(/“([^”“]*)”/, ([, inside]) => `"${inside}"`),
  ),
  text(
    'word-twice',
    'doubled-word',
    rewrite(/(?<= )(the|of|and|was|to) /, ([, word]) => `${word} ${word} `),
  ),
  text(
    'two-spaces',
    'double-space',
    rewrite(/(?<=[a-z]{2}) (?=[a-z]{2})/, () => '  '),
  ),
  text(
    'running-head-in-the-text',
    'running-head-in-text running-head',
    between('134 HARBOURS AND TIDES', '118 | Report of the Commission'),
  ),
  text(
    'letters-in-the-wrong-encoding',
    'garbled-letters',
    sentence('The cafÃ© of MalmÃ¶ was shut.', 'He said â€œnoâ€\u009d and left.'),
  ),
  textError(
    'merge-conflict',
    'merge-conflict footnote-called-twice duplicate-footnote',
    (view, random) => {
      const block = random.pick(paragraphs(view))
      return (
        block &&
        mutate(view.text, [
          { start: block.start, end: block.start, text: '<<<<<<< HEAD\n' },
          {
            start: block.end,
            end: block.end,
            text: '\n=======\nAnother reading of it.\n>>>>>>> draft\n',
          },
        ])
      )
    },
  ),
  textError(
    'direction-left-open',
    'unbalanced-bidi bidi-control unclosed-bidi unbalanced-direction',
    rewrite(/ (?=[a-z])/, (_, random) => ` ${random.one('\u202e', '\u2067', '\u202b')}`),
  ),
]
