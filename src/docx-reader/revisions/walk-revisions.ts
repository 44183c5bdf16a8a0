import { specialText } from '../special-text.ts'
import { elementsOf, firstOf, textOf, type XmlElement } from '../xml.ts'
import { OpenFields } from './open-fields.ts'
import { kindOf, lookOf } from './look.ts'
import { revisedBy, revisedIn, revisionOf } from './revision-of.ts'
import type { RevisedItem, Revised, RevisedParagraph } from './revised.ts'

/** What a part refers to by id. */
export interface PartNames {
  readonly styles: ReadonlyMap<string, string>
  readonly targets: ReadonlyMap<string, string>
}

/** What stands around a paragraph or run. */
interface Around extends Revised {
  readonly link?: string
  readonly cell?: RevisedParagraph['cell']
  readonly row?: Revised
}

/** Text that a comment is about, as far as it was read. */
interface CommentRange {
  readonly paragraph: number
  about: string
}

/** Reads the paragraphs of the body, or of one note, with all that was changed in them. */
export class RevisionWalk {
  readonly paragraphs: RevisedParagraph[] = []
  readonly comments = new Map<string, CommentRange>()
  readonly foreign: string[] = []
  readonly #names: PartNames
  readonly #fields = new OpenFields()
  readonly #openComments = new Set<string>()
  readonly #openNames = new Map<string, string>()
  #bookmarks: string[] = []
  #items: RevisedItem[] = []
  #moves: { from?: string; to?: string } = {}
  #tables = 0

  constructor(names: PartNames) {
    this.#names = names
  }

  blocks(owner: XmlElement, around: Around = {}): void {
    for (const child of elementsOf(owner)) {
      if (child.name === 'w:p') this.#paragraph(child, around)
      else if (child.name === 'w:tbl') this.#table(child, around)
      else if (!this.#marker(child))
        for (const inner of this.#containers(child))
          this.blocks(inner, { ...around, ...revisedBy(child, this.#moves) })
    }
  }

  #table(table: XmlElement, around: Around): void {
    const number = this.#tables
    if (around.cell === undefined) this.#tables += 1
    elementsOf(table, 'w:tr').forEach((tr, row) => {
      const revised = revisedIn(firstOf(tr, 'w:trPr'))
      elementsOf(tr, 'w:tc').forEach((tc, column) => {
        const cell = around.cell ?? { table: number, row, column }
        this.blocks(tc, { ...around, ...revised, row: revised, cell })
      })
    })
  }

  #paragraph(p: XmlElement, around: Around): void {
    const properties = firstOf(p, 'w:pPr')
    const isGenerated = this.#fields.isGenerating
    this.#items = []
    this.#inlines(p, around)
    const change = firstOf(properties, 'w:pPrChange')
    const kind = kindOf(properties, this.#names.styles)
    this.paragraphs.push({
      names: this.#bookmarks,
      kind,
      ...(change !== undefined && {
        was: {
          kind: kindOf(firstOf(change, 'w:pPr'), this.#names.styles),
          revision: revisionOf(change),
        },
      }),
      ...(around.cell !== undefined && { cell: around.cell }),
      ...(around.row !== undefined && { row: around.row }),
      items: this.#items,
      mark: {
        ...(around.inserted !== undefined && { inserted: around.inserted }),
        ...(around.deleted !== undefined && { deleted: around.deleted }),
        ...revisedIn(firstOf(properties, 'w:rPr'), this.#moves),
      },
      isGenerated: isGenerated || this.#fields.isGenerating,
    })
    this.#bookmarks = []
    for (const id of this.#openComments) this.#about(id, ' ')
  }

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
          this.#endField(around)
          break
        default:
          if (this.#marker(child)) break
          for (const inner of this.#containers(child))
            this.#inlines(inner, { ...around, ...revisedBy(child, this.#moves) })
      }
    }
  }

  #run(r: XmlElement, around: Around): void {
    const properties = firstOf(r, 'w:rPr')
    const change = firstOf(properties, 'w:rPrChange')
    const link = this.#fields.link ?? around.link
    const language = firstOf(properties, 'w:lang')?.attributes.get('w:val')
    const within = [...this.#openNames.values()]
    const shared: Omit<RevisedItem, 'text'> = {
      look: lookOf(properties, this.#names.styles),
      ...(change !== undefined && {
        was: {
          look: lookOf(firstOf(change, 'w:rPr'), this.#names.styles),
          revision: revisionOf(change),
        },
      }),
      ...(link !== undefined && { link }),
      ...(language !== undefined && { language }),
      ...(around.inserted !== undefined && { inserted: around.inserted }),
      ...(around.deleted !== undefined && { deleted: around.deleted }),
      ...(within.length > 0 && { within }),
    }
    const isCustom = elementsOf(r, 'w:footnoteReference').length > 0
    for (const child of elementsOf(r)) {
      if (child.name === 'w:footnoteReference')
        this.#put({ text: '', call: child.attributes.get('w:id') ?? '', ...shared })
      else if (child.name === 'w:fldChar') {
        if (child.attributes.get('w:fldCharType') === 'end') this.#endField(shared)
        else this.#fields.mark(child)
      } else if (child.name === 'w:instrText' || child.name === 'w:delInstrText')
        this.#fields.instruct(textOf(child))
      else if (child.name === 'w:drawing' || child.name === 'w:pict')
        this.#put({ text: '', picture: true, ...shared })
      else if (child.name === 'w:object') this.foreign.push('an embedded object')
      // A note's own mark is written after its call.
      else if (!(isCustom && child.name === 'w:t')) {
        const text = specialText(child)
        if (text !== '') this.#put({ text, ...shared })
      }
    }
  }

  #put(item: RevisedItem): void {
    if (this.#fields.show(item.text)) return
    this.#items.push(item)
    if (item.deleted === undefined) for (const id of this.#openComments) this.#about(id, item.text)
  }

  /** A field that points is one thing, whatever it shows; of any other its text has been read. */
  #endField(shared: Omit<RevisedItem, 'text'> | Around): void {
    const ended = this.#fields.end()
    if (ended === undefined) return
    if (ended.kind === 'foreign') this.foreign.push(`a field \`${ended.instruction.slice(0, 40)}\``)
    if (ended.kind !== 'pointing') return
    const look = 'look' in shared ? shared.look : { marks: [], others: [] }
    const { inserted, deleted } = shared
    this.#put({
      text: '',
      field: ended.instruction,
      value: ended.value,
      look,
      ...(inserted !== undefined && { inserted }),
      ...(deleted !== undefined && { deleted }),
    })
  }

  #about(id: string, text: string): void {
    const range = this.comments.get(id)
    if (range !== undefined) range.about += text
  }

  /** True where an element marks a place or the end of a stretch, and was read. */
  #marker(element: XmlElement): boolean {
    const id = element.attributes.get('w:id') ?? ''
    switch (element.name) {
      case 'w:bookmarkStart': {
        const name = element.attributes.get('w:name') ?? ''
        this.#bookmarks.push(name)
        this.#openNames.set(id, name)
        return true
      }
      case 'w:bookmarkEnd':
        this.#openNames.delete(id)
        return true
      case 'w:commentRangeStart':
        this.#openComments.add(id)
        this.comments.set(id, { paragraph: this.paragraphs.length, about: '' })
        return true
      case 'w:commentRangeEnd':
        this.#openComments.delete(id)
        return true
      case 'w:moveFromRangeStart':
        this.#moves = { ...this.#moves, from: element.attributes.get('w:name') ?? '' }
        return true
      case 'w:moveToRangeStart':
        this.#moves = { ...this.#moves, to: element.attributes.get('w:name') ?? '' }
        return true
      case 'w:pPr':
      case 'w:moveFromRangeEnd':
      case 'w:moveToRangeEnd':
        return true
      default:
        return false
    }
  }

  #containers(element: XmlElement): readonly XmlElement[] {
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
        return elementsOf(element).slice(0, 1)
      case 'w:altChunk':
      case 'w:subDoc':
        this.foreign.push('another file that it takes in')
        return []
      default:
        return []
    }
  }

  #linkOf(hyperlink: XmlElement): string {
    const id = hyperlink.attributes.get('r:id')
    const anchor = hyperlink.attributes.get('w:anchor')
    const target = id === undefined ? '' : (this.#names.targets.get(id) ?? '')
    return anchor === undefined ? target : `${target}#${anchor}`
  }
}
