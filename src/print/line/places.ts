import type { Division, Word } from '../type/fount.ts'
import {
  BOX,
  COST,
  FIELDS,
  FORCED,
  HANG_LEFT,
  HANG_RIGHT,
  HYPHEN,
  INK,
  LEVEL,
  LEVEL_HYPHEN,
  NEXT_INK,
  NEXT_SHRINK,
  NEXT_STRETCH,
  NEXT_WIDTH,
  SHRINK,
  STRETCH,
  WIDTH,
  type Glue,
} from './items.ts'

/** Characters to a place: more than a paragraph of any language here has had. Too few only means that the table grows. */
const CHARACTERS_TO_A_PLACE = 2

/**
 * Gathers the places of a paragraph, in the order of its text: `startBox`, any `divide`, `endBox`,
 * then at most one `breakAfter` and `addGlue`, and so on; `force` where a line must end.
 */
export class Places {
  /** Records of FIELDS numbers, as `Items.places` has them. */
  places: Float64Array
  readonly divisions: (Division | undefined)[] = [undefined]
  count = 1
  private readonly protrusion: boolean
  /** Σ up to here. */
  private width = 0
  private stretch = 0
  private shrink = 0
  private ink = 0
  /** Σ before the word that is being set. */
  private wordWidth = 0
  private wordInk = 0
  /** How far the last box hangs out at the end of a line, pt. */
  private lastHang = 0
  /** First place whose next line starts with a box that is still to come. */
  private pending = 0

  /** `protrusion`: whether marks may hang out. `length` of the text, in characters. */
  constructor(protrusion: boolean, length: number) {
    this.protrusion = protrusion
    this.places = new Float64Array((Math.ceil(length / CHARACTERS_TO_A_PLACE) + 8) * FIELDS)
    this.places[BOX] = -1
  }

  /** True at the start of the paragraph and right after a forced break. */
  isAtLineStart(): boolean {
    const { pending } = this
    return (
      pending === this.count - 1 && (pending === 0 || this.places[pending * FIELDS + FORCED] === 1)
    )
  }

  startBox(word: Word, size: number, kern: number): void {
    this.width += kern
    const hang = this.protrusion ? word.hangLeft * size : 0
    for (let place = this.pending; place < this.count; place++) this.setNext(place, hang)
    this.wordWidth = this.width
    this.wordInk = this.ink
  }

  /** A break within the word that was started. */
  divide(box: number, word: Word, division: Division, size: number, cost: number): void {
    const at = this.add(box, cost, LEVEL_HYPHEN, true)
    const { places } = this
    this.divisions[this.count - 1] = division
    places[at + WIDTH] = this.wordWidth + division.before * size
    places[at + INK] = this.wordInk + division.before * size
    if (this.protrusion) {
      places[at + HANG_RIGHT] = division.hangRight * size
      places[at + HANG_LEFT] = division.hangLeft * size
    }
    const rest = (word.width - division.after) * size
    places[at + NEXT_WIDTH] = this.wordWidth + rest
    places[at + NEXT_INK] = this.wordInk + rest
    places[at + NEXT_STRETCH] = this.stretch
    places[at + NEXT_SHRINK] = this.shrink
  }

  /** `tracking` after the word's last letter is white, and hangs out. */
  endBox(word: Word, size: number, tracking: number): void {
    this.width += word.width * size
    this.ink += word.width * size
    this.lastHang = ((this.protrusion ? word.hangRight : 0) + tracking) * size
    this.pending = this.count
  }

  breakAfter(box: number, cost: number, level: number, isHyphen: boolean): void {
    const at = this.add(box, cost, level, isHyphen)
    this.places[at + HANG_RIGHT] = this.lastHang
  }

  addGlue(glue: Glue): void {
    this.width += glue.width
    this.stretch += glue.stretch
    this.shrink += glue.shrink
  }

  force(box: number): void {
    const hang = this.isAtLineStart() ? 0 : this.lastHang
    const at = this.add(box, 0, 0, false)
    this.places[at + FORCED] = 1
    this.places[at + HANG_RIGHT] = hang
    // The glue before it is dropped with it.
    this.setNext(this.count - 1, 0)
    this.pending = this.count - 1
  }

  private setNext(place: number, hang: number): void {
    const { places } = this
    const at = place * FIELDS
    places[at + NEXT_WIDTH] = this.width
    places[at + NEXT_STRETCH] = this.stretch
    places[at + NEXT_SHRINK] = this.shrink
    places[at + NEXT_INK] = this.ink
    places[at + HANG_LEFT] = hang
  }

  /** Adds a place where the text has come to; gives where its record starts. */
  private add(box: number, cost: number, level: number, isHyphen: boolean): number {
    const at = this.count * FIELDS
    if (at === this.places.length) this.grow()
    const { places } = this
    places[at + WIDTH] = this.width
    places[at + STRETCH] = this.stretch
    places[at + SHRINK] = this.shrink
    places[at + INK] = this.ink
    places[at + COST] = cost
    places[at + LEVEL] = level
    places[at + HYPHEN] = isHyphen ? 1 : 0
    places[at + BOX] = box
    this.divisions.push(undefined)
    this.count++
    return at
  }

  private grow(): void {
    const wider = new Float64Array(this.places.length * 2)
    wider.set(this.places)
    this.places = wider
  }
}
