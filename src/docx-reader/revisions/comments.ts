import { specialText } from '../special-text.ts'
import { elementsOf, type XmlElement } from '../xml.ts'
import type { RevisedComment } from './revised.ts'

/** Where comments stand, by id. */
export type CommentPlaces = ReadonlyMap<string, Pick<RevisedComment, 'place' | 'about'>>

/**
 * `word/comments.xml`, with what `word/commentsExtended.xml` says of answers and of what is settled,
 * which it tells by the id of each comment's last paragraph (MS-DOCX 2.5.4.1).
 */
export function readComments(
  comments: XmlElement | undefined,
  extended: XmlElement | undefined,
  places: CommentPlaces,
): readonly RevisedComment[] {
  if (comments === undefined) return []
  const all = elementsOf(comments, 'w:comment')
  const idByParagraph = new Map(
    all.map((comment) => [lastParagraph(comment), comment.attributes.get('w:id') ?? '']),
  )
  const extras = new Map(
    elementsOf(extended ?? comments, 'commentEx').map((each) => [
      each.attributes.get('paraId'),
      each,
    ]),
  )
  return all.map((comment): RevisedComment => {
    const id = comment.attributes.get('w:id') ?? ''
    const extra = extras.get(lastParagraph(comment))
    const parent = idByParagraph.get(extra?.attributes.get('paraIdParent'))
    const author = comment.attributes.get('w:author')
    const date = comment.attributes.get('w:date')
    const place = places.get(id) ?? { about: '' }
    return {
      id,
      ...(author !== undefined && { author }),
      ...(date !== undefined && { date }),
      text: elementsOf(comment, 'w:p').map(paragraphText).join('\n').trim(),
      isResolved: ['1', 'true'].includes(extra?.attributes.get('done') ?? ''),
      ...(parent !== undefined && { answers: parent }),
      ...place,
    }
  })
}

const lastParagraph = (comment: XmlElement): string | undefined =>
  elementsOf(comment, 'w:p').at(-1)?.attributes.get('paraId')

const paragraphText = (element: XmlElement): string =>
  elementsOf(element)
    .map((child) => (child.name === 'w:del' ? '' : specialText(child) + paragraphText(child)))
    .join('')
