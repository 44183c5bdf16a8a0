import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Diagnostic, Fix } from '../../diagnostic/diagnostic.ts'
import { groundOf } from '../ground.ts'
import type { Check } from '../rule.ts'
import { withoutFormulas } from './formulas.ts'

// Each begins with its mark, of which a text has few, and looks back from there.
/** `word , word`; no language has a blank there. */
const blankBefore = / ,(?<=\p{L}{2} ,)(?=[\s\0])/gu
/** `word . Then`; not `. . .`, nor "before . or :", which speaks of the mark. */
const blankBeforeStop = / \.(?<=\p{L}{2} \.)(?=\s+\p{Lu}|\s*$)/gu
/** `word,word`, longer than the names of variables. */
const noneBehind = /,(?<=(?<![\p{L}\p{N}._-])\p{L}\p{Ll}{2,40},)(?=\p{Ll}{3})/gu
/** `end.Then`: not `Phys.Rev.`, nor the host of an address. */
const noneBehindStop = /\.(?<=(?<![\p{L}\p{N}._/@-])\p{Ll}{3,40}\.)(?=\p{Lu}\p{Ll}{1,40}[\s,;:])/gu
/** `word,, word`; at the head of a word it is a German quotation mark. */
const twice = /(?:,,(?<=\p{L},,)|;;(?<=\p{L};;))(?=\s)/gu

const slips: readonly {
  /** What a text with the slip has, found faster. */
  readonly hint: RegExp
  readonly pattern: RegExp
  readonly says: (mark: string) => string
  readonly mended: (mark: string) => string
}[] = [
  ...[
    { hint: / ,/, pattern: blankBefore },
    { hint: / \./, pattern: blankBeforeStop },
  ].map((slip) => ({
    ...slip,
    says: (mark: string) => `a blank stands before \`${mark.trim()}\``,
    mended: (mark: string) => mark.trim(),
  })),
  ...[
    { hint: /,\p{Ll}/u, pattern: noneBehind },
    { hint: /\.\p{Lu}/u, pattern: noneBehindStop },
  ].map((slip) => ({
    ...slip,
    says: (mark: string) => `no blank stands behind \`${mark}\``,
    mended: (mark: string) => `${mark} `,
  })),
  {
    hint: /,,|;;/,
    pattern: twice,
    says: (mark) => `\`${mark}\` stands where one mark is enough`,
    mended: (mark) => mark.slice(1),
  },
]

/** Commas and full stops with a blank before them, none behind, or twice. Cells, which hold data, are left alone. */
export const misplacedMark: Check = (chapter) => {
  const { prose, text } = chapter.written
  const wanted = slips.filter(({ hint }) => hint.test(text))
  if (wanted.length === 0) return []
  const { at } = groundOf(chapter)
  return prose.flatMap((block): Diagnostic[] => {
    if (block.place === 'cell') return []
    const own = wanted.filter(({ hint }) => hint.test(block.text))
    if (own.length === 0) return []
    const read = withoutFormulas(block.text)
    return own.flatMap(({ pattern, says, mended }) =>
      [...read.matchAll(pattern)].flatMap(({ 0: mark, index }): Diagnostic[] => {
        const start = block.position.start.offset + index
        const end = start + mark.length
        // A line end or what is written otherwise in the source.
        if (text.slice(start, end) !== mark) return []
        const fix: Fix[] = [{ start, end, text: mended(mark) }]
        return [
          diagnose('misplaced-mark', {
            file: chapter.file,
            position: at(start, end),
            message: says(mark),
            help: `write \`${mended(mark).trim()}\`${mended(mark).endsWith(' ') ? ' and a blank' : ''}`,
            fix,
          }),
        ]
      }),
    )
  })
}
