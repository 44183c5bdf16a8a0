import { diagnose } from '../../diagnostic/diagnose.ts'
import { groundOf } from '../ground.ts'
import type { Check } from '../rule.ts'
import { codeOf } from './characters.ts'

const names: Readonly<Record<string, string>> = {
  '\u2028': 'line separator',
  '\u2029': 'paragraph separator',
  '\u0085': 'next line',
}

/** Line ends that Markdown does not know (CommonMark 2.1 has LF, CR and both). A lone CR is told of by the reader, which makes it LF. */
export const lineSeparator: Check = (chapter) => {
  const { text, alphabet, at } = groundOf(chapter)
  if (!/[\u2028\u2029\u0085]/.test(alphabet)) return []
  return [...text.matchAll(/[\u2028\u2029\u0085]/g)].map(({ 0: mark, index }) =>
    diagnose('line-separator', {
      file: chapter.file,
      position: at(index, index + 1),
      message: `the character ${codeOf(mark)} (${names[mark] ?? ''}) ends no line here`,
      help: 'put a line end in its place: one for a new line, two for a new paragraph',
    }),
  )
}
