import type { Book } from '../../model/book.ts'

/** Of the image in the manifest. */
export const coverImageId = 'cover-image'

/** Where the image of the cover stands: a JPEG stays one, all else becomes a PNG. */
export const coverImageHref = ({ cover }: Pick<Book, 'cover'>): string =>
  cover?.format === 'jpeg' ? 'cover.jpg' : 'cover.png'
