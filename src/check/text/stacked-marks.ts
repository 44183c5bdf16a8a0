import { diagnose } from '../../diagnostic/diagnose.ts'
import { groundOf } from '../ground.ts'
import type { Check } from '../rule.ts'
import { codeOf } from './characters.ts'

/**
 * The most marks that writing puts on one letter: the Tibetan seed syllable U+0F67 U+0F90 … U+0F82
 * has eight. UAX #15, 13 ("stream-safe") would allow thirty.
 */
const most = 8
const stack = new RegExp(`\\p{M}{${most + 1},}`, 'gu')
/** Only where so many characters in a row are none of Latin, Greek, Cyrillic, Han and punctuation is it worth looking. */
const candidate = new RegExp(
  `[^\\0-\\u02FF\\u0370-\\u0482\\u2000-\\u20CF\\u2100-\\u2BFF\\u3030-\\u3098\\u30A0-\\uA66E]{${most + 1}}`,
)

/** Letters under more combining marks than any writing has. */
export const stackedMarks: Check = (chapter) => {
  const { text, alphabet, at } = groundOf(chapter)
  if (!/\p{M}/u.test(alphabet) || !candidate.test(text)) return []
  return [...text.matchAll(stack)].map(({ 0: marks, index }) => {
    const base = [...text.slice(Math.max(0, index - 2), index)].at(-1) ?? ''
    const count = [...marks].length
    return diagnose('stacked-marks', {
      file: chapter.file,
      position: at(index - base.length, index + marks.length),
      message: `the letter ${codeOf(base)} carries ${count} combining marks`,
      help: `delete the marks that are not meant; ${most} are the most that any writing has`,
    })
  })
}
