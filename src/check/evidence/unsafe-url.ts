import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { diagnose } from '../../diagnostic/diagnose.ts'
import { hasCredentials, isSafeAddress } from '../../model/address.ts'
import type { Check } from '../rule.ts'
import { isMistypedScheme } from './scheme.ts'

/** Addresses of links and of address labels that are not made live: scripts, files, passwords, and what is no address at all. */
export const unsafeUrl: Check = ({ file, written }) =>
  [...written.links, ...written.linkDefinitions.filter(({ used }) => used)].flatMap(
    ({ url, position }): Diagnostic[] => {
      if (!isUnsafe(url)) return []
      return [diagnose('unsafe-url', { file, position, ...wordsFor(url) })]
    },
  )

/** Told of here, so that nothing else need be said of it. Of a link without an address `malformed-url` tells. */
export const isUnsafe = (url: string): boolean =>
  url !== '' && !url.startsWith('#') && !isSafeAddress(url) && !isMistyped(url)

/** `htp://x.org`: `malformed-url` says so. */
const isMistyped = (url: string): boolean => isMistypedScheme(/^([a-z]+):/i.exec(url)?.[1] ?? '')

function wordsFor(url: string): { message: string; help: string } {
  const shown = `\`${url.length > 60 ? `${url.slice(0, 59)}…` : url}\``
  if (hasCredentials(url))
    return {
      message: `${shown} holds a name or a password`,
      help: 'write the address without what stands before `@`',
    }
  const scheme = /^[a-z][a-z0-9+.-]*:/iu.exec(url)?.[0]
  return scheme === undefined
    ? {
        message: `${shown} is no address that an edition can lead to`,
        help: 'write the whole address, with `https://`, or `#identifier` for a place in this chapter',
      }
    : {
        message: `${shown} would run or open something on the reader\u2019s machine`,
        help: 'link to a page: `https://…`',
      }
}
