import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { diagnose } from '../../diagnostic/diagnose.ts'
import { groundOf } from '../ground.ts'
import type { Check } from '../rule.ts'
import { asciiHost, partsOf } from './address-parts.ts'
import { addressesOf, shown } from './addresses.ts'
import { shorteners } from './shorteners.ts'

/** Shortened addresses. The service's own page, without a path, is none. */
export const urlShortener: Check = (chapter) => {
  const { at } = groundOf(chapter)
  return addressesOf(chapter).flatMap(({ url, written, start, end }): Diagnostic[] => {
    const parts = partsOf(url)
    if (parts === undefined || /^\/?$/u.test(parts.path)) return []
    const host = asciiHost(parts.host).replace(/^www\./u, '')
    if (!shorteners.has(host)) return []
    return [
      diagnose('url-shortener', {
        file: chapter.file,
        position: at(start, end),
        message: `${shown(written)} is an address shortened by \`${host}\``,
        help: 'write the address to which it leads',
      }),
    ]
  })
}
