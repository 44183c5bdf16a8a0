import type { Check } from '../rule.ts'
import { unsafeUrl } from './unsafe-url.ts'

/** Notes as evidence: what a reader would look up. */
export const evidence: readonly Check[] = [unsafeUrl]
