import { group } from './rule.ts'

/** What the web says of the addresses of a book. Looked up by `check --links` alone, never by a build. */
export const links = group({
  'dead-link': {
    severity: 'warning',
    says: 'An address leads nowhere.',
    why: 'a reader who wants to see the source would find nothing',
    mend: 'give the address at which the source stands now, or that of an archived copy',
  },
  'moved-link': {
    severity: 'info',
    says: 'What stood at an address has moved to another for good.',
    why: 'the old address works only as long as somebody forwards it',
    mend: 'write the new address, after a look at what stands there',
  },
  'unreachable-link': {
    severity: 'info',
    says: 'Whether an address leads anywhere could not be found out.',
    why: 'a person has to look: many servers answer readers and turn programs away',
    mend: 'open the address in a browser, and mend it where nothing is there',
  },
})
