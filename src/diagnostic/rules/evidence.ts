import { group } from './rule.ts'

/** Notes as evidence: what a reader would look up. */
export const evidence = group({
  'unsafe-url': {
    severity: 'error',
    says: 'A link has an address that no edition may lead to.',
    why: 'only the text of the link would be printed, and its source would be lost',
    mend: 'link to a page, `https://…`',
  },
})
