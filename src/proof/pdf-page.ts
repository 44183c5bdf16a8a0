import type { OPS as Operators, PDFPageProxy } from 'pdfjs-dist'

/** What is painted on one page of a PDF. Coordinates in pt from its lower left corner, `y` grows upwards. */
export interface PdfPage {
  /** As its label has it: "xii", "214". */
  readonly folio: string
  /** From 0. */
  readonly index: number
  /** In the order in which they are painted; text inside pictures is not among them. */
  readonly runs: readonly PdfRun[]
  readonly rules: readonly PdfRule[]
  readonly links: readonly PdfLink[]
}

/** Glyphs that are shown at one place, in one face and size. */
export interface PdfRun {
  readonly text: string
  readonly x: number
  /** Of the baseline. */
  readonly y: number
  /** Where it ends. */
  readonly end: number
  readonly size: number
  /** It runs up the page: its `x` counts upwards from the foot, its `y` leftwards from the left edge, so that lines under one another descend as elsewhere. */
  readonly isTurned: boolean
  /** Counts the text objects (`BT`) of the page: runs of one object are one line. */
  readonly object: number
}

/** A filled rectangle. */
export interface PdfRule {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface PdfLink {
  /** Name of a destination; absence means an address outside. */
  readonly dest?: string
  readonly url?: string
}

/**
 * Reads a page operator by operator, since `getTextContent` of pdf.js joins neighbouring runs and
 * guesses spaces; here every space is one that was painted.
 */
export async function readPage(
  page: PDFPageProxy,
  folio: string,
  operators: typeof Operators,
): Promise<PdfPage> {
  const [list, annotations] = await Promise.all([
    page.getOperatorList(),
    page.getAnnotations({ intent: 'print' }),
  ])
  const interpreter = new Interpreter(operators)
  list.fnArray.forEach((operator, index) => interpreter.run(operator, list.argsArray[index]))
  const links = (annotations as readonly Annotation[])
    .filter(({ subtype }) => subtype === 'Link')
    .map(({ dest, url }): PdfLink => {
      if (typeof dest === 'string') return { dest }
      return url === undefined ? {} : { url }
    })
  const { runs, rules } = interpreter
  return { folio, index: page.pageNumber - 1, runs, rules, links }
}

interface Annotation {
  readonly subtype?: string
  readonly dest?: unknown
  readonly url?: string
}

interface Glyph {
  readonly unicode: string
  /** Thousandths of the size. */
  readonly width: number
}

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

interface State {
  readonly matrix: Matrix
  readonly size: number
  readonly scale: number
  readonly spacing: number
}

/** The part of the graphics state that places text (ISO 32000-1, 8.4 and 9.3). */
class Interpreter {
  readonly runs: PdfRun[] = []
  readonly rules: PdfRule[] = []
  readonly #operators: typeof Operators
  readonly #stack: State[] = []
  #state: State = { matrix: [1, 0, 0, 1, 0, 0], size: 0, scale: 1, spacing: 0 }
  #line: Matrix = [1, 0, 0, 1, 0, 0]
  #x = 0
  #object = 0

  constructor(operators: typeof Operators) {
    this.#operators = operators
  }

  run(operator: number, args: unknown): void {
    const { save, restore, transform, beginText, setFont, setHScale, setCharSpacing } =
      this.#operators
    const { setTextMatrix, moveText, showText, constructPath } = this.#operators
    switch (operator) {
      case save:
        this.#stack.push(this.#state)
        return
      case restore:
        this.#state = this.#stack.pop() ?? this.#state
        return
      case transform:
        this.#set({ matrix: multiply(this.#state.matrix, args as Matrix) })
        return
      case beginText:
        this.#object++
        this.#moveTo([1, 0, 0, 1, 0, 0])
        return
      case setFont:
        this.#set({ size: (args as [string, number])[1] })
        return
      case setHScale:
        this.#set({ scale: (args as [number])[0] / 100 })
        return
      case setCharSpacing:
        this.#set({ spacing: (args as [number])[0] })
        return
      case setTextMatrix:
        this.#moveTo(Object.values((args as [Matrix])[0]) as unknown as Matrix)
        return
      case moveText: {
        const [x, y] = args as [number, number]
        this.#moveTo(multiply(this.#line, [1, 0, 0, 1, x, y]))
        return
      }
      case showText:
        return this.#show((args as [readonly (Glyph | number | null)[]])[0])
      case constructPath:
        return this.#path((args as [number, unknown, ArrayLike<number> | null])[2])
      default:
        return
    }
  }

  #set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change }
  }

  #moveTo(matrix: Matrix): void {
    this.#line = matrix
    this.#x = 0
  }

  /** Pictures are set in coordinates of their own; what is written in them is part of the picture. */
  get #isPicture(): boolean {
    const [a, b, c, d, e, f] = this.#state.matrix
    return a !== 1 || b !== 0 || c !== 0 || d !== 1 || Math.abs(e) + Math.abs(f) > 0.01
  }

  #show(glyphs: readonly (Glyph | number | null)[]): void {
    const { size, scale, spacing } = this.#state
    const start = this.#x
    let text = ''
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') this.#x -= (glyph / 1000) * size * scale
      else if (glyph !== null) {
        text += glyph.unicode
        this.#x += ((glyph.width / 1000) * size + spacing) * scale
      }
    }
    if (text === '' || this.#isPicture) return
    const [a, b, , , e, f] = this.#line
    const isTurned = Math.abs(a) < Math.abs(b)
    const [stretch, x, y] = isTurned ? [b, f, -e] : [a, e, f]
    this.runs.push({
      text,
      x: x + start * stretch,
      y,
      end: x + this.#x * stretch,
      size: size * stretch,
      isTurned,
      object: this.#object,
    })
  }

  #path(box: ArrayLike<number> | null): void {
    if (box === null || this.#isPicture) return
    const [left = 0, low = 0, right = 0, high = 0] = Array.from(box)
    this.rules.push({ x: left, y: low, width: right - left, height: high - low })
  }
}

const multiply = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
]
