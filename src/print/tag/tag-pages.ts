/**
 * In: pages, and the Book whose text stands on them.
 * Out: every placed item as a part of the logical structure or as an artifact (ISO 32000-1, 14.7 and 14.8).
 * Never: moves anything.
 */
import { chaptersOf, type Book } from '../../model/book.ts'
import type { Template } from '../../template/template.ts'
import { wordsFor } from '../../template/words.ts'
import type { LineMark, Owner, PictureMark, RuleMark } from '../galley/galley.ts'
import { widthOf } from '../line/set-words.ts'
import type { Page, Placed } from '../page/page.ts'
import { marksOf } from './link-target.ts'
import { growMatter, type Matter } from './matter.ts'
import { growSkeleton, keyOf, type Skeleton } from './skeleton.ts'
import { tagLine, type Block, type Stretch } from './tag-line.ts'
import type {
  LinkArea,
  Tag,
  TagElement,
  TaggedItem,
  TaggedPage,
  TaggedPages,
  TaggedPiece,
} from './tree.ts'

/** Height of a link over and under the baseline, in ems: ascender and descender. */
const OVER = 0.78
const UNDER = 0.24

export function tagPages(pages: readonly Page[], book: Book, template: Template): TaggedPages {
  const root: TagElement = { type: 'Document', kids: [] }
  const tagger: Tagger = {
    skeleton: growSkeleton(book),
    matter: growMatter(),
    blocks: new Map(),
    destinations: new Set(pages.flatMap((page) => page.items.flatMap(namesOf))),
    languages: new Map(chaptersOf(book).map(({ id, language }) => [id, language])),
    language: book.metadata.language,
    template,
  }
  const tagged = pages.map((page, index) => new PageTagger(tagger, page, index).tag())
  const { matter, skeleton } = tagger
  root.kids.push(...matter.before(), ...skeleton.chapters, ...matter.after())
  return { pages: tagged, root }
}

interface Tagger {
  readonly skeleton: Skeleton
  readonly matter: Matter
  /** By owner: all lines of a paragraph have the same. */
  readonly blocks: Map<Owner, Block>
  readonly destinations: ReadonlySet<string>
  readonly languages: ReadonlyMap<string, string>
  readonly language: string
  readonly template: Template
}

/** Names that an item gives to its place. */
const namesOf = (item: Placed): readonly string[] =>
  item.type === 'anchor'
    ? [item.name]
    : item.type === 'line'
      ? marksOf(item.line.runs).map(([name]) => name)
      : []

class PageTagger {
  private readonly tagger: Tagger
  private readonly page: Page
  private readonly index: number
  private readonly elements: TagElement[] = []

  constructor(tagger: Tagger, page: Page, index: number) {
    this.tagger = tagger
    this.page = page
    this.index = index
  }

  tag(): TaggedPage {
    const items = this.page.items.flatMap((item): TaggedItem[] =>
      item.type === 'anchor' ? [] : [item.type === 'line' ? this.line(item) : this.mark(item)],
    )
    return { page: this.page, items, elements: this.elements }
  }

  private line(mark: LineMark): TaggedItem {
    const artifact = artifactOf(mark, this.page)
    if (artifact !== undefined) {
      return { type: 'line', mark, pieces: [{ runs: mark.line.runs, tag: artifact }] }
    }
    const pieces: TaggedPiece[] = []
    for (const stretch of tagLine(mark.line, this.blockOf(mark.owner), this.tagger.destinations)) {
      pieces.push({ runs: stretch.runs, tag: this.content(stretch.element) })
      if (stretch.link !== undefined) stretch.link.element.kids.push(this.areaOf(mark, stretch))
    }
    return { type: 'line', mark, pieces }
  }

  private mark(mark: RuleMark | PictureMark): TaggedItem {
    const artifact = artifactOf(mark, this.page)
    if (artifact !== undefined) return { type: 'mark', mark, tag: artifact }
    const { element } = this.blockOf(mark.owner)
    if (mark.type === 'picture') {
      const { x, y, width, height } = mark
      const foot = this.page.height
      element.box = [x, foot - y - height, x + width, foot - y]
    }
    return { type: 'mark', mark, tag: this.content(element) }
  }

  /** A new marked content of an element. */
  private content(element: TagElement): Tag {
    const mcid = this.elements.push(element) - 1
    element.kids.push({ type: 'content', page: this.index, mcid })
    return { type: element.type, mcid }
  }

  private areaOf(mark: LineMark, { runs, link }: Stretch): LinkArea {
    const [first] = runs
    const last = runs.at(-1)
    if (first === undefined || last === undefined || link === undefined) {
      throw new Error('a link without text has no area')
    }
    const size = Math.max(...runs.map((run) => run.size))
    const end = last.x + widthOf(last)
    const [length, height] = [end - first.x, (OVER + UNDER) * size]
    const box =
      mark.isTurned === true
        ? { x: mark.x - OVER * size, y: mark.y - end, width: height, height: length }
        : { x: mark.x + first.x, y: mark.y - OVER * size, width: length, height }
    return {
      type: 'area',
      page: this.index,
      ...box,
      target: link.target,
      spoken: link.spoken,
    }
  }

  private blockOf(owner: Owner): Block {
    const { blocks } = this.tagger
    let block = blocks.get(owner)
    if (block === undefined) blocks.set(owner, (block = this.newBlock(owner)))
    return block
  }

  private newBlock({ chapter, note, path, part, row, column }: Owner): Block {
    const { skeleton, matter, languages, language: main, template } = this.tagger
    const language = (chapter === undefined ? undefined : languages.get(chapter)) ?? main
    const words = wordsFor(template, language)
    if (chapter === undefined) {
      return { element: matter.elementOf(this.page.kind, path), language, words }
    }
    const within = (at: readonly number[], name: string): TagElement | undefined =>
      skeleton.byKey.get(keyOf(chapter, note, at, name))
    const element = within(path, part === 'cell' ? `cell ${row ?? 0} ${column ?? 0}` : part)
    if (element === undefined) {
      throw new Error(`no element for ${keyOf(chapter, note, path, part)}`)
    }
    const label = within(path, 'marker') ?? (note === undefined ? undefined : within([], 'number'))
    return { element, language, words, ...(label !== undefined && { label }) }
  }
}

/** A tag for what says nothing that is not said elsewhere; undefined for a part of the text. */
function artifactOf(mark: LineMark | RuleMark | PictureMark, page: Page): Tag | undefined {
  const { part } = mark.owner
  if (part === 'runningHead' || part === 'folio') {
    return { type: 'Artifact', artifact: mark.y < page.height / 2 ? 'header' : 'footer' }
  }
  const isSilent =
    mark.type === 'rule' || part === 'repeat' || part === 'ornament' || part === 'separator'
  return isSilent ? { type: 'Artifact', artifact: 'layout' } : undefined
}
