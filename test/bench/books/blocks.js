// Blocks of Markdown, with places where a note may be called.
import { CALL } from './sentences.js'
import { capital } from './words.js'

const indent = (text, by) => text.replaceAll(/^(?=.)/gmu, ' '.repeat(by))

/** A list, each third item of which may hold a list, to the depth given. */
export function list(write, { items, depth = 2, ordered = false, least = 3, most = 16 }) {
  const { draw } = write
  const lines = draw.times(items, items, (index) => {
    const mark = ordered ? `${index + 1}. ` : '- '
    const text = write.sentence(least, most)
    if (depth <= 1 || !draw.chance(0.3)) return `${mark}${text}`
    const inner = list(write, {
      items: draw.between(2, 4),
      depth: depth - 1,
      ordered: draw.chance(0.3),
      least,
      most,
    })
    return `${mark}${text}\n${indent(inner, mark.length)}`
  })
  return lines.join('\n')
}

/** A list whose items have several paragraphs. */
export const looseList = (write, { items, ordered = false }) =>
  write.draw
    .times(items, items, (index) => {
      const mark = ordered ? `${index + 1}. ` : '- '
      const paragraphs = write.draw.times(1, 2, () => write.paragraph(1, 4))
      return `${mark}${indent(paragraphs.join('\n\n'), mark.length).trimStart()}`
    })
    .join('\n\n')

export const quotation = (write, least = 1, most = 5) =>
  write.draw.times(1, 2, () => `> ${write.paragraph(least, most)}`).join('\n>\n')

/** A quotation with a list in it. */
export const quotedList = (write) =>
  `> ${write.sentence()}\n>\n${list(write, { items: write.draw.between(3, 6), depth: 1 }).replaceAll(/^/gmu, '> ')}\n>\n> ${write.paragraph(1, 2)}`

/** Figures stand in the last two columns, words in the others. `cell` gives cells of another kind. */
export function table(write, { columns, rows, caption, id, calls = 0.1, cell }) {
  const { draw } = write
  const words = columns < 4 ? [2, 9] : [1, 3]
  const text = () => {
    const all = draw.times(words[0], words[1], (index) =>
      index % 2 === 0 ? write.word('noun') : write.word('adjective'),
    )
    return capital(all.join(' '))
  }
  const figure = () =>
    draw.chance(0.5)
      ? `${draw.between(1, 99)}.${draw.between(0, 9)}`
      : String(draw.between(3, 2900))
  const isFigure = (column) => columns > 2 && column >= columns - 2
  const cellOf = (column) => {
    const content = cell?.(column) ?? (isFigure(column) ? figure() : text())
    return draw.chance(calls) ? `${content}${CALL}` : content
  }
  const row = (make) =>
    `| ${Array.from({ length: columns }, (_, column) => make(column)).join(' | ')} |`
  const lines = [
    row(() => capital(`${write.word('adjective')} ${write.word('noun')}`)),
    row((column) => (isFigure(column) ? '---:' : '---')),
    ...Array.from({ length: rows }, () => row(cellOf)),
  ]
  return `${lines.join('\n')}\n\n: ${caption} {#${id}}`
}

export function code(write, lines) {
  const { draw } = write
  const statement = () =>
    draw.pick([
      () => `let ${write.word('noun')} = ${draw.between(1, 9999)}`,
      () => `  if (${write.word('noun')} > ${draw.between(1, 99)}) ${write.word('verb')}()`,
      () => `// ${write.word('noun')} ${write.word('verb')} ${write.word('adverb')}`,
      () => `function ${write.word('verb')}(${write.word('noun')}, ${write.word('noun')}) {`,
      () => '}',
      () => '',
    ])()
  return `\`\`\`js\n${draw.times(lines, lines, statement).join('\n').trim()}\n\`\`\``
}

export const figure = ({ caption, id, file = 'bars.svg' }) =>
  `![${caption}](images/${file}){#${id} alt="Bars of several heights" credit="Drawn for this book."}`

/** A drawing with bars, for figures. */
export function bars(draw, height = 140) {
  const rects = draw.times(8, 12, (index) => {
    const tall = draw.between(10, height - 10)
    return `<rect x="${10 + index * 24}" y="${height - tall}" width="16" height="${tall}" fill="#1f4e79"/>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 310 ${height}" width="310" height="${height}">\n${rects.join('\n')}\n</svg>\n`
}
