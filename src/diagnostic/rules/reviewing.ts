import { group } from './rule.ts'

/** What `review` cannot carry from a Word file into the manuscript. */
export const reviewing = group({
  'foreign-word-file': {
    severity: 'error',
    refuses: true,
    says: 'A Word file was not made from this manuscript.',
    why: 'nothing in it can be told from what was there before',
    mend: 'name the manuscript that it was made from with `--book`',
  },
  'edit-conflict': {
    severity: 'error',
    says: 'A place that an editor changed was changed in the manuscript too, or by another editor.',
    why: 'one of the two would be lost without a word',
    mend: 'read both, and write the one that holds by hand',
  },
  'edit-left-out': {
    severity: 'warning',
    says: 'An edit has no counterpart in Markdown, or no place in the manuscript.',
    why: 'what an editor did must not be lost without a word',
    mend: 'look at the place in the Word file, and carry it over by hand where it matters',
  },
  'call-deleted-alone': {
    severity: 'warning',
    says: "A note's call was deleted in a Word file, its text was not.",
    why: 'the text is called by nothing then, and would print nowhere',
    mend: 'delete the text of the note too, or call it again',
  },
})
