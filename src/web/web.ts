/*
 * In: the Book, the Template, title page and colophon, and print's pages.
 * Out: the web edition: the EPUB's content as one page that needs no other file and no script.
 * Never: counts a note, names an address that a browser would fetch, asks for the time.
 */
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Warned } from '../diagnostic/diagnostic.ts'
import type { Edition, PageMap } from '../edition.ts'
import { languageProperties } from '../epub/content/language.ts'
import { reading } from '../epub/content/documents.ts'
import { nameImages } from '../epub/images.ts'
import { ownId } from '../epub/ids.ts'
import type { ContentsEntry, Resource } from '../epub/publication.ts'
import { letterDrawings } from '../epub/style/drawings.ts'
import { embedFonts } from '../epub/style/fonts.ts'
import { stylesheet } from '../epub/style/stylesheet.ts'
import { chaptersOf, type Book } from '../model/book.ts'
import type { FrontMatter } from '../model/front-matter.ts'
import { inlineText } from '../model/text.ts'
import { foliosOf } from '../notes/pages.ts'
import type { Template, Words } from '../template/template.ts'
import { stampText, wordsFor } from '../template/words.ts'
import { arrange } from './arrange.ts'
import { citations } from './cite.ts'
import { writeHtml } from './html.ts'
import { joinDocuments, type Joined } from './join-documents.ts'
import { webStyle } from './style.ts'

/** Makes the web edition. */
export async function web(
  book: Book,
  template: Template,
  frontMatter: FrontMatter,
  pages: PageMap = [],
): Promise<Warned<Edition | undefined>> {
  const words = wordsFor(template, book.metadata.language)
  const stamp = stampText(book.metadata, words)
  const images = nameImages(chaptersOf(book))
  const read = reading(book, template, frontMatter, images, pages, stamp)
  const pictures = await letterDrawings(template, images.resources)
  const shown = read.documents.filter(({ id }) => id !== 'cover')
  const joined = joinDocuments(shown, new Map(pictures.map((each) => [each.href, dataOf(each)])))
  const cites = citations(book, (language) => wordsFor(template, language), foliosOf(pages))
  const body = bodyOf(joined, read.contents, cites, words)

  const fonts = await embedFonts(template, [body])
  const files = new Map(fonts.resources.map((each) => [each.href, dataOf(each)]))
  const css = `${stylesheet(template, fonts.faces)}\n${webStyle(template)}`.replace(
    /url\(([^)]+)\)/gu,
    (_, href: string) => `url(${files.get(href) ?? ''})`,
  )
  const page = h('html', languageProperties(book.metadata.language), [headOf(book, css), body])
  const bytes = new TextEncoder().encode(writeHtml(page))
  return { value: { kind: 'web', name: book.name, bytes }, diagnostics: [] }
}

const dataOf = ({ mediaType, bytes }: Resource): string =>
  `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`

/** Nothing is fetched and no script runs, whatever stands in the page (Content Security Policy 3). */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'"

function headOf({ metadata, parts }: Book, css: string): Element {
  const [chapter, ...others] = parts.filter((part) => part.type === 'chapter')
  const name = chapter !== undefined && others.length === 0 ? inlineText(chapter.title) : ''
  const { title, description, authors } = metadata
  const named = (key: string, content: string | undefined): Element[] =>
    content === undefined || content === '' ? [] : [h('meta', { name: key, content })]
  return h('head', [
    h('meta', { charset: 'utf-8' }),
    h('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'referrer', content: 'no-referrer' }),
    h('title', name === '' || name === title ? title : `${name} – ${title}`),
    ...named('description', description),
    ...named('author', authors.join(', ')),
    h('style', css),
  ])
}

function bodyOf(
  { parts, hrefTo }: Joined,
  contents: readonly ContentsEntry[],
  cites: ReadonlyMap<string, Element>,
  words: Words,
): Element {
  const of = (id: string): Element[] =>
    parts.filter(({ document }) => document.id === id).flatMap(({ children }) => children)
  const text = parts.filter(({ document }) => document.matter !== 'frontmatter')
  const textId = ownId('text')
  return h('body', [
    h('a', { className: ['skip'], href: `#${textId}` }, words.skip),
    h('header', of('title-page')),
    h('nav', { className: ['contents'], role: 'doc-toc', ariaLabel: words.contents }, [
      h('h2', words.contents),
      entries(contents, hrefTo),
    ]),
    h(
      'main',
      { id: textId },
      text.flatMap(({ document, children }) =>
        children.map((child) => {
          const part = document.matter === 'bodymatter' ? arrange(child, cites) : child
          const { language } = document
          return { ...part, properties: { ...part.properties, ...languageProperties(language) } }
        }),
      ),
    ),
    ...(of('colophon').length === 0 ? [] : [h('footer', of('colophon'))]),
  ])
}

function entries(nodes: readonly ContentsEntry[], hrefTo: Joined['hrefTo']): Element {
  return h(
    'ol',
    nodes.map(({ href, label, children }) =>
      h('li', [
        h('a', { href: hrefTo(href) }, label.children),
        ...(children.length === 0 ? [] : [entries(children, hrefTo)]),
      ]),
    ),
  )
}
