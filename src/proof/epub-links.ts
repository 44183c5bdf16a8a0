import { resolvePath, hasType, type EpubDocument } from './epub-package.ts'
import type { EpubCall, EpubNote, EpubText } from './epub-text.ts'
import type { Fault } from './reading.ts'
import { textIn, walkXml } from './xml.ts'

/** Where faults go, and how they name the edition. */
interface Found {
  readonly edition: string
  readonly push: (fault: Fault) => void
}

/** Checks that ids are unique, that every link inside the publication leads somewhere, and that calls and notes lead to each other. */
export function checkLinks(
  documents: readonly EpubDocument[],
  texts: ReadonlyMap<string, EpubText>,
  edition = 'the EPUB',
): readonly Fault[] {
  const list: Fault[] = []
  const faults: Found = { edition, push: (fault) => void list.push(fault) }
  const ids = new Map(documents.map((document) => [document.path, idsOf(document, faults)]))
  for (const document of documents) checkDocument(document, ids, faults)
  for (const [path, { calls, notes }] of texts) checkNotes(path, calls, notes, faults)
  checkPageList(documents, faults)
  return list
}

function idsOf({ path, root }: EpubDocument, faults: Found): Set<string> {
  const ids = new Set<string>()
  for (const { attributes } of walkXml(root)) {
    const { id } = attributes
    if (id === undefined) continue
    if (ids.has(id))
      faults.push({
        message: `the id \`${id}\` stands twice in ${faults.edition}`,
        place: `${path}#${id}`,
      })
    ids.add(id)
  }
  return ids
}

function checkDocument(
  { path, root }: EpubDocument,
  ids: ReadonlyMap<string, ReadonlySet<string>>,
  faults: Found,
): void {
  for (const element of walkXml(root)) {
    const { href } = element.attributes
    if (element.name !== 'a' || href === undefined || /^[a-z][a-z0-9+.-]*:/iu.test(href)) continue
    const [file = '', fragment] = href.split('#')
    const target = file === '' ? path : resolvePath(path, file)
    const isThere = fragment === undefined || ids.get(target)?.has(decode(fragment)) === true
    if (ids.has(target) && isThere) continue
    const message = `a link in ${faults.edition} leads to \`${href}\`, which is nowhere in it`
    const number = textIn(element).trim()
    const isCall = hasType(element, 'noteref') || hasType(element, 'backlink')
    faults.push({ message, place: path, ...(isCall ? { note: number } : {}) })
  }
}

/** The call's link leads to its note, the note's back-link to its call, both bear one number, and the spoken names have it. */
function checkNotes(
  path: string,
  calls: readonly EpubCall[],
  notes: readonly EpubNote[],
  faults: Found,
): void {
  const called = new Map<EpubNote, EpubCall>()
  for (const call of calls) {
    const { number, place } = call
    const note = notes.find(({ id }) => id !== undefined && leadsTo(call.href, path, id))
    if (note === undefined) {
      const message = `the call of note ${number} leads to no note in ${faults.edition}`
      faults.push({ message, place, note: number })
      continue
    }
    if (!called.has(note)) called.set(note, call)
    if (note.number !== undefined && note.number !== number)
      faults.push({
        message: `the call \`${number}\` leads to the note \`${note.number}\` in ${faults.edition}`,
        place,
        note: number,
      })
    checkSpoken(call, `the call of note ${number}`, faults)
  }
  for (const note of notes) {
    const call = called.get(note)
    const number = note.number ?? call?.number ?? note.id ?? ''
    const about = { place: note.place, note: number }
    if (call === undefined)
      faults.push({ message: `nothing calls note ${number} in ${faults.edition}`, ...about })
    if (note.number === undefined)
      faults.push({
        message: `note ${number} has no link back to its call in ${faults.edition}`,
        ...about,
      })
    else if (call !== undefined && (call.id === undefined || !leadsTo(note.href, path, call.id)))
      faults.push({
        message: `note ${number} leads back to \`${note.href ?? ''}\` in ${faults.edition}, not to its call`,
        ...about,
      })
    checkSpoken(note, `the back-link of note ${number}`, faults)
  }
}

function checkSpoken(
  { number, spoken, place }: Pick<EpubNote, 'number' | 'spoken' | 'place'>,
  name: string,
  faults: Found,
): void {
  if (number === undefined || spoken === undefined || spoken.endsWith(` ${number}`)) return
  faults.push({
    message: `${name} is spoken as \`${spoken}\` in ${faults.edition}`,
    place,
    note: number,
  })
}

/** The pages of the page list are those that the text marks, in their order (EPUB 3.3, 7.4.1.2). */
function checkPageList(documents: readonly EpubDocument[], faults: Found): void {
  const marked = documents
    .filter(({ isRead }) => isRead)
    .flatMap(({ path, root }) =>
      [...walkXml(root)]
        .filter((element) => hasType(element, 'pagebreak'))
        .map(
          ({ attributes }) => `${path}#${attributes['id'] ?? ''} ${attributes['aria-label'] ?? ''}`,
        ),
    )
  const listed = documents.flatMap(({ path, root }) =>
    [...walkXml(root)]
      .filter((element) => hasType(element, 'page-list'))
      .flatMap((list) =>
        [...walkXml(list)]
          .filter(({ name }) => name === 'a')
          .map((link) => pageOf(path, link.attributes['href'] ?? '', textIn(link).trim())),
      ),
  )
  const at = listed.findIndex((page, index) => page !== marked[index])
  if (at < 0 && listed.length === marked.length) return
  const index = at < 0 ? Math.min(listed.length, marked.length) : at
  const [lists, marks] = [listed[index] ?? 'nothing more', marked[index] ?? 'nothing more']
  faults.push({
    message: `the page list of ${faults.edition} has \`${lists}\` where its text marks \`${marks}\``,
    place: 'the page list',
  })
}

function pageOf(from: string, href: string, folio: string): string {
  const [file = '', fragment = ''] = href.split('#')
  return `${file === '' ? from : resolvePath(from, file)}#${decode(fragment)} ${folio}`
}

function leadsTo(href: string | undefined, path: string, id: string): boolean {
  if (href === undefined) return false
  const [file = '', fragment = ''] = href.split('#')
  return (file === '' || resolvePath(path, file) === path) && decode(fragment) === id
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}
