import { group } from './rule.ts'

/** Notes as evidence: what a reader would look up. */
export const evidence = group({
  'unsafe-url': {
    severity: 'error',
    says: 'A link has an address that no edition may lead to.',
    why: 'only the text of the link would be printed, and its source would be lost',
    mend: 'link to a page, `https://…`',
  },
  'malformed-url': {
    severity: 'warning',
    says: 'An address is mistyped.',
    why: 'it leads nowhere, so that a reader cannot look up the source',
    mend: 'write the address as a browser shows it, `<https://…>`',
  },
  'url-with-space': {
    severity: 'warning',
    says: 'A space or the end of a line stands inside an address.',
    why: 'the address ends there, and the rest of it prints as text',
    mend: 'take the space out, or write `%20` where the address has one',
  },
  'url-text-differs': {
    severity: 'warning',
    says: 'The text of a link is another address than the one it leads to.',
    why: 'on paper the reader has one source, and on the screen another',
    mend: 'write the address once, `<https://…>`',
  },
  'look-alike-host': {
    severity: 'warning',
    says: 'The host of an address holds letters that only look right.',
    why: 'it leads to another site than it seems to, or nowhere',
    mend: 'type the host anew in the letters of one alphabet',
  },
  'url-shortener': {
    severity: 'warning',
    says: 'An address belongs to a service that shortens addresses.',
    why: 'it hides its source, and is lost when the service ends',
    mend: 'write the address to which it leads',
  },
  'tracking-parameters': {
    severity: 'warning',
    says: 'An address carries parameters that follow its readers.',
    why: 'they tell who shared the address and when, and nothing of the source',
    mend: 'take them out: the page is the same without',
  },
  'plain-http': {
    severity: 'info',
    says: 'An address begins with `http` where the same host is elsewhere cited with `https`.',
    why: 'the reader\u2019s way to it can be watched and changed',
    mend: 'write `https` after seeing that the page is there',
  },
  'inconsistent-citation': {
    severity: 'warning',
    says: 'One address is cited in two forms or for two sources, or one source with two addresses.',
    why: 'a reader takes two forms for two sources, and finds the wrong one at a wrong address',
    mend: 'give both notes the same form, or let the later one refer to the earlier with `@fn-label`',
  },
  'note-without-source': {
    severity: 'info',
    says: 'A short note names neither an address, a title nor a year.',
    why: 'a reader could not look it up',
    mend: 'say where the source is found',
  },
  'session-token': {
    severity: 'info',
    says: 'An address holds a key of the session in which it was copied.',
    why: 'it works for its author alone and for a short time, and may give others the same rights',
    mend: 'take the key out after seeing that the address works without it',
  },
  'date-after-edition': {
    severity: 'warning',
    says: 'A note gives a date later than that of the book.',
    why: 'a source cannot have been read before it was there',
    mend: 'correct the date in the note, or `date` in the metadata',
  },
  'impossible-date': {
    severity: 'warning',
    says: 'A date does not exist.',
    why: 'the calendar has no such day, so that the true date is lost',
    mend: 'look the date up in the source',
  },
  'ibid-after-several': {
    severity: 'warning',
    says: '“Ibid.” follows a note with several sources.',
    why: 'a reader cannot tell which of them is meant',
    mend: 'name the source, or refer to the note in which it stands with `@fn-label`',
  },
  'ibid-without-source': {
    severity: 'warning',
    says: '“Ibid.” follows no source.',
    why: 'there is nothing in the note before that it could stand for',
    mend: 'name the source, or refer to the note in which it stands with `@fn-label`',
  },
  'vague-citation': {
    severity: 'warning',
    says: 'A note points back to a source without saying where it stands.',
    why: 'a reader has to search all the notes before it',
    mend: 'refer to the note in which the source stands with `@fn-label`',
  },
  'short-form-first': {
    severity: 'warning',
    says: 'A short form is used before the note that explains it.',
    why: 'a reader meets a name that has not been introduced',
    mend: 'explain it where it is used first',
  },
})
