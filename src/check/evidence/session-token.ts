import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { diagnose } from '../../diagnostic/diagnose.ts'
import { groundOf } from '../ground.ts'
import type { Check } from '../rule.ts'
import { nameOf, parametersOf, partsOf } from './address-parts.ts'
import { addressesOf } from './addresses.ts'

/** Names that servers give to sessions and passes (Java, PHP, ASP, ColdFusion, Liferay, Amazon S3). */
const certain =
  /^(?:jsessionid|phpsessid|aspsessionid\w*|asp\.net_sessionid|sessionid|session_id|session-id|session|sess|cfid|cftoken|p_auth|p_p_auth|auth|authtoken|auth_token|access_token|x-amz-signature|x-amz-security-token|x-amz-credential|sessid|zenid|oscsid)$/i
/** Names that are sessions only where their value looks like one. */
const likely = /^(?:sid|token|key|sig|signature|ticket|s|hash|code|st|sso)$/i
/** Names of things that have long names of their own: documents, files, pictures. */
const thing =
  /id$|doc|file|uri|url|path|article|page|title|search|query|^q$|hl|name|lang|item|content|key/i

/** A session's key in an address: by its name, or by a value as only machines write it. */
export const sessionToken: Check = (chapter) => {
  const { at } = groundOf(chapter)
  return addressesOf(chapter).flatMap(({ written, start }): Diagnostic[] => {
    if (!written.includes('?') && !written.includes(';')) return []
    const { path = '', query = '' } = partsOf(written) ?? {}
    const inPath = /;(jsessionid=[^;/?#]{4,400})/i.exec(path)?.[1]
    const token = inPath ?? parametersOf(query).find(isToken)
    if (token === undefined) return []
    const from = start + written.indexOf(token)
    return [
      diagnose('session-token', {
        file: chapter.file,
        position: at(from, from + token.length),
        message: `an address holds \`${nameOf(token)}\`, a key of the session in which it was copied`,
        help: 'take it out after seeing that the address works without it',
      }),
    ]
  })
}

function isToken(parameter: string): boolean {
  const name = nameOf(parameter)
  const value = parameter.slice(name.length + 1)
  if (certain.test(name)) return value.length >= 4
  const mixed = /\d/u.test(value) && /[a-z]/i.test(value)
  if (likely.test(name) && mixed && /^[\w.~+/=%-]{16,}$/u.test(value)) return true
  if (thing.test(name)) return false
  if (/^[0-9a-f]{32,}$/i.test(value)) return mixed
  return (
    /^[\w+/=-]{40,}$/u.test(value) &&
    /[a-z]/u.test(value) &&
    /[A-Z]/u.test(value) &&
    /\d.*\d.*\d/u.test(value)
  )
}
