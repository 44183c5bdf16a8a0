import { kindsOf } from '../kind.ts'
import { recall, someCall, superscript } from '../places.ts'
import { mutate, type Call } from '../view.ts'

const error = kindsOf('typing', 'error')

const typed = 'footnote-typed-by-hand'
const label = 'footnote-label undefined-footnote'
const split = (text: string, at: number, between: string): string =>
  text.slice(0, at) + between + text.slice(at)
const numeric = { fits: (call: Call): boolean => call.numeric }
const hasDash = { fits: (call: Call): boolean => call.label.includes('-') }
const long = { fits: (call: Call): boolean => call.label.length > 1 }
const lines = { andNote: true }

/** Turns one character of a label into another that looks like it. */
const lookAlike = (pairs: Record<string, string>) => ({
  fits: (call: Call): boolean => [...call.label].some((each) => each in pairs),
  write: (call: Call): string =>
    `[^${call.label.replace(/./gu, (each, offset: number) =>
      offset === [...call.label].findIndex((one) => one in pairs) ? (pairs[each] ?? each) : each,
    )}]`,
})
const cyrillic = lookAlike({ a: 'а', e: 'е', o: 'о', c: 'с', p: 'р', x: 'х', i: 'і' })
const zero = lookAlike({ 0: 'O' })
const one = lookAlike({ 1: 'l' })
const thin = lookAlike({ 1: 'I', 0: 'o' })

/** How a call is misspelled. */
export const typingCalls = [
  error(
    'call-as-superscript-digits',
    typed,
    recall(({ number }) => superscript(number)),
  ),
  error(
    'call-as-html-superscript',
    `${typed} raw-html`,
    recall(({ number }, random) =>
      random.one(
        `<sup>${number}</sup>`,
        `<sup>[${number}]</sup>`,
        `<sup class="fn">${number}</sup>`,
      ),
    ),
  ),
  error(
    'call-as-pandoc-superscript',
    typed,
    recall(({ number }) => `^${number}^`),
  ),
  error(
    'call-as-formula',
    typed,
    recall(({ number }, random) => random.one(`$^{${number}}$`, `$^${number}$`)),
  ),
  error(
    'call-as-latex',
    typed,
    recall(({ number }) => `\\textsuperscript{${number}}`),
  ),
  error(
    'call-as-bare-number',
    typed,
    recall(({ number }) => String(number)),
  ),
  error(
    'call-as-number-in-parentheses',
    typed,
    recall(({ number }) => `(${number})`),
  ),
  error(
    'call-as-link-from-a-web-page',
    `${typed} raw-html`,
    recall(({ number }) => `<a href="#fn${number}"><sup>${number}</sup></a>`),
  ),
  error(
    'call-as-word-pastes-it',
    'footnote-without-caret footnote-typed-by-hand undefined-reference',
    recall(({ number }, random) =>
      random.one(`[[${number}]](#_ftn${number})`, `[\\[${number}\\]](#_ftn${number})`),
    ),
  ),
  error(
    'caret-lost',
    'footnote-without-caret',
    recall((call) => `[${call.label}]`),
  ),
  error(
    'number-in-brackets',
    'footnote-without-caret',
    recall((call) => `[${call.number}]`),
  ),
  error(
    'caret-outside-the-bracket',
    'footnote-without-caret footnote-number',
    recall((call, random) =>
      random.one(`^[${call.label}]`, `[${call.label}^]`, `[${call.label}]^`),
    ),
  ),
  error(
    'caret-doubled',
    'footnote-label undefined-footnote',
    recall((call) => `[^^${call.label}]`, lines),
  ),
  error(
    'bracket-doubled',
    'unclosed-footnote footnote-label',
    recall(
      (call, random) => random.one(`[[^${call.label}]]`, `[[^${call.label}]`, `[^${call.label}]]`),
      lines,
    ),
  ),
  error(
    'call-without-label',
    'undefined-footnote unclosed-footnote footnote-label unused-footnote',
    recall((_, random) => random.one('[^]', '[^ ]', '[^?]', '[^XX]'), lines),
  ),
  error(
    'bracket-not-closed',
    'unclosed-footnote',
    recall((call) => `[^${call.label}`),
  ),
  error(
    'bracket-not-opened',
    'unclosed-footnote',
    recall((call) => `^${call.label}]`),
  ),
  error(
    'bracket-of-the-wrong-kind',
    'unclosed-footnote look-alike-bracket',
    recall((call, random) =>
      random.one(
        `[^${call.label})`,
        `[^${call.label}}`,
        `(^${call.label})`,
        `{^${call.label}}`,
        `(^${call.label}]`,
        `[^${call.label}>`,
        `<^${call.label}>`,
      ),
    ),
  ),
  error(
    'bracket-of-another-script',
    'look-alike-bracket',
    recall((call, random) =>
      random.one(
        `［^${call.label}］`,
        `【^${call.label}】`,
        `〔^${call.label}〕`,
        `[^${call.label}］`,
        `［^${call.label}]`,
        `⟦^${call.label}⟧`,
        `［＾${call.label}］`,
      ),
    ),
  ),
  error(
    'caret-of-another-kind',
    'look-alike-bracket',
    recall((call, random) =>
      random.one(
        ...((['ˆ', '＾', '‸', '⌃', '˄', '̂'] as const).map((caret) => `[${caret}${call.label}]`) as [
          string,
        ]),
      ),
    ),
  ),
  error(
    'caret-of-a-dead-key',
    'look-alike-bracket footnote-without-caret unused-footnote',
    recall(
      (call, random) =>
        random.one(
          `[~${call.label}]`,
          `[´${call.label}]`,
          `[6${call.label}]`,
          `[*${call.label}]`,
          `[&${call.label}]`,
        ),
      lines,
    ),
  ),
  error(
    'bracket-escaped',
    'escaped-footnote',
    recall((call, random) =>
      random.one(
        `\\[^${call.label}]`,
        `\\[^${call.label}\\]`,
        `[\\^${call.label}]`,
        `[^${call.label}\\]`,
        `\\[\\^${call.label}\\]`,
      ),
    ),
  ),
  error(
    'call-in-code',
    'footnote-in-code',
    recall((call) => ` \`[^${call.label}]\``),
  ),
  error(
    'call-in-a-comment',
    'footnote-in-comment',
    recall((call) => `<!--[^${call.label}]-->`),
  ),
  error('sentence-with-its-call-commented-out', 'footnote-in-comment', (view, random) => {
    const found = someCall(view, random)
    if (found === undefined) return undefined
    const { call } = found
    const before = view.text.slice(call.block.start, call.start)
    const from = call.block.start + Math.max(0, before.lastIndexOf(' '))
    return mutate(view.text, [
      { start: from, end: call.end, text: ` <!-- ${view.text.slice(from, call.end).trim()} -->` },
    ])
  }),
  error(
    'space-in-the-brackets',
    'space-in-footnote',
    recall((call, random) =>
      random.one(
        `[ ^${call.label}]`,
        `[^ ${call.label}]`,
        `[^${call.label} ]`,
        `[ ^${call.label} ]`,
      ),
    ),
  ),
  error(
    'space-in-the-label',
    'space-in-footnote',
    recall(
      (call, random) => `[^${split(call.label, random.whole(1, call.label.length - 1), ' ')}]`,
      long,
    ),
  ),
  error(
    'dashes-of-a-label-turned-into-spaces',
    'space-in-footnote',
    recall((call) => `[^${call.label.replaceAll('-', ' ')}]`, hasDash),
  ),
  error(
    'no-break-space-in-the-brackets',
    'space-in-footnote footnote-label undefined-footnote',
    recall((call, random) =>
      random.one(`[^\u00a0${call.label}]`, `[^${call.label}\u00a0]`, `[^\u202f${call.label}]`),
    ),
  ),
  error(
    'call-over-two-lines',
    'split-footnote',
    recall((call, random) =>
      random.one(`[^\n${call.label}]`, `[\n^${call.label}]`, `[^${call.label}\n]`),
    ),
  ),
  error(
    'label-over-two-lines',
    'split-footnote',
    recall(
      (call, random) => `[^${split(call.label, random.whole(1, call.label.length - 1), '\n')}]`,
      long,
    ),
  ),
  error(
    'label-hyphenated-at-the-line-end',
    'split-footnote',
    recall((call) => `[^${call.label.replace('-', '-\n')}]`, hasDash),
  ),
  error(
    'dash-made-long-by-a-word-processor',
    label,
    recall(
      (call, random) => `[^${call.label.replace('-', random.one('–', '—', '‑', '−'))}]`,
      hasDash,
    ),
  ),
  error('cyrillic-letter-in-the-label', label, recall(cyrillic.write, cyrillic)),
  error('letter-o-for-a-zero', label, recall(zero.write, zero)),
  error('letter-l-for-a-one', label, recall(one.write, one)),
  error('other-letter-for-a-digit', label, recall(thin.write, thin)),
  error(
    'invisible-character-in-the-label',
    label,
    recall(
      (call, random) =>
        `[^${split(call.label, random.whole(0, call.label.length), random.one('\u200b', '\u00ad', '\u200d', '\u2060', '\ufeff', '\u200e'))}]`,
    ),
  ),
  error(
    'zero-before-the-number',
    label,
    recall((call) => `[^0${call.label}]`, numeric),
  ),
  error(
    'full-width-digits-in-the-label',
    label,
    recall(
      (call) =>
        `[^${call.label.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))}]`,
      numeric,
    ),
  ),
  error(
    'arabic-digits-in-the-label',
    label,
    recall(
      (call) =>
        `[^${call.label.replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit)))}]`,
      numeric,
    ),
  ),
  error(
    'superscript-digits-in-the-brackets',
    `${label} footnote-without-caret look-alike-bracket ${typed}`,
    recall(
      (call, random) =>
        random.one(`[${superscript(call.number)}]`, `[^${superscript(call.number)}]`),
      numeric,
    ),
  ),
  error(
    'call-escaped-as-entities',
    'escaped-footnote look-alike-bracket unused-footnote',
    recall(
      (call, random) =>
        random.one(
          `&#91;^${call.label}&#93;`,
          `[&#94;${call.label}]`,
          `%5B%5E${call.label}%5D`,
          `&lsqb;^${call.label}&rsqb;`,
        ),
      lines,
    ),
  ),
  error(
    'call-typed-on-another-keyboard',
    'unclosed-footnote look-alike-bracket footnote-typed-by-hand unused-footnote',
    recall(
      (call, random) =>
        random.one(`х^${call.label}ъ`, `Ü^${call.label}+`, `{^${call.label}]`, `8^${call.label}9`),
      lines,
    ),
  ),
  error(
    'call-as-mediawiki-or-asciidoc',
    'raw-html footnote-typed-by-hand unused-footnote',
    recall(
      (call, random) =>
        random.one(
          `<ref name="${call.label}"/>`,
          `footnote:${call.label}[]`,
          `{{fn|${call.label}}}`,
        ),
      lines,
    ),
  ),
  error(
    'call-as-restructuredtext',
    'footnote-without-caret look-alike-bracket unused-footnote',
    recall((call, random) => random.one(`[#${call.label}]_`, `[${call.label}]_`), lines),
  ),
  error(
    'call-as-cross-reference',
    'unused-footnote undefined-reference',
    recall((call) => ` (see @fn-${call.label})`, lines),
  ),
  error(
    'colon-drawn-into-the-bracket',
    'undefined-footnote footnote-colon footnote-label',
    recall((call) => `[^${call.label}:]`, lines),
  ),
  error(
    'full-stop-drawn-into-the-bracket',
    'undefined-footnote footnote-label',
    recall((call, random) => `[^${call.label}${random.one('.', ',', '*', '”')}]`, lines),
  ),
  error(
    'word-fn-in-the-label',
    'undefined-footnote',
    recall(
      (call, random) =>
        random.one(`[^fn${call.label}]`, `[^fn:${call.label}]`, `[^note-${call.label}]`),
      lines,
    ),
  ),
]
