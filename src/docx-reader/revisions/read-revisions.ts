import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Warned } from '../../diagnostic/diagnostic.ts'
import { openContainer, type Container } from '../container/open-container.ts'
import { Refusal } from '../container/refusal.ts'
import { styleNames, targets } from '../names.ts'
import { elementsOf, firstOf, parseXml, textOf, type XmlElement } from '../xml.ts'
import { readComments } from './comments.ts'
import { kindOfFile } from './kind-of-file.ts'
import type { RevisedComment, RevisedDocument, RevisedNote, RevisedOrigin } from './revised.ts'
import { RevisionWalk } from './walk-revisions.ts'

/**
 * In: the bytes of a Word file that came back. Out: what it says, with all changes open; undefined
 * where it is not safe or not sound, with the reason.
 * Never: fetches anything, or believes what a container says of itself.
 */
export function readRevisions(
  bytes: Uint8Array,
  file: string,
): Warned<RevisedDocument | undefined> {
  try {
    const other = kindOfFile(bytes)
    if (other !== undefined) throw new Refusal(`it is ${other}`)
    return { value: revisionsOf(openContainer(bytes)), diagnostics: [] }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const message = `the Word file cannot be read: ${error.message}`
    return { value: undefined, diagnostics: [diagnose('unreadable-edition', { file, message })] }
  }
}

function revisionsOf(container: Container): RevisedDocument {
  const part = (name: string): XmlElement | undefined => {
    const bytes = container.read(name)
    return bytes === undefined ? undefined : parseXml(bytes, name)
  }
  if (container.names.some((name) => name.toLowerCase().endsWith('vbaproject.bin')))
    throw new Refusal('it holds macros')
  const body = firstOf(part('word/document.xml'), 'w:body')
  if (body === undefined) throw new Refusal('it has no document, as a Word file has')
  const styles = styleNames(part('word/styles.xml'))
  const relationships = part('word/_rels/document.xml.rels')
  const walk = new RevisionWalk({ styles, targets: targets(relationships) })
  walk.blocks(body)
  const places = new Map<string, Pick<RevisedComment, 'place' | 'about'>>()
  for (const [id, { paragraph, about }] of walk.comments)
    places.set(id, { about, place: { paragraph } })
  const foreign = [...walk.foreign, ...foreignTargets(relationships)]

  const noteNames = { styles, targets: targets(part('word/_rels/footnotes.xml.rels')) }
  const footnotes = part('word/footnotes.xml')
  const notes = (footnotes === undefined ? [] : elementsOf(footnotes, 'w:footnote'))
    .filter((note) => (note.attributes.get('w:type') ?? 'normal') === 'normal')
    .map((note): RevisedNote => {
      const id = note.attributes.get('w:id') ?? ''
      const own = new RevisionWalk(noteNames)
      own.blocks(note)
      for (const [comment, { paragraph, about }] of own.comments)
        places.set(comment, { about, place: { note: id, paragraph } })
      foreign.push(...own.foreign)
      return { id, paragraphs: own.paragraphs }
    })
  const origin = originIn(container, part)
  return {
    body: walk.paragraphs,
    notes,
    comments: readComments(part('word/comments.xml'), part('word/commentsExtended.xml'), places),
    ...(origin !== undefined && { origin }),
    foreign: [...new Set(foreign)],
  }
}

/** The first custom part that says it is one. Others are the business of other programs. */
function originIn(
  container: Container,
  part: (name: string) => XmlElement | undefined,
): RevisedOrigin | undefined {
  for (const name of container.names) {
    if (!/^customXml\/item\d{1,3}\.xml$/u.test(name)) continue
    const root = part(name)
    if (root?.name !== 'origin') continue
    return {
      chapters: elementsOf(root, 'chapter').map((chapter) => ({
        id: chapter.attributes.get('id') ?? '',
        sha256: chapter.attributes.get('sha256') ?? '',
        text: textOf(chapter),
      })),
      map: elementsOf(root, 'map').map(textOf).join(''),
    }
  }
  return undefined
}

/** What lies outside of the file and would be fetched by a program that opens it, links aside. */
const foreignTargets = (relationships: XmlElement | undefined): readonly string[] =>
  (relationships === undefined ? [] : elementsOf(relationships))
    .filter(
      ({ attributes }) =>
        attributes.get('TargetMode') === 'External' &&
        !(attributes.get('Type') ?? '').endsWith('/hyperlink'),
    )
    .map(({ attributes }) => {
      const kind = (attributes.get('Type') ?? '').split('/').at(-1) ?? ''
      return `${kind} at \`${(attributes.get('Target') ?? '').slice(0, 80)}\``
    })
