import { group } from './rule.ts'

/** The text itself: its letters, marks and pictures. */
export const text = group({})
