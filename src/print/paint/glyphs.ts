import type { Face } from '../../template/template.ts'
import type { Glyphs } from '../type/glyphs.ts'
import type { Outline } from '../type/shape.ts'
import { embedFont, type EmbeddedFont } from './font/embed.ts'
import { useFont, type PdfDocument } from './pdfkit-private.ts'

/** Hexadecimal digits to a code. */
export const DIGITS = 4

/** Glyphs as the content stream names them. */
export interface Codes {
  /** Four digits a glyph. */
  readonly hex: string
  /** Advance of each in the face, thousandths of an em. */
  readonly widths: readonly number[]
}

/** A face in the document. */
export interface Font {
  readonly key: string
  /** Its name among a page's resources. */
  readonly name: string
  /** The codes of a word's glyphs, each for the text that it stands for. */
  readonly codes: (word: Glyphs) => Codes
  /** The code of a glyph that is not seen, and copied as nothing. */
  readonly unseen: (glyph: number) => string
  /** The outline of a glyph as operators, in units of the face. */
  readonly outline: (glyph: number) => string
  readonly unitsPerEm: number
}

export interface Fonts {
  /** Opens a face at its first use, and names it on the page that is being painted. */
  readonly use: (key: string) => Font
  /** Writes the faces that were used, cut down to their glyphs. */
  readonly write: () => void
}

/** The outline of a glyph of a face, by its key. */
export type Outlines = (face: string, glyph: number) => Outline

/** Copied as nothing. No text at all is none: pdf.js would take the number of the code for a letter. */
const NOTHING = '\u200B'

/**
 * Characters as they should be copied: every space as a space, and no soft hyphen, since readers
 * drop it and with it the hyphen of a compound.
 */
const asCopied = (text: string): string =>
  text.replace(/[\u00A0\u2007\u2009\u200A\u202F]/gu, ' ').replaceAll('\u00AD', '-')

/** The characters of each glyph; of a letter and its marks each has its own. */
function textsOf({ texts }: Glyphs): readonly string[] {
  if (!texts.includes('')) return texts
  const parted = texts.map((text) => text || NOTHING)
  for (let from = 0, to; from < texts.length; from = to) {
    to = from + 1
    while (texts[to] === '') to++
    const characters = [...(texts[from] ?? '')]
    const marks = characters.splice(Math.max(1, characters.length - (to - from - 1)))
    parted[from] = characters.join('')
    for (const [index, mark] of marks.entries()) parted[from + 1 + index] = mark
  }
  return parted
}

export function openFonts(
  document: PdfDocument,
  faces: readonly Face[],
  outlines: Outlines,
): Fonts {
  const bytes = new Map(faces.map((face) => [face.key, face.bytes]))
  const opened = new Map<string, { font: Font; embedded: EmbeddedFont }>()
  const open = (key: string): { font: Font; embedded: EmbeddedFont } => {
    const known = opened.get(key)
    if (known !== undefined) return known
    const file = bytes.get(key)
    if (file === undefined) throw new Error(`no face has the key ${key}`)
    const embedded = embedFont(document, file)
    const font = fontOf(key, `F${opened.size + 1}`, embedded, outlines)
    const made = { font, embedded }
    opened.set(key, made)
    return made
  }
  return {
    use(key) {
      const { font, embedded } = open(key)
      useFont(document, font.name, embedded.object)
      return font
    },
    write() {
      for (const { embedded } of opened.values()) embedded.write()
    },
  }
}

function fontOf(key: string, name: string, embedded: EmbeddedFont, outlines: Outlines): Font {
  // By text within glyph: no key is put together for each letter of the book.
  const codes = new Map<number, Map<string, string>>()
  const ofWords = new Map<Glyphs, Codes>()
  const drawn = new Map<number, string>()
  const code = (glyph: number, text: string): string => {
    let ofGlyph = codes.get(glyph)
    if (ofGlyph === undefined) codes.set(glyph, (ofGlyph = new Map<string, string>()))
    let found = ofGlyph.get(text)
    if (found === undefined) {
      const copied = asCopied(text)
      found = ofGlyph.get(copied) ?? embedded.add(glyph, copied).toString(16).padStart(DIGITS, '0')
      ofGlyph.set(copied, found)
      ofGlyph.set(text, found)
    }
    return found
  }
  return {
    key,
    name,
    unitsPerEm: embedded.unitsPerEm,
    unseen: (glyph) => code(glyph, NOTHING),
    codes(word) {
      let found = ofWords.get(word)
      if (found === undefined) {
        const texts = textsOf(word)
        found = {
          hex: word.ids.map((id, index) => code(id, texts[index] ?? '')).join(''),
          widths: word.ids.map((id) => embedded.width(id)),
        }
        ofWords.set(word, found)
      }
      return found
    },
    outline(glyph) {
      let outline = drawn.get(glyph)
      if (outline === undefined) {
        outline = operatorsOf(outlines(key, glyph))
        drawn.set(glyph, outline)
      }
      return outline
    },
  }
}

const operators = { M: 'm', L: 'l', C: 'c', Z: 'h' } as const

/** In units of the face, which are whole numbers: short to write. */
function operatorsOf(outline: Outline): string {
  let [x, y] = [0, 0]
  return outline
    .map(({ type, values }) => {
      // A quadratic curve of a TrueType face, as a cubic one.
      if (type === 'Q') {
        const [cx = 0, cy = 0, toX = 0, toY = 0] = values
        const cubic = [x + (2 * (cx - x)) / 3, y + (2 * (cy - y)) / 3]
        cubic.push(toX + (2 * (cx - toX)) / 3, toY + (2 * (cy - toY)) / 3, toX, toY)
        ;[x, y] = [toX, toY]
        return `${cubic.map(Math.round).join(' ')} c`
      }
      if (values.length > 0) [x = 0, y = 0] = values.slice(-2)
      return `${values.map(Math.round).join(' ')} ${operators[type]}`
    })
    .join('\n')
}
