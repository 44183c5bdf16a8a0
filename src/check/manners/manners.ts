import type { Check } from '../rule.ts'

/** Where a call stands beside its words. */
export const manners: readonly Check[] = []
