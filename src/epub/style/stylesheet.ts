import type { Style, StyleName, Template } from '../../template/template.ts'
import { dark, onDark } from './color.ts'
import { cutCss, embeddedName, fontFamily, quote } from './families.ts'
import { ground, layout } from './layout.ts'
import { decimal, em, hyphens, rule } from './rule.ts'
import { around, selectors } from './selectors.ts'

/** An embedded font file. */
export interface EmbeddedFace {
  readonly family: string
  readonly cut: keyof typeof cutCss
  readonly href: string
}

/**
 * The template's tokens as a style sheet. Lengths are in em, so that all grows with the reader's size
 * (WCAG 2.2, 1.4.4); margins of the page, size and alignment of the text are the reader's own, and so
 * are its colours but for the dark scheme.
 */
export function stylesheet(template: Template, faces: readonly EmbeddedFace[]): string {
  return [
    ...faces.map((face) => fontFace(template, face)),
    ...ground(),
    ...selectors.map(([name, selector]) => styled(template, name, selector)),
    ...italicWithin(template),
    ...layout(template),
    darkScheme(template),
  ].join('\n')
}

function fontFace(template: Template, { family, cut, href }: EmbeddedFace): string {
  const { weight, style } = cutCss[cut]
  const format = href.endsWith('.otf') ? 'opentype' : 'truetype'
  return rule('@font-face', [
    `font-family: ${quote(embeddedName(template, family))}`,
    `font-weight: ${weight}`,
    `font-style: ${style}`,
    `src: url(${href}) format("${format}")`,
  ])
}

/** All that a style says, also where it is the usual: a later row of `selectors` leaves nothing of an earlier one. */
function styled(template: Template, name: StyleName, selector: string): string {
  const style = template.styles[name]
  const outer = template.styles[around[name] ?? 'body']
  const { weight, style: slope } = cutCss[style.cut]
  return rule(selector, [
    `font-family: ${fontFamily(template, style.family)}`,
    `font-weight: ${weight}`,
    `font-style: ${slope}`,
    ...(name === 'body' ? [] : [`font-size: ${em(style.size, outer.size)}`]),
    `line-height: ${decimal(Math.max(style.leading / style.size, LEAST_LEADING))}`,
    ...(name === 'body' ? [] : block(style)),
    // Justified setting is left to the reader, who alone knows the measure.
    ...(style.align === 'center' || style.align === 'end' ? [`text-align: ${style.align}`] : []),
    ...(style.align === 'start' && name !== 'body' ? ['text-align: start'] : []),
    `color: ${style.color === outer.color ? 'inherit' : style.color}`,
    `letter-spacing: ${style.tracking === 0 ? 'normal' : `${decimal(style.tracking / 1000)}em`}`,
    `font-variant-caps: ${style.caps === 'small' ? 'small-caps' : 'normal'}`,
    `text-transform: ${style.caps === 'upper' ? 'uppercase' : 'none'}`,
    `font-variant-numeric: ${figures[style.figures]}`,
    ...hyphens(style.hyphenate),
  ])
}

/** Print's tightest heads are set for a line or two; on a small screen they turn into many. */
const LEAST_LEADING = 1.15

const figures = {
  oldstyle: 'oldstyle-nums',
  lining: 'lining-nums',
  tabular: 'lining-nums tabular-nums',
} as const

/** White over and under a block. Print opens chapters low on the page; a screen has no white to give away. */
function block(style: Style): string[] {
  const white = (length: number): string =>
    em(Math.min(length, MOST_WHITE * style.size), style.size)
  const [before, after] = [white(style.spaceBefore), white(style.spaceAfter)]
  return [`margin: ${before} ${em(style.inset, style.size)} ${after}`]
}

/** In em of the block: a title of twice the text's size then keeps four lines of text clear. */
const MOST_WHITE = 2

/** Emphasis inside italics is upright (Chicago 7.52). */
function italicWithin(template: Template): string[] {
  const italic = selectors.filter(([name]) => cutCss[template.styles[name].cut].style === 'italic')
  const within = italic.flatMap(([, list]) => list.split(', ').map((selector) => `${selector} em`))
  return [rule(['em em', ...within].join(', '), ['font-style: normal'])]
}

/** Readers that follow the system's scheme. A reader with themes of its own sets its own colours over these. */
function darkScheme(template: Template): string {
  const { styles, colors } = template
  const colored = selectors
    .filter(([name]) => styles[name].color !== styles[around[name] ?? 'body'].color)
    .map(([name, selector]) => rule(selector, [`color: ${onDark(styles[name].color)}`]))
  return [
    '@media (prefers-color-scheme: dark) {',
    rule('body', [`background-color: ${dark.background}`, `color: ${dark.text}`]),
    ...colored,
    rule('a', [`color: ${onDark(colors.link)}`]),
    rule('.title-page .stamp', [`color: ${onDark(colors.accent)}`]),
    rule('table, thead, .notes', [`border-color: ${dark.rule}`]),
    // Drawings are made for paper, whose white would glare beside the text.
    rule('figure img', [
      `background-color: ${dark.paper}`,
      'padding: 0.5em',
      'box-sizing: border-box',
    ]),
    '}',
  ].join('\n')
}
