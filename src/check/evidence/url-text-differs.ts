import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { diagnose } from '../../diagnostic/diagnose.ts'
import { groundOf } from '../ground.ts'
import type { Check } from '../rule.ts'
import { sameAs } from './address-parts.ts'
import { addressesOf, shown, type Address } from './addresses.ts'
import { archive } from './archives.ts'
import { isTracking } from './tracking.ts'

/** A link whose text is an address, and another one. A text that names the host, or cuts the address short, is none. */
export const urlTextDiffers: Check = (chapter) => {
  const { at } = groundOf(chapter)
  return addressesOf(chapter).flatMap((address): Diagnostic[] => {
    const text = textAddress(address)
    if (text === undefined || leadsThere(text, address.url)) return []
    return [
      diagnose('url-text-differs', {
        file: chapter.file,
        position: at(address.link.start, address.link.end),
        message: `the text of a link is ${shown(address.text.trim())}, and it leads to ${shown(address.url)}`,
        help: 'write the right one of them once, as `<https://…>`',
      }),
    ]
  })
}

/** The text of a link where it is an address: with a scheme, `www.`, or a path behind a well-known ending; or that of a mailbox. */
function textAddress({ form, text, url }: Address): string | undefined {
  if (form !== 'link') return undefined
  // Spaces of no width are there to let a long address break.
  const plain = text.replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/gu, '').trim()
  const bare = /^<(.*)>$/su.exec(plain)?.[1] ?? plain
  if (/^mailto:/i.test(url))
    return /^[^\s@]{1,64}@[^\s@]{1,255}\.[^\s@]{2,63}$/u.test(bare) ? `mailto:${bare}` : undefined
  if (!/^https?:/i.test(url) || /\s/u.test(bare)) return undefined
  if (/^https?:\/\/./i.test(bare)) return bare
  if (/^www\.[^.]+\../i.test(bare)) return `https://${bare}`
  return /^(?:[\p{L}\p{N}-]{1,63}\.){1,6}(?:com|org|net|edu|gov|int|eu|uk|de|fr|ru|kz)\/\S/iu.test(
    bare,
  )
    ? `https://${bare}`
    : undefined
}

/** The front page of a folder and the ending of a page are often left unsaid. */
const plainPage = (address: string): string =>
  address.replace(/(?:\/(?:index|default))?\.(?:html?|php|aspx?)$/iu, '')

function leadsThere(text: string, url: string): boolean {
  if (/^mailto:/i.test(url))
    return text.toLowerCase() === (url.toLowerCase().split('?', 1)[0] ?? '')
  const said = plainPage(sameAs(text.replace(/[.,;:]$/u, ''), isTracking))
  const meant = plainPage(sameAs(url, isTracking))
  if (
    said === meant ||
    // A file in a store of files: `x.org/data.json` under `github.com/…`.
    meant.endsWith(`/${said}`) ||
    (archive.test(url) &&
      (/^https?:\/\/perma\.cc/i.test(url) || meant.includes(said.split('/')[0] ?? '')))
  )
    return true
  // Cut short, at the end or in the middle.
  const [head = '', ...rest] = said.split(/…|\.{3}|\[\.{3}\]/u)
  const tail = rest.at(-1)
  if (tail !== undefined) return meant.startsWith(head) && meant.endsWith(tail)
  return meant.startsWith(said) && /[/?#]/u.test(meant[said.length] ?? '')
}
