import type { Template } from '../../template/template.ts'
import { quote } from './families.ts'
import { MOST_FIGURES } from '../content/blocks.ts'
import { SCREEN, widestDrawing } from './drawing-size.ts'
import { decimal, em, hyphens, rule } from './rule.ts'

/** Widths at the most, in em: of a figure, and of what follows the figures of a list's number. */
const FIGURE = 0.6
const AFTER_FIGURES = 0.6

/** Width of a word space, in em, near enough in any face of text. */
const SPACE = 0.22

/** What holds before any style: the reader's own sheet undone where it would show through. Comes first. */
export function ground(): string[] {
  return [
    rule('html', ['color-scheme: light dark']),
    rule('body', ['overflow-wrap: break-word']),
    rule('p', ['margin: 0', 'orphans: 2', 'widows: 2']),
    rule('em', ['font-style: italic']),
    rule('strong, b', ['font-weight: bold']),
    rule('th', ['text-align: start']),
    rule('a', ['text-decoration: none']),
  ]
}

/** What no style of the template says: how blocks stand to each other. Comes after the styles. */
export function layout(template: Template): string[] {
  return [
    ...text(template),
    ...links(template),
    ...lists(template),
    ...tables(template),
    ...figures(template),
    ...notes(template),
    ...pages(template),
  ]
}

function text({ styles: { body, quotation } }: Template): string[] {
  const line = em(body.leading, body.size)
  return [
    // After a heading, and after all that white sets apart, a paragraph begins flush.
    rule('p + p', [`text-indent: ${em(body.indent, body.size)}`]),
    rule('blockquote > p + p', [`text-indent: ${em(quotation.indent, quotation.size)}`]),
    rule('h1, h2, h3, h4, h5, h6, .book-subtitle, .book-chapter', ['text-wrap: balance']),
    rule('h1, h2, h3, h4, h5, h6, caption', ['break-after: avoid', 'page-break-after: avoid']),
    rule('pre', ['white-space: pre-wrap', 'overflow-wrap: anywhere', 'text-align: start']),
    // Code in a line has no white of a block.
    rule('code', ['margin: 0']),
    // Sizes in em would shrink again at each depth.
    rule(
      'blockquote blockquote, pre code, aside code, td code, aside td, aside th, aside blockquote',
      ['font-size: 1em'],
    ),
    // Asterisks, since a rule stands over the notes.
    rule('hr', [
      `margin: ${line} 0`,
      'border: 0',
      'height: auto',
      'overflow: visible',
      'color: inherit',
      'text-align: center',
    ]),
    rule('hr::before', ['content: "*\\2002*\\2002*"']),
  ]
}

function links({ colors }: Template): string[] {
  return [
    rule('a', [`color: ${colors.link}`]),
    // Beside running text a colour alone does not tell a link (WCAG 2.2, 1.4.1).
    rule('p a, li a, td a, caption a', [
      'text-decoration: underline',
      'text-decoration-thickness: 0.05em',
      'text-underline-offset: 0.15em',
    ]),
    rule('.address', hyphens(false)),
    rule('.unbroken, .short', ['white-space: nowrap']),
    // Raised by size and place, not by the face's superior figures: a reader may set another face.
    rule('a.noteref', [
      'font-size: 0.7em',
      'font-style: normal',
      'font-variant-numeric: lining-nums',
      'line-height: 0',
      'vertical-align: super',
      'text-decoration: none',
      'white-space: nowrap',
    ]),
  ]
}

function lists({ styles: { body }, lists: tokens }: Template): string[] {
  const white = em(tokens.space, body.size)
  const marked = (bullet: string): string[] => [`list-style-type: ${quote(`${bullet}\u2002`)}`]
  const room = tokens.indent / body.size
  return [
    rule('ul, ol', [
      `margin: ${white} 0`,
      'padding: 0',
      `padding-inline-start: ${em(tokens.indent, body.size)}`,
    ]),
    rule('li ul, li ol', ['margin: 0']),
    rule('.spread > li + li', [`margin-top: ${white}`]),
    rule('ul', marked(tokens.bullets.at(-1) ?? '•')),
    ...tokens.bullets.map((bullet, at) => rule(`ul.depth-${at + 1}`, marked(bullet))),
    ...Array.from({ length: MOST_FIGURES - 1 }, (_, at) => at + 2).map((figures) =>
      rule(`ol.figures-${figures}`, [
        `padding-inline-start: ${em(Math.max(room, figures * FIGURE + AFTER_FIGURES), 1)}`,
      ]),
    ),
    rule('li.task', ['list-style-type: none']),
    rule('.task .mark', [
      'display: inline-block',
      `min-width: ${em(tokens.indent - SPACE * body.size, body.size)}`,
      `margin-inline-start: -${em(tokens.indent, body.size)}`,
    ]),
  ]
}

/** No rules but those over, under, and below the head (Chicago 3.53). */
function tables({
  styles: { body, caption, tableCell },
  tables: tokens,
  colors,
}: Template): string[] {
  const outer = `${em(tokens.outerRule, body.size)} solid ${colors.rule}`
  const inner = `${em(tokens.innerRule, body.size)} solid ${colors.rule}`
  return [
    rule('.table', [`margin: ${em(body.leading, body.size)} 0`, 'overflow-x: auto']),
    rule('table', [
      'border-collapse: collapse',
      'width: 100%',
      `border-top: ${outer}`,
      `border-bottom: ${outer}`,
    ]),
    rule('caption', [
      `padding: 0 0 ${em(tokens.captionGap, caption.size)}`,
      'caption-side: top',
      'text-align: start',
    ]),
    rule('th, td', [
      `padding: 0.3em ${em(tokens.columnGap / 2, tableCell.size)}`,
      'vertical-align: top',
      ...hyphens(false),
    ]),
    rule('th', ['vertical-align: bottom']),
    rule('thead', [`border-bottom: ${inner}`]),
    rule('tr > :first-child', ['padding-inline-start: 0']),
    rule('tr > :last-child', ['padding-inline-end: 0']),
    rule('.align-start', ['text-align: start']),
    rule('.align-center', ['text-align: center']),
    rule('.align-end', ['text-align: end', 'font-variant-numeric: lining-nums tabular-nums']),
  ]
}

function figures(template: Template): string[] {
  const { body } = template.styles
  return [
    rule('figure', [
      `margin: ${em(body.leading, body.size)} 0`,
      'break-inside: avoid',
      'page-break-inside: avoid',
    ]),
    rule('figure img', [
      'display: block',
      'max-width: 100%',
      `max-height: ${SCREEN}vh`,
      'height: auto',
      'margin: 0',
      // In readers that do not know `min()` a tall one keeps its shape, and stands where the text begins.
      'object-fit: contain',
      'object-position: left top',
    ]),
    rule('[dir="rtl"] figure img', ['object-position: right top']),
    rule('figure img.drawing', ['width: 100%', `max-width: ${decimal(widestDrawing(template))}em`]),
    rule('figcaption p', ['text-indent: 0', 'margin-top: 0.4em']),
  ]
}

/** The number hangs in a column of its own. */
function notes({ styles: { body, note }, notes: tokens, colors }: Template): string[] {
  const column = em(tokens.numberWidth, note.size)
  return [
    rule('.notes', [
      `margin-top: ${em(2 * body.leading, body.size)}`,
      `border-top: ${em(tokens.separatorWeight, body.size)} solid ${colors.rule}`,
    ]),
    rule('aside + aside', ['margin-top: 0.35em']),
    rule('aside > p', [`padding-inline-start: ${column}`]),
    rule('aside > p + p', [`text-indent: ${em(note.indent, note.size)}`]),
    rule('aside > ul, aside > ol, aside > blockquote, aside > pre', [
      `margin-inline-start: ${column}`,
    ]),
    rule('aside a.number', [
      'display: inline-block',
      // The space after the number stands in the column too.
      `min-width: ${em(tokens.numberWidth - SPACE * note.size, note.size)}`,
      `margin-inline-start: -${column}`,
      'font-variant-numeric: lining-nums',
      'text-decoration: none',
    ]),
  ]
}

/** Room for a finger, at the usual 16 px to the em; text that begins further in or out is no business of theirs. */
const TARGET = ['display: inline-block', 'min-width: 1.6em', 'min-height: 1.6em', 'text-indent: 0']

function pages({ colors }: Template): string[] {
  return [
    rule('.cover-page', ['text-align: center']),
    rule('.cover-page img', ['max-width: 100%', 'max-height: 98vh', 'height: auto']),
    rule('.title-page p, .colophon-page p', ['text-indent: 0']),
    rule('.title-page', ['margin-top: 15%']),
    rule('.title-page .stamp', ['margin-top: 2em', `color: ${colors.accent}`]),
    rule('.index ul', ['list-style: none', 'margin: 0', 'padding: 0', 'text-align: start']),
    rule('.index > ul > li', ['margin-top: 0.7em']),
    // Short links that stand close to each other are 24 px high and wide (WCAG 2.2, 2.5.8).
    rule('.index li li', ['line-height: 1.75']),
    rule('.index li li a:not(.address)', TARGET),
    rule('.index li li', ['padding-inline-start: 3em', 'text-indent: -2em']),
    rule('nav ol', ['list-style: none', 'padding: 0']),
    rule('nav ol ol', ['margin: 0', 'padding-inline-start: 1.5em']),
    rule('nav a', ['color: inherit', 'text-decoration: none', ...TARGET]),
  ]
}
