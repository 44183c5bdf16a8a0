import type { Diagnostic, Fix } from '../../diagnostic/diagnostic.ts'
import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Chapter } from '../../model/book.ts'
import { damagesOf } from '../damage.ts'
import { groundOf } from '../ground.ts'
import type { Check } from '../rule.ts'
import { addressesOf, shown, type Address } from './addresses.ts'
import { faultOf } from './address-fault.ts'
import { addressesMeant } from './address-meant.ts'
import { brokenAt } from './broken-address.ts'
import { isUnsafe } from './unsafe-url.ts'

/** Addresses that lead nowhere as they are typed, and what was meant as an address and is plain text. */
export const malformedUrl: Check = (chapter) => {
  const ground = groundOf(chapter)
  const { text, at } = ground
  const damages = damagesOf(chapter)
  const isDamaged = ({ start, end }: Address): boolean =>
    damages.some((damage) => damage.start < end && start < damage.end)
  const links = addressesOf(chapter).flatMap((address): Diagnostic[] => {
    const fault = faultOf(address.written) ?? unclosed(address, text)
    const broken = fault === undefined ? brokenAt(address, ground) : undefined
    if (fault === undefined && broken === undefined) return []
    if (isDamaged(address) || isUnsafe(address.url)) return []
    if (broken !== undefined) {
      const { start, end, message, help } = broken
      return [
        diagnose('malformed-url', {
          file: chapter.file,
          position: at(start, end),
          message,
          help,
        }),
      ]
    }
    if (fault === undefined) return []
    const { start, end, help, message, fix } = fault
    return [
      diagnose('malformed-url', {
        file: chapter.file,
        position: at(address.start + start, address.start + end),
        message: `${message}: ${shown(address.written)}`,
        help,
        ...(fix === undefined ? {} : { fix: fix.map(moved(address.start)) }),
      }),
    ]
  })
  const meant = addressesMeant(chapter).map(({ start, end, message, help }) =>
    diagnose('malformed-url', {
      file: chapter.file,
      position: at(start, end),
      message,
      help,
    }),
  )
  return [...links, ...meant, ...lacking(chapter)]
}

/** `[text]()`. */
const lacking = ({ file, written }: Chapter): Diagnostic[] =>
  [...written.links, ...written.linkDefinitions.filter(({ used }) => used)].flatMap(
    ({ url, position }) =>
      url === ''
        ? [
            diagnose('malformed-url', {
              file,
              position,
              message: 'a link has no address',
              help: 'write the address of the page, `https://…`',
            }),
          ]
        : [],
  )

const moved =
  (by: number) =>
  ({ start, end, text }: Fix): Fix => ({ start: start + by, end: end + by, text })

/** `<https://x.org/page` without its closing bracket prints the opening one. A space in it is `url-with-space`. */
function unclosed({ form, written, start }: Address, text: string) {
  if (form !== 'bare' || text[start - 1] !== '<') return undefined
  const end = start + written.length
  const line = text.slice(end, end + 300)
  if (/^[^<>\n]*(?:\n[^<>\n]*)?>/u.test(line)) return undefined
  return {
    start: 0,
    end: written.length,
    message: 'the bracket before an address is not closed',
    help: `write \`<${written}>\``,
    fix: undefined,
  }
}
