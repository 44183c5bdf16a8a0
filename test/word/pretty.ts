/** Elements that stay on one line with all that is in them, so that a golden reads as text. */
const whole = /^w:(r|pPr|rPr|sectPr|tblPr|tblGrid|trPr|tcPr)$/

/**
 * XML laid out for reading and comparing: an element a line, indented, without the namespaces of the
 * root. Runs and properties stay on their line; a drawing is shortened to its size and its alternative text.
 */
export function pretty(xml: string): string {
  const lines: string[] = []
  const open: string[] = []
  let line = ''
  const shown = xml
    .replace(/^<\?xml[^>]*\?>\s*/, '')
    .replace(/ (xmlns:\w+|mc:Ignorable)="[^"]*"/g, '')
    .replace(/<w:drawing>.*?<\/w:drawing>/gs, drawing)
  for (const token of shown.match(/<[^>]+>|[^<]+/g) ?? []) {
    const name = /^<\/?([\w:]+)/.exec(token)?.[1]
    const closes = token.startsWith('</')
    if (closes) open.pop()
    const isWhole = open.some((each) => whole.test(each))
    if (isWhole || (closes && name !== undefined && whole.test(name))) line += token
    else if (name !== undefined && whole.test(name) && !token.endsWith('/>')) {
      line = '  '.repeat(open.length) + token
    } else lines.push('  '.repeat(open.length) + token)
    if (!closes && name !== undefined && !token.endsWith('/>')) open.push(name)
    if (line !== '' && !open.some((each) => whole.test(each))) {
      lines.push(line)
      line = ''
    }
  }
  return `${lines.join('\n')}\n`
}

const drawing = (xml: string): string => {
  const attribute = (name: string): string => new RegExp(` ${name}="([^"]*)"`).exec(xml)?.[1] ?? ''
  return `<w:drawing cx="${attribute('cx')}" cy="${attribute('cy')}" descr="${attribute('descr')}"/>`
}
