import type { Part } from './parts.ts'
import { doubted, quote, type Remarked } from './report.ts'
import { unmarkCalls } from './superscript.ts'

export interface Titled {
  readonly title: string
  /** Without the title. */
  readonly parts: readonly Part[]
}

/** Takes the title off the parts: the one that is given, else the heading that stands first. */
export function takeTitle(
  parts: readonly Part[],
  file: string,
  given: string | undefined,
): Remarked<Titled> {
  const first = parts[0]
  const heading = first?.type === 'heading' ? first : undefined
  const title = given?.trim() ?? ''
  if (title !== '') {
    const isSame = heading?.text.toLowerCase() === title.toLowerCase()
    return { value: { title, parts: isSame ? parts.slice(1) : parts }, remarks: [] }
  }
  if (heading === undefined) {
    const stem = (file.split(/[/\\]/).at(-1) ?? '').replace(/\.[^.]*$/, '') || 'Untitled'
    const message = `found no title before the text, so the chapter is called ${quote(stem)}`
    return {
      value: { title: stem, parts },
      remarks: [doubted(first?.lines ?? [], message, 'give the chapter its title')],
    }
  }
  // Metadata hold no calls.
  const plain = unmarkCalls(heading.text)
  const remarks =
    plain === heading.text
      ? []
      : [doubted(heading.lines, 'the title calls a note', 'call the note in the text')]
  return { value: { title: plain, parts: parts.slice(1) }, remarks }
}
