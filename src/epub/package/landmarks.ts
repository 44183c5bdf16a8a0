import type { Words } from '../../template/template.ts'
import type { ContentDocument } from '../publication.ts'
import { contentsId, type Landmark } from './navigation.ts'

/** Cover, title page, contents, first chapter, colophon: what a reader goes to by name. */
export function landmarksOf(
  words: Words,
  documents: readonly ContentDocument[],
  navigationHref: string,
): Landmark[] {
  const byId = (id: string): ContentDocument | undefined =>
    documents.find((document) => document.id === id)
  const landmark = (type: string, document: ContentDocument | undefined): Landmark[] =>
    document === undefined ? [] : [{ type, href: document.href, label: document.title }]
  const titlePage = byId('title-page')
  return [
    ...landmark('cover', byId('cover')),
    ...landmark('titlepage', titlePage && { ...titlePage, title: words.titlePage }),
    { type: 'toc', href: `${navigationHref}#${contentsId}`, label: words.contents },
    ...landmark(
      'bodymatter',
      documents.find(({ matter }) => matter === 'bodymatter'),
    ),
    ...landmark('backmatter', byId('index')),
    ...landmark('colophon', byId('colophon')),
  ]
}
