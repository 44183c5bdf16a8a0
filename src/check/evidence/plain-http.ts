import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { diagnose } from '../../diagnostic/diagnose.ts'
import { chaptersOf, type Book } from '../../model/book.ts'
import { groundOf } from '../ground.ts'
import type { Check } from '../rule.ts'
import { asciiHost, partsOf } from './address-parts.ts'
import { addressesOf, shown } from './addresses.ts'

/** `http` where the book cites the same host with `https`. A bare `www.x.org` says neither. */
export const plainHttp: Check = (chapter, book) => {
  const { at } = groundOf(chapter)
  return addressesOf(chapter).flatMap(({ written, start, end }): Diagnostic[] => {
    if (!/^http:/i.test(written)) return []
    const host = asciiHost(partsOf(written)?.host ?? '')
    if (!host.includes('.') || !secureHosts(book).has(host)) return []
    return [
      diagnose('plain-http', {
        file: chapter.file,
        position: at(start, end),
        message: `${shown(written)} begins with \`http\`, and \`${host}\` is elsewhere cited with \`https\``,
        help: 'write `https` after seeing that the page is there',
      }),
    ]
  })
}

const known = new WeakMap<Book, ReadonlySet<string>>()

function secureHosts(book: Book): ReadonlySet<string> {
  const before = known.get(book)
  if (before !== undefined) return before
  const hosts = new Set(
    chaptersOf(book).flatMap((chapter) =>
      addressesOf(chapter).flatMap(({ url }) =>
        /^https:/i.test(url) ? [asciiHost(partsOf(url)?.host ?? '')] : [],
      ),
    ),
  )
  known.set(book, hosts)
  return hosts
}
