import type { Face } from '../../template/template.ts'
import {
  addGlyph,
  openFont,
  useFont,
  type EmbeddedFont,
  type PdfDocument,
} from './pdfkit-private.ts'

/** A glyph as the content stream names it. */
export interface Code {
  /** Four hexadecimal digits. */
  readonly hex: string
  /** Advance in the face, thousandths of an em. */
  readonly width: number
}

/** A face in the document. */
export interface Font {
  readonly key: string
  /** Its name among a page's resources. */
  readonly name: string
  /** The code of a glyph that stands for `text`. */
  readonly code: (glyph: number, text: string) => Code
  /** The outline of a glyph as operators, in units of the face. */
  readonly outline: (glyph: number) => string
  readonly unitsPerEm: number
}

export interface Fonts {
  /** Opens a face at its first use, and names it on the page that is being painted. */
  readonly use: (key: string) => Font
}

/**
 * Characters as they should be copied: every space as a space, and no soft hyphen, since readers
 * drop it and with it the hyphen of a compound.
 */
const asCopied = (text: string): string =>
  text.replace(/[\u00A0\u2007\u2009\u200A\u202F]/gu, ' ').replaceAll('\u00AD', '-')

export function openFonts(document: PdfDocument, faces: readonly Face[]): Fonts {
  const bytes = new Map(faces.map((face) => [face.key, face.bytes]))
  const opened = new Map<string, { font: Font; embedded: EmbeddedFont }>()
  const open = (key: string): { font: Font; embedded: EmbeddedFont } => {
    const known = opened.get(key)
    if (known !== undefined) return known
    const file = bytes.get(key)
    if (file === undefined) throw new Error(`no face has the key ${key}`)
    const embedded = openFont(document, key, file)
    const made = { font: fontOf(key, embedded), embedded }
    opened.set(key, made)
    return made
  }
  return {
    use(key) {
      const { font, embedded } = open(key)
      useFont(document, embedded)
      return font
    },
  }
}

function fontOf(key: string, embedded: EmbeddedFont): Font {
  const codes = new Map<string, Code>()
  const outlines = new Map<number, string>()
  return {
    key,
    name: embedded.id,
    unitsPerEm: embedded.font.unitsPerEm,
    code(glyph, text) {
      const copied = asCopied(text)
      const known = codes.get(`${glyph} ${copied}`)
      if (known !== undefined) return known
      const cid = addGlyph(embedded, glyph, copied)
      const code = {
        hex: cid.toString(16).padStart(4, '0'),
        width: embedded.widths[cid] ?? 0,
      }
      codes.set(`${glyph} ${copied}`, code)
      return code
    },
    outline(glyph) {
      let outline = outlines.get(glyph)
      if (outline === undefined) {
        outline = outlineOf(embedded, glyph)
        outlines.set(glyph, outline)
      }
      return outline
    },
  }
}

const operators: Readonly<Record<string, string>> = {
  moveTo: 'm',
  lineTo: 'l',
  bezierCurveTo: 'c',
  closePath: 'h',
}

/** In units of the face, which are whole numbers: short to write. */
function outlineOf({ font }: EmbeddedFont, glyph: number): string {
  let [x, y] = [0, 0]
  return font
    .getGlyph(glyph)
    .path.commands.map(({ command, args }) => {
      // A quadratic curve of a TrueType face, as a cubic one.
      if (command === 'quadraticCurveTo') {
        const [cx = 0, cy = 0, toX = 0, toY = 0] = args
        const cubic = [x + (2 * (cx - x)) / 3, y + (2 * (cy - y)) / 3]
        cubic.push(toX + (2 * (cx - toX)) / 3, toY + (2 * (cy - toY)) / 3, toX, toY)
        ;[x, y] = [toX, toY]
        return `${cubic.map(Math.round).join(' ')} c`
      }
      if (args.length > 0) [x = 0, y = 0] = args.slice(-2)
      return `${args.map(Math.round).join(' ')} ${operators[command] ?? ''}`
    })
    .join('\n')
}
