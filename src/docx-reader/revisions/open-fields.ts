import type { XmlElement } from '../xml.ts'

/** What a field is to a reader of changes. */
type FieldKind = 'pointing' | 'link' | 'generated' | 'plain' | 'foreign'

interface OpenField {
  instruction: string
  value: string
  isShown: boolean
}

interface EndedField {
  readonly instruction: string
  readonly kind: FieldKind
  /** What it shows. */
  readonly value: string
}

const kinds: readonly (readonly [RegExp, FieldKind])[] = [
  [/^(?:REF|NOTEREF|PAGEREF|SEQ)\b/iu, 'pointing'],
  [/^HYPERLINK\b/iu, 'link'],
  [/^(?:TOC|INDEX|BIBLIOGRAPHY)\b/iu, 'generated'],
  [/^(?:INCLUDETEXT|INCLUDEPICTURE|DDE|DDEAUTO|LINK|DATABASE|MACROBUTTON|IMPORT)\b/iu, 'foreign'],
]

const kindOf = (instruction: string): FieldKind =>
  kinds.find(([pattern]) => pattern.test(instruction.trim()))?.[1] ?? 'plain'

/** Fields as they open and close (`w:fldChar`, `w:fldSimple`): what they point to, and what they only show. */
export class OpenFields {
  readonly #open: OpenField[] = []

  /** True inside a list that the program makes. */
  get isGenerating(): boolean {
    return this.#open.some(({ instruction }) => kindOf(instruction) === 'generated')
  }

  /** Address of the link that a field makes of its text. */
  get link(): string | undefined {
    const field = this.#open.findLast(({ instruction }) => kindOf(instruction) === 'link')
    if (field === undefined) return undefined
    const [, local = '', address = ''] =
      /HYPERLINK\s+(?:\\l\s+"([^"]*)"|"([^"]*)")/iu.exec(field.instruction) ?? []
    return local === '' ? address : `#${local}`
  }

  begin(instruction: string): void {
    this.#open.push({ instruction, value: '', isShown: true })
  }

  /** `w:fldChar` of a beginning or a separator. */
  mark(element: XmlElement): void {
    const type = element.attributes.get('w:fldCharType')
    if (type === 'begin') this.#open.push({ instruction: '', value: '', isShown: false })
    const current = this.#open.at(-1)
    if (type === 'separate' && current !== undefined) current.isShown = true
  }

  instruct(text: string): void {
    const current = this.#open.at(-1)
    if (current !== undefined && !current.isShown) current.instruction += text
  }

  end(): EndedField | undefined {
    const field = this.#open.pop()
    if (field === undefined) return undefined
    const instruction = field.instruction.trim()
    return { instruction, kind: kindOf(instruction), value: field.value }
  }

  /** Takes text that a field shows and the program fills in; false where the text is the document's own. */
  show(text: string): boolean {
    if (this.#open.some(({ isShown }) => !isShown)) return true
    const pointing = this.#open.filter(({ instruction }) => kindOf(instruction) === 'pointing')
    for (const field of pointing) field.value += text
    return pointing.length > 0
  }
}
