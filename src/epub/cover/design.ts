import { chaptersOf, type Book } from '../../model/book.ts'
import { inlineText } from '../../model/text.ts'
import type { Cut, Face, StyleName, Template } from '../../template/template.ts'
import { familyOf } from '../style/families.ts'
import { contrast, mix, parse, write } from '../style/color.ts'
import { isRightToLeft } from '../content/language.ts'
import { faceName } from './face-name.ts'
import { fitLines } from './fit-lines.ts'

/** A cover as a drawing, and the faces that its words are set in. */
export interface CoverDesign {
  readonly svg: string
  readonly faces: readonly Face[]
}

/** One text of the cover and how it is set. */
interface Line {
  readonly text: string
  readonly style: StyleName
  readonly cut?: Cut
  readonly size: number
  /** Of the baseline, from the head. */
  readonly y: number
  readonly color: string
  /** Thousandths of an em. */
  readonly tracking?: number
}

/*
 * The trim's shape, all in the template's accent colour: the title large in its own face, a short
 * rule, subtitle and authors; at the foot the chapter of an edition that holds one, and the imprint.
 * Measures are shares of the width, so that every trim is served.
 */
const MARGIN = 0.1
const TITLE_TOP = 0.2
const RULE = 0.14

/** Draws the cover. `stamp` says in words that the edition is not final. */
export function designCover(book: Book, template: Template, stamp?: string): CoverDesign {
  const { page, styles, colors } = template
  const [width, height] = [page.width, page.height]
  const ground = colors.accent
  const ink = inkOn(ground)
  const quiet = write(mix(parse(ink), parse(ground), 0.22))
  const margin = width * MARGIN
  const measure = width - 2 * margin
  const lines: Line[] = []
  const rules: string[] = []
  let y = height * TITLE_TOP

  const put = (
    text: string,
    style: StyleName,
    room: { height: number; sizes: readonly number[]; leading: number },
    look: Pick<Line, 'color' | 'cut'>,
  ): void => {
    const { family, cut } = styles[style]
    const face = familyOf(template, family).faces[look.cut ?? cut]
    const fitted = fitLines(text, face.bytes, { ...room, width: measure })
    for (const line of fitted.lines) {
      y += fitted.size * room.leading
      lines.push({ text: line, style, size: fitted.size, y, ...look })
    }
  }

  const { title, subtitle, authors } = book.metadata
  const largest = width * 0.118
  put(
    title,
    'bookTitle',
    { height: height * 0.38, sizes: steps(largest, width * 0.035), leading: 1.1 },
    { color: ink },
  )
  y += width * 0.075
  rules.push(rectangle(margin, y, width * RULE, width * 0.006, ink, width, book))
  y += width * 0.02
  if (subtitle !== undefined)
    put(
      subtitle,
      'bookSubtitle',
      { height: height * 0.14, sizes: steps(width * 0.048, width * 0.026), leading: 1.3 },
      { color: quiet },
    )
  if (authors.length > 0) {
    y += width * 0.035
    put(
      authors.join(', '),
      'titlePageText',
      { height: height * 0.1, sizes: steps(width * 0.038, width * 0.024), leading: 1.35 },
      { color: ink },
    )
  }

  const foot = footOf(book, stamp)
  const size = width * 0.031
  foot.forEach(({ text, isStrong }, at) => {
    const family = styles.titlePageText.family
    const face = familyOf(template, family).faces[isStrong ? 'bold' : 'regular']
    const room = {
      width: measure,
      height: size * 1.5,
      leading: 1.4,
      sizes: steps(size, size * 0.7),
    }
    const fitted = fitLines(text, face.bytes, room)
    lines.push({
      text: fitted.lines[0] ?? '',
      style: 'titlePageText',
      cut: isStrong ? 'bold' : 'regular',
      size: fitted.size,
      y: height - margin - (foot.length - 1 - at) * size * 1.5,
      color: isStrong ? ink : quiet,
    })
  })
  if (foot.length > 0)
    rules.push(
      rectangle(
        margin,
        height - margin - foot.length * size * 1.5 - size * 0.6,
        measure,
        width * 0.0015,
        quiet,
        width,
        book,
      ),
    )

  const side = isRightToLeft(book.metadata.language) ? width - margin : margin
  const faces = new Map<string, Face>()
  const texts = lines.map((line) => textElement(template, line, side, book, faces))
  const background = `<rect width="${width}" height="${height}" fill="${ground}"/>`
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${background}${rules.join('')}${texts.join('')}</svg>`,
    faces: [...faces.values()],
  }
}

/** Chapter, place and publisher, and what says that the edition is not final. */
function footOf(book: Book, stamp: string | undefined): { text: string; isStrong: boolean }[] {
  const { metadata } = book
  const [chapter, ...others] = chaptersOf(book)
  const name = chapter !== undefined && others.length === 0 ? inlineText(chapter.title) : ''
  const imprint = [metadata.publisher ?? '', metadata.date.slice(0, 4)].filter(
    (part) => part !== '',
  )
  return [
    ...(stamp === undefined ? [] : [{ text: stamp, isStrong: true }]),
    ...(name === '' || name === metadata.title ? [] : [{ text: name, isStrong: true }]),
    { text: imprint.join(' · '), isStrong: false },
  ]
}

/** White, or on a light ground black: what can be read the better. */
const inkOn = (ground: string): string =>
  contrast(parse('#ffffff'), parse(ground)) >= contrast(parse('#141414'), parse(ground))
    ? '#ffffff'
    : '#141414'

const STEP = 0.94

function steps(from: number, to: number): number[] {
  const sizes: number[] = []
  for (let size = from; size > to; size *= STEP) sizes.push(size)
  return [...sizes, to]
}

function rectangle(
  margin: number,
  y: number,
  length: number,
  weight: number,
  color: string,
  width: number,
  { metadata }: Book,
): string {
  const x = isRightToLeft(metadata.language) ? width - margin - length : margin
  return `<rect x="${short(x)}" y="${short(y)}" width="${short(length)}" height="${short(weight)}" fill="${color}"/>`
}

function textElement(
  template: Template,
  { text, style: name, cut, size, y, color }: Line,
  x: number,
  { metadata }: Book,
  faces: Map<string, Face>,
): string {
  const style = template.styles[name]
  const family = familyOf(template, style.family)
  const face = family.faces[cut ?? style.cut]
  // The families that it borrows from are there for what it cannot draw.
  const borrowed = family.borrowsFrom.map((key) => familyOf(template, key).faces[cut ?? style.cut])
  for (const each of [face, ...borrowed]) faces.set(each.key, each)
  const named = faceName(face.bytes)
  const attributes = {
    x: short(x),
    y: short(y),
    'font-family': named?.family ?? family.name,
    'font-weight': String(named?.weight ?? 400),
    'font-style': named?.isItalic === true ? 'italic' : 'normal',
    'font-size': short(size),
    'letter-spacing': short((style.tracking / 1000) * size),
    'text-anchor': isRightToLeft(metadata.language) ? 'end' : 'start',
    'xml:lang': metadata.language,
    fill: color,
  }
  const shown = style.caps === 'upper' ? text.toUpperCase() : text
  const written = Object.entries(attributes).map(([key, value]) => `${key}="${escape(value)}"`)
  return `<text ${written.join(' ')}>${escape(shown)}</text>`
}

const short = (value: number): string => String(Math.round(value * 100) / 100)

const escape = (text: string): string =>
  text.replace(/[&<>"]/gu, (sign) => `&#${sign.codePointAt(0) ?? 0};`)
