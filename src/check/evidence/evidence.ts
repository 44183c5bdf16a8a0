import type { Check } from '../rule.ts'
import { dateAfterEdition } from './date-after-edition.ts'
import { ibidAfterSeveral } from './ibid-after-several.ts'
import { ibidWithoutSource } from './ibid-without-source.ts'
import { impossibleDate } from './impossible-date.ts'
import { inconsistentCitation } from './inconsistent-citation.ts'
import { lookAlikeHost } from './look-alike-host.ts'
import { malformedUrl } from './malformed-url.ts'
import { noteWithoutSource } from './note-without-source.ts'
import { plainHttp } from './plain-http.ts'
import { sessionToken } from './session-token.ts'
import { shortFormFirst } from './short-form-first.ts'
import { trackingParameters } from './tracking-parameters.ts'
import { unsafeUrl } from './unsafe-url.ts'
import { urlShortener } from './url-shortener.ts'
import { urlTextDiffers } from './url-text-differs.ts'
import { urlWithSpace } from './url-with-space.ts'
import { vagueCitation } from './vague-citation.ts'

/** Notes as evidence: what a reader would look up. */
export const evidence: readonly Check[] = [
  unsafeUrl,
  malformedUrl,
  urlWithSpace,
  urlTextDiffers,
  lookAlikeHost,
  urlShortener,
  trackingParameters,
  plainHttp,
  sessionToken,
  inconsistentCitation,
  noteWithoutSource,
  dateAfterEdition,
  impossibleDate,
  ibidWithoutSource,
  ibidAfterSeveral,
  vagueCitation,
  shortFormFirst,
]
