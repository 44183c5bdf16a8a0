import type { Check } from '../rule.ts'

/** The text itself: its letters, marks and pictures. */
export const text: readonly Check[] = []
