import type { DocxCell, DocxChange, DocxField, DocxParagraph, DocxRun } from './contents.ts'
import { Fields } from './fields.ts'
import { noteProperties, type Call, type NoteProperties } from './note-count.ts'
import { changeOf, markOf } from './changes.ts'
import { specialText } from './special-text.ts'
import { elementsOf, firstOf, textOf, valueOf, type XmlElement } from './xml.ts'

/** A bookmark as it was met; the call in it by its index, since numbers are not known yet. */
export interface OpenBookmark {
  readonly name: string
  text: string
  call?: number
}

/** What a part refers to by id. */
export interface Names {
  readonly styles: ReadonlyMap<string, string>
  readonly targets: ReadonlyMap<string, string>
}

/** What stands around a run. */
interface Around {
  readonly change?: DocxChange
  readonly link?: string
  readonly cell?: DocxCell
}

/** Reads the paragraphs of one part, or of one note, in order, and keeps what it met on the way. */
export class Walk {
  readonly paragraphs: DocxParagraph[] = []
  readonly calls: (Call & { readonly id: string; readonly block: number })[] = []
  readonly bookmarks: OpenBookmark[] = []
  readonly sections: NoteProperties[] = []
  readonly #names: Names
  readonly #fields = new Fields()
  readonly #open = new Map<string, OpenBookmark>()
  #runs: DocxRun[] = []
  #tables = 0

  constructor(names: Names) {
    this.#names = names
  }

  get fields(): readonly DocxField[] {
    return this.#fields.done
  }

  /** Children of a body, note, cell or content control: paragraphs and tables, and what wraps them. */
  blocks(owner: XmlElement, around: Around = {}): void {
    for (const child of elementsOf(owner)) {
      switch (child.name) {
        case 'w:p':
          this.#paragraph(child, around)
          break
        case 'w:tbl':
          this.#table(child, around)
          break
        case 'w:sectPr':
          this.sections.push(noteProperties(child))
          break
        case 'w:bookmarkStart':
        case 'w:bookmarkEnd':
          this.#bookmark(child)
          break
        default:
          for (const inner of containersOf(child)) this.blocks(inner, this.#changed(child, around))
      }
    }
  }

  #table(table: XmlElement, around: Around): void {
    const number = around.cell === undefined ? this.#tables : around.cell.table
    if (around.cell === undefined) this.#tables += 1
    elementsOf(table, 'w:tr').forEach((tr, row) => {
      const isHeader = isOn(firstOf(firstOf(tr, 'w:trPr'), 'w:tblHeader'))
      elementsOf(tr, 'w:tc').forEach((tc, column) => {
        // A table in a cell is read as part of that cell.
        const cell = around.cell ?? { table: number, row, column, isHeader }
        this.blocks(tc, { ...around, cell })
      })
    })
  }

  #paragraph(p: XmlElement, around: Around): void {
    const properties = firstOf(p, 'w:pPr')
    this.#runs = []
    this.#inlines(p, around)
    const runs = this.#runs
    const style = valueOf(properties, 'w:pStyle')
    const numbering = firstOf(properties, 'w:numPr')
    const id = valueOf(numbering, 'w:numId')
    const mark = markOf(firstOf(properties, 'w:rPr'))
    this.paragraphs.push({
      type: 'paragraph',
      ...(style !== undefined && { style: this.#names.styles.get(style) ?? style }),
      ...(id !== undefined && {
        list: { id, level: Number(valueOf(numbering, 'w:ilvl') ?? 0) },
      }),
      ...(around.cell !== undefined && { cell: around.cell }),
      runs,
      text: acceptedText(runs),
      ...(mark !== undefined && { mark }),
    })
    const section = firstOf(properties, 'w:sectPr')
    if (section !== undefined) this.sections.push(noteProperties(section))
    for (const bookmark of this.#open.values()) bookmark.text += '\n'
  }

  /** Children of a paragraph and of what wraps runs in it. */
  #inlines(owner: XmlElement, around: Around): void {
    for (const child of elementsOf(owner)) {
      switch (child.name) {
        case 'w:r':
          this.#run(child, around)
          break
        case 'w:hyperlink':
          this.#inlines(child, { ...around, link: this.#linkOf(child) })
          break
        case 'w:fldSimple':
          this.#fields.begin(child.attributes.get('w:instr') ?? '')
          this.#inlines(child, around)
          this.#fields.end()
          break
        case 'w:bookmarkStart':
        case 'w:bookmarkEnd':
          this.#bookmark(child)
          break
        case 'w:pPr':
          break
        default:
          for (const inner of containersOf(child))
            this.#inlines(inner, this.#changed(child, around))
      }
    }
  }

  #run(r: XmlElement, around: Around): void {
    const properties = firstOf(r, 'w:rPr')
    const style = valueOf(properties, 'w:rStyle')
    const language = firstOf(properties, 'w:lang')?.attributes.get('w:val')
    const shared = {
      ...(style !== undefined && { style: this.#names.styles.get(style) ?? style }),
      ...(language !== undefined && { language }),
      ...(around.link !== undefined && { link: around.link }),
      ...(around.change !== undefined && { change: around.change }),
    }
    const custom = elementsOf(r, 'w:footnoteReference').some(
      (each) => each.attributes.get('w:customMarkFollows') !== undefined,
    )
    for (const child of elementsOf(r)) {
      if (child.name === 'w:footnoteReference') this.#call(child, r, custom, shared)
      else if (child.name === 'w:fldChar') this.#fields.mark(child)
      else if (child.name === 'w:instrText') this.#fields.instruct(textOf(child))
      else if (child.name === 'w:drawing') {
        const alt = altOf(child)
        this.#runs.push({ text: '', ...(alt !== undefined && { alt }), ...shared })
      } else if (!custom) this.#text(specialText(child), shared)
    }
  }

  #text(text: string, shared: Omit<DocxRun, 'text'>): void {
    if (text === '' || this.#fields.isInstruction) return
    this.#runs.push({ text, ...shared })
    if (shared.change?.type === 'deletion') return
    this.#fields.show(text)
    for (const bookmark of this.#open.values()) bookmark.text += text
  }

  #call(
    reference: XmlElement,
    r: XmlElement,
    custom: boolean,
    shared: Omit<DocxRun, 'text'>,
  ): void {
    const id = reference.attributes.get('w:id') ?? ''
    this.#runs.push({ text: '', footnote: id, ...shared })
    if (shared.change?.type === 'deletion') return
    for (const bookmark of this.#open.values()) bookmark.call ??= this.calls.length
    const mark = elementsOf(r, 'w:t').map(textOf).join('')
    this.calls.push({
      id,
      block: this.paragraphs.length,
      section: this.sections.length,
      ...(custom && { custom: mark }),
    })
  }

  #bookmark(element: XmlElement): void {
    const id = element.attributes.get('w:id') ?? ''
    if (element.name === 'w:bookmarkEnd') {
      this.#open.delete(id)
      return
    }
    const bookmark = { name: element.attributes.get('w:name') ?? '', text: '' }
    this.#open.set(id, bookmark)
    this.bookmarks.push(bookmark)
  }

  #linkOf(hyperlink: XmlElement): string {
    const id = hyperlink.attributes.get('r:id')
    const anchor = hyperlink.attributes.get('w:anchor')
    const target = id === undefined ? '' : (this.#names.targets.get(id) ?? '')
    return anchor === undefined ? target : `${target}#${anchor}`
  }

  #changed(element: XmlElement, around: Around): Around {
    const change = changeOf(element)
    // Text inserted and deleted again is deleted.
    if (change === undefined || around.change?.type === 'deletion') return around
    return { ...around, change }
  }
}

/** The text of runs that stay when all changes are accepted. */
export const acceptedText = (runs: readonly DocxRun[]): string =>
  runs.map((run) => (run.change?.type === 'deletion' ? '' : run.text)).join('')

/** What wraps blocks or runs and says nothing itself; of a choice of markups, the first. */
function containersOf(element: XmlElement): readonly XmlElement[] {
  switch (element.name) {
    case 'w:ins':
    case 'w:del':
    case 'w:moveFrom':
    case 'w:moveTo':
    case 'w:smartTag':
    case 'w:customXml':
    case 'w:dir':
    case 'w:bdo':
      return [element]
    case 'w:sdt':
      return elementsOf(element, 'w:sdtContent')
    case 'mc:AlternateContent':
      return elementsOf(element)
        .filter((child) => child.name === 'mc:Choice' || child.name === 'mc:Fallback')
        .slice(0, 1)
    default:
      return []
  }
}

/** `wp:docPr/@descr`. */
const altOf = (drawing: XmlElement): string | undefined =>
  elementsOf(drawing)
    .flatMap((child) => elementsOf(child, 'wp:docPr'))[0]
    ?.attributes.get('descr')

/** `CT_OnOff`: there, and not said to be off. */
const isOn = (element: XmlElement | undefined): boolean =>
  element !== undefined &&
  !['0', 'false', 'off'].includes(element.attributes.get('w:val') ?? 'true')
