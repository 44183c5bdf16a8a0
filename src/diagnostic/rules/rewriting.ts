import { group } from './rule.ts'

/** What `renumber` and `fix` leave for a person. */
export const rewriting = group({
  'renumber-refused': {
    severity: 'error',
    says: 'Notes cannot be renumbered without guessing which one is meant.',
    why: 'nothing was changed: a number that leads to the wrong note is worse than one out of order',
    mend: 'mend what the finding names, then run `imprimatur renumber` again',
  },
  'reference-left-behind': {
    severity: 'warning',
    says: 'A reference that is typed as text names a note by the number that it had before renumbering.',
    why: 'text cannot follow its note, and would send a reader to another one',
    mend: 'write the live form, `@fn-` and the label, or the new number by hand',
  },
  'fix-left-out': {
    severity: 'warning',
    says: 'A fix was not applied, since it would have brought in an error.',
    why: 'a mend must not make a text worse',
    mend: 'mend the finding by hand',
  },
})
