import type { DocxField } from './contents.ts'
import type { XmlElement } from './xml.ts'

/** Fields whose first word is the name of a bookmark. */
const pointing = /^\s*(?:REF|NOTEREF|PAGEREF)\s+("[^"]*"|\S+)/i

interface OpenField {
  instruction: string
  cached: string
  /** True from `separate` on: what follows is the cached value. */
  isShown: boolean
}

/** Fields as they open and close, one in another: simple ones (`w:fldSimple`) and those of marks (`w:fldChar`). */
export class Fields {
  readonly done: DocxField[] = []
  readonly #open: OpenField[] = []

  /** True between a field's beginning and its separator, where text is part of an instruction. */
  get isInstruction(): boolean {
    return this.#open.some((field) => !field.isShown)
  }

  begin(instruction: string): void {
    this.#open.push({ instruction, cached: '', isShown: true })
  }

  end(): void {
    const field = this.#open.pop()
    if (field === undefined) return
    const name = pointing.exec(field.instruction)?.[1]?.replaceAll('"', '')
    this.done.push({
      instruction: field.instruction.trim(),
      cached: field.cached,
      ...(name !== undefined && { bookmark: name }),
    })
  }

  /** `w:fldChar`. */
  mark(element: XmlElement): void {
    const type = element.attributes.get('w:fldCharType')
    const current = this.#open.at(-1)
    if (type === 'begin') this.#open.push({ instruction: '', cached: '', isShown: false })
    else if (type === 'separate' && current !== undefined) current.isShown = true
    else if (type === 'end') this.end()
  }

  /** `w:instrText`. */
  instruct(text: string): void {
    const current = this.#open.at(-1)
    if (current !== undefined && !current.isShown) current.instruction += text
  }

  /** Text that every open field shows. */
  show(text: string): void {
    for (const field of this.#open) field.cached += text
  }
}
