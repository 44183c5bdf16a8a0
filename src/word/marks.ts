/** What a run of text can be beside plain; each is a character style. */
export type Mark = 'link' | 'emphasis' | 'strong' | 'delete' | 'code'

/** In the order in which a style of several is named. */
const order: readonly Mark[] = ['link', 'emphasis', 'strong', 'delete', 'code']

const ids: Readonly<Record<Mark, string>> = {
  link: 'Hyperlink',
  emphasis: 'Emphasis',
  strong: 'Strong',
  delete: 'Strikethrough',
  code: 'VerbatimChar',
}

export type Marks = ReadonlySet<Mark>

export const noMarks: Marks = new Set()

/** `marks` and one more. */
export const withMark = (marks: Marks, mark: Mark): Marks => new Set([...marks, mark])

/**
 * Id of the character style for `marks`: a run has but one (`w:rStyle`), so that strong emphasis is a
 * style of its own, `EmphasisStrong`. Undefined where there are none.
 */
export function characterStyleId(marks: Marks): string | undefined {
  const present = sortMarks(marks)
  return present.length === 0 ? undefined : present.map((mark) => ids[mark]).join('')
}

/** In the order of style names. */
export const sortMarks = (marks: Marks): readonly Mark[] => order.filter((mark) => marks.has(mark))
