import type { RevisedParagraph } from '../docx-reader/revisions/revised.ts'
import type { EditedParagraph } from './align.ts'
import { editedAtoms, type NoteName } from './edited-atoms.ts'

/** Styles of what the template and `book.yaml` write: title page, colophon, contents. */
const matter = /^(?:title$|subtitle$|title page|colophon|toc|contents heading)/u

/**
 * Paragraphs as they were before anything tracked was done: one that was split is whole again. Those
 * of the front matter, lists that the program makes, and empty ones that nobody named are left out.
 */
export function paragraphsBefore(
  paragraphs: readonly RevisedParagraph[],
  noteName: NoteName,
): readonly EditedParagraph[] {
  const found: EditedParagraph[] = []
  let open: EditedParagraph | undefined
  const flush = (): void => {
    if (open !== undefined && isSomething(open)) found.push(open)
    open = undefined
  }
  for (const paragraph of paragraphs) {
    if (paragraph.isGenerated || matter.test(paragraph.kind.style)) continue
    const { cell: at } = paragraph
    const cell = at === undefined ? undefined : [at.table, at.row, at.column].join(',')
    if (open !== undefined && open.cell !== cell) flush()
    open = {
      names: [...(open?.names ?? []), ...paragraph.names],
      ...(cell !== undefined && { cell }),
      atoms: [...(open?.atoms ?? []), ...editedAtoms(paragraph, noteName)],
    }
    if (paragraph.mark.inserted === undefined) flush()
  }
  flush()
  return found
}

/** An empty paragraph has neither a name nor anything but its end. */
const isSomething = ({ names, atoms }: EditedParagraph): boolean =>
  names.some((name) => name.startsWith('_im')) || atoms.some(({ type }) => type !== 'end')

/**
 * A note's paragraphs without what stands before its text: a number that is written out, and the white
 * after it.
 */
export function withoutNumber(
  paragraphs: readonly RevisedParagraph[],
  number: string | undefined,
): readonly RevisedParagraph[] {
  const [first, ...rest] = paragraphs
  if (first === undefined) return paragraphs
  const opening = first.items.findIndex(({ within = [] }) =>
    within.some((name) => name.startsWith('_im')),
  )
  const head = first.items.slice(0, opening < 0 ? first.items.length : opening)
  const said = head.map(({ text }) => text).join('')
  const written = number !== undefined && said.startsWith(number) ? number.length : 0
  const all = first.items.map(({ text }) => text).join('')
  const blanks = /^[\s\u00A0]*/u.exec(all.slice(written))?.[0].length ?? 0
  // A number without white behind it is the first word of the text.
  let cut = written > 0 && blanks === 0 && written < all.length ? 0 : written + blanks
  const items = first.items.flatMap((item) => {
    const taken = Math.min(cut, item.text.length)
    cut -= taken
    const text = item.text.slice(taken)
    return taken > 0 && text === '' ? [] : [{ ...item, text }]
  })
  return [{ ...first, items }, ...rest]
}
