import { group } from './rule.ts'

/** Where a call stands beside its words. */
export const manners = group({})
