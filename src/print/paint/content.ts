import type { RuleMark } from '../galley/galley.ts'
import type { LineRun } from '../line/line.ts'
import { advanceAt } from '../line/set-words.ts'
import type { Artifact, Tag, TaggedPiece } from '../tag/tree.ts'
import { DIGITS, type Font, type Fonts } from './glyphs.ts'
import type { Inks } from './inks.ts'
import { number } from './number.ts'

/** What a row of dots is made of. */
type Dots = Pick<RuleMark, 'x' | 'y' | 'width' | 'weight' | 'color' | 'step'>

/** Property lists of artifacts (ISO 32000-1, table 330). */
const artifacts: Readonly<Record<Artifact, string>> = {
  header: '<</Type /Pagination /Subtype /Header /Attached [/Top]>>',
  footer: '<</Type /Pagination /Subtype /Footer /Attached [/Bottom]>>',
  layout: '<</Type /Layout>>',
}

/**
 * The operators of a page (ISO 32000-1, annex A), from data in the page's coordinates. What is set
 * already (font, size, scale, colour) is not set again.
 */
export class Content {
  private readonly height: number
  private readonly fonts: Fonts
  private readonly inks: Inks
  private readonly operators: string[] = []
  private font = ''
  private scale = 1
  private color = ''

  /** `height`: of the page; `y` of all that follows counts from its head. */
  constructor(height: number, fonts: Fonts, inks: Inks) {
    this.height = height
    this.fonts = fonts
    this.inks = inks
  }

  add(operator: string): void {
    this.operators.push(operator)
  }

  take(): string {
    return this.operators.splice(0).join('\n')
  }

  /** Colour of glyphs and areas. */
  fill(color: string): void {
    if (color === this.color) return
    this.color = color
    this.add(this.inks.fill(color))
  }

  /** Begins a marked-content sequence (14.6), which `end` ends. */
  begin(tag: Tag): void {
    this.add(
      tag.type === 'Artifact'
        ? `/Artifact ${artifacts[tag.artifact]} BDC`
        : `/${tag.type} <</MCID ${tag.mcid}>> BDC`,
    )
  }

  end(): void {
    this.add('EMC')
  }

  /** A line of type, its baseline at `y`, or at `x` and upwards from `y` where it is turned: one text object, and in it a sequence for each piece. */
  line(pieces: readonly TaggedPiece[], x: number, y: number, isTurned = false): void {
    if (pieces.length === 0) return
    this.add('BT')
    for (const { runs, tag } of pieces) {
      this.begin(tag)
      for (const run of runs) {
        const [along, up] = [run.x, run.rise]
        const low = this.height - y
        this.run(run, (at) =>
          isTurned
            ? `0 1 -1 0 ${number(x - up)} ${number(low + along + at)}`
            : `1 0 0 1 ${number(x + along + at)} ${number(low + up)}`,
        )
      }
      this.end()
    }
    this.add('ET')
  }

  /** A horizontal rule whose middle is at `y`; turned, it stands on `y`, its middle at `x`. */
  rule({ x, y, width, weight, color, isTurned }: RuleMark): void {
    this.fill(color)
    const low = this.height - y
    const box =
      isTurned === true
        ? [x - weight / 2, low, weight, width]
        : [x, low - weight / 2, width, weight]
    this.add(`${box.map(number).join(' ')} re f`)
  }

  /** A row of round dots, their middles from `x` on at each step: a dashed line of length 0 with round caps (8.4.3.6). */
  dots({ x, y, width, weight, color, step }: Dots): void {
    const middle = number(this.height - y)
    this.add(
      `q ${this.inks.stroke(color)} ${number(weight)} w 1 J [0 ${number(step ?? width)}] 0 d ${number(x)} ${middle} m ${number(x + width + weight / 10)} ${middle} l S Q`,
    )
  }

  private run(run: LineRun, matrixAt: MatrixAt): void {
    if (run.words.length === 0) return
    const font = this.fonts.use(run.face)
    const setting = `/${font.name} ${number(run.size)} Tf`
    this.fill(run.color)
    if (setting !== this.font) this.add(setting)
    if (run.expansion !== this.scale) this.add(`${number(run.expansion * 100)} Tz`)
    this.font = setting
    this.scale = run.expansion
    this.add(`${matrixAt(0)} Tm ${showGlyphs(run, font, matrixAt)}`)
  }
}

/** A place in a run, pt from its start, and which way it runs (9.4.2). */
type MatrixAt = (at: number) => string

/**
 * Glyphs with the white between them. A number in the array moves back, in thousandths of an em and
 * before the horizontal scale (9.4.3, 9.4.4). What rounding loses goes to the next, so that the end
 * of the line is where it was reckoned. A letter with its marks is one text (14.9.4): readers would
 * part them, as marks are raised and go back.
 */
function showGlyphs(run: LineRun, font: Font, matrixAt: MatrixAt): string {
  const operators: string[] = []
  let parts: string[] = []
  let shown = ''
  /** Codes of the word that is being shown, and the first of them that is not yet. */
  let hex = ''
  let from = 0
  let owed = 0
  let raised = 0
  /** From the start of the run, pt. */
  let at = 0
  const show = (to: number): void => {
    shown += hex.slice(from * DIGITS, to * DIGITS)
    from = to
  }
  const flush = (): void => {
    if (shown !== '') parts.push(`<${shown}>`)
    shown = ''
  }
  /** Moves back by what is owed, before the glyph `at`, where it is enough to be written. */
  const back = (at: number): void => {
    const rounded = Math.round(owed * 10) / 10
    if (rounded === 0) return
    owed -= rounded
    show(at)
    flush()
    // Two numbers in a row are two.
    const isAfterNumber = parts.length > 0 && !parts.at(-1)!.startsWith('<')
    parts.push(`${isAfterNumber ? ' ' : ''}${rounded}`)
  }
  /** Writes an operator between the glyphs before `at` and the others. */
  const put = (operator: string, at: number): void => {
    show(at)
    flush()
    if (parts.length > 0) operators.push(`[${parts.join('')}] TJ`)
    operators.push(operator)
    parts = []
  }
  const raise = (by: number, at: number): void => {
    if (by === raised) return
    put(`${number(by)} Ts`, at)
    raised = by
  }
  /**
   * A last glyph, unseen (9.3.6), where the next letter begins: poppler takes a cluster to reach from
   * its first glyph to its last, which is a mark over the letter's middle.
   */
  const endCluster = (id: number, glyph: number): void => {
    raise(0, glyph + 1)
    put(`3 Tr <${font.unseen(id)}> Tj 0 Tr EMC ${matrixAt(at)} Tm`, glyph + 1)
    owed = 0
  }
  const unit = 1000 / (run.size * run.expansion)
  for (let index = 0; index < run.words.length; index++) {
    const word = run.words[index]!
    const codes = font.codes(word)
    hex = codes.hex
    from = 0
    for (let glyph = 0; glyph < codes.widths.length; glyph++) {
      const isCluster = word.texts[glyph] !== '' && word.texts[glyph + 1] === ''
      if (isCluster) put(`/Span <</ActualText <${utf16(word.texts[glyph]!)}>>> BDC`, glyph)
      const shift = word.shifts?.[glyph]
      const dx = shift === undefined ? 0 : shift[0] * run.em * run.expansion
      raise(shift === undefined ? 0 : shift[1] * run.em, glyph)
      if (dx !== 0) {
        owed -= dx * unit
        back(glyph)
      }
      const advance = advanceAt(run, index, glyph)
      at += advance
      owed += codes.widths[glyph]! - (advance - dx) * unit
      back(glyph + 1)
      const isClusterEnd = word.texts[glyph] === '' && word.texts[glyph + 1] !== ''
      if (isClusterEnd) endCluster(word.ids[glyph]!, glyph)
    }
    show(codes.widths.length)
  }
  flush()
  if (parts.length > 0) operators.push(`[${parts.join('')}] TJ`)
  if (raised !== 0) operators.push('0 Ts')
  return operators.join(' ')
}

/** A text string (7.9.2.2) as hexadecimal digits: UTF-16 with its mark. */
function utf16(text: string): string {
  let digits = 'feff'
  for (let at = 0; at < text.length; at++)
    digits += text.charCodeAt(at).toString(16).padStart(DIGITS, '0')
  return digits
}
