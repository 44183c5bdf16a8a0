import { dark } from '../epub/style/color.ts'
import { rule } from '../epub/style/rule.ts'
import type { Template } from '../template/template.ts'

/** Small things beside the text: 4.5:1 and more on the page's ground (WCAG 2.2, 1.4.3). */
const quiet = { light: '#595959', dark: '#a9a6a1' }
/** The note that was called. */
const called = { light: '#fff3c4', dark: '#3a3218' }

/** From here on notes stand beside the text; in em, so that who reads larger keeps them below. */
const WIDE = '72em'

/** What the style sheet of the content leaves to a reading system, and a page on the web must say itself. */
export function webStyle({ colors }: Template): string {
  const focus = `3px solid ${colors.link}`
  return [
    rule('html', [
      'font-size: 112.5%',
      'scroll-padding-top: 1rem',
      '-webkit-text-size-adjust: 100%',
    ]),
    rule('body', ['margin: 0 auto', 'padding: 0 clamp(1rem, 4vw, 3rem) 4rem', 'max-width: 40rem']),
    rule('.skip', [
      'position: absolute',
      'left: -100vw',
      'padding: 0.5rem 1rem',
      'background: Canvas',
    ]),
    rule('.skip:focus', ['left: 0', 'top: 0', 'z-index: 1']),
    rule(':focus-visible', [`outline: ${focus}`, 'outline-offset: 2px']),
    rule('.title-page', ['margin: 12vh 0 4rem']),
    rule('nav.contents', ['margin: 3rem 0 4rem', 'line-height: 1.6']),
    rule('nav.contents ol', ['margin: 0']),
    rule('nav.contents > ol > li', ['margin-top: 0.4em']),
    rule('nav.contents a', ['display: inline-block', 'padding: 0.15em 0']),
    rule('nav.contents a:hover', ['text-decoration: underline']),
    rule('.chapter, .index', ['margin-top: 5rem']),
    rule('.text', ['position: relative']),
    rule('aside', ['padding: 0.35em 0.5em', 'margin-inline: -0.5em', 'border-radius: 0.2em']),
    rule('aside:target', [`background-color: ${called.light}`]),
    rule('.noteref:target', [`background-color: ${called.light}`]),
    rule('.cite', [
      'display: flex',
      'gap: 1em',
      'padding-inline-start: 2.75em',
      'font-size: 0.85em',
      `color: ${quiet.light}`,
    ]),
    rule('.cite a, .cite summary', ['color: inherit', 'min-width: 1.5em', 'min-height: 1.5rem']),
    rule('.cite a', ['text-decoration: none', 'text-align: center']),
    rule('.cite summary', ['cursor: pointer']),
    rule('.cite p', ['padding: 0 0 0.4em', 'color: inherit', 'text-indent: 0']),
    // The printed page in the margin, where there is one.
    rule('.folio::before', ['content: ""']),
    rule('.colophon-page', ['margin-top: 5rem', 'padding-top: 1rem', 'border-top: 1px solid']),
    `@media (min-width: 48em) {`,
    rule('.folio::before', [
      'content: attr(data-folio)',
      'position: absolute',
      'inset-inline-start: -3.5rem',
      'width: 2.5rem',
      'text-align: end',
      'text-indent: 0',
      'font: normal 0.7rem/1.9 system-ui, sans-serif',
      `color: ${quiet.light}`,
      'text-transform: none',
      'letter-spacing: normal',
    ]),
    '}',
    `@media screen and (min-width: ${WIDE}) {`,
    rule('body', ['max-width: 66rem', 'padding-inline-start: 5rem']),
    rule('header, nav.contents, .index, footer', ['max-width: 36rem']),
    rule('.noted', [
      'display: grid',
      'grid-template-columns: minmax(0, 36rem) minmax(0, 24rem)',
      'gap: 4rem',
      'align-items: start',
    ]),
    rule('.noted > .notes', [
      'position: sticky',
      'top: 0',
      'max-height: 100vh',
      'box-sizing: border-box',
      'overflow-y: auto',
      'margin: 0',
      'padding: 1.5rem 0.75rem 40vh',
      'border: 0',
      'scrollbar-width: thin',
    ]),
    rule('.notes aside', ['scroll-margin-top: 20vh']),
    '}',
    '@media (prefers-color-scheme: dark) {',
    rule('aside:target, .noteref:target', [`background-color: ${called.dark}`]),
    rule('.cite, .folio::before', [`color: ${quiet.dark}`]),
    rule('.colophon-page', [`border-color: ${dark.rule}`]),
    rule(':focus-visible', [`outline-color: ${dark.text}`]),
    '}',
    '@media (prefers-reduced-motion: no-preference) {',
    rule('html, .notes', ['scroll-behavior: smooth']),
    '}',
    '@media print {',
    rule('body', [
      'max-width: none',
      'padding: 0',
      'font-size: 10pt',
      'color: #000',
      'background: #fff',
    ]),
    rule('.skip, .cite, nav.contents', ['display: none']),
    rule('.chapter, .index, .colophon-page', ['break-before: page']),
    rule('aside', ['break-inside: avoid']),
    rule('aside:target, .noteref:target', ['background: none']),
    rule('a', ['color: inherit', 'text-decoration: none']),
    rule('.table', ['overflow: visible']),
    '}',
  ].join('\n')
}
