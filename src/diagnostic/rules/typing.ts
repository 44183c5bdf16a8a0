import { group } from './rule.ts'

/** Damage in typing: what was meant as a note and is none. */
export const typing = group({
  'footnote-typed-by-hand': {
    severity: 'error',
    says: 'The number of a note is typed as text.',
    why: 'it has no note behind it, and every later number would be wrong',
  },
  'unclosed-footnote': {
    severity: 'error',
    says: 'The bracket of a call is not closed.',
    why: 'it would print as plain text, without a number and without a note',
  },
  'footnote-without-caret': {
    severity: 'error',
    says: 'A note is called without its caret.',
    why: 'it would print as a number in brackets, without a note',
  },
  'escaped-footnote': {
    severity: 'error',
    says: 'The bracket of a call is escaped with a backslash.',
    why: 'it would print as plain brackets, without a number and without a note',
  },
  'footnote-in-code': {
    severity: 'error',
    says: 'A note is called inside code.',
    why: 'code is printed as it stands, so the call would be no call',
  },
  'footnote-in-comment': {
    severity: 'error',
    says: 'A call or the text of a note stands inside a comment.',
    why: 'comments are not printed, so the note would be lost',
  },
  'look-alike-bracket': {
    severity: 'error',
    says: 'A call is written with a caret or brackets that only look right.',
    why: 'it would print as plain text, without a number and without a note',
  },
  'space-in-footnote': {
    severity: 'error',
    says: 'A space stands inside the brackets of a call.',
    why: 'it would print as plain text, without a number and without a note',
  },
  'split-footnote': {
    severity: 'error',
    says: 'A call runs over the end of a line.',
    why: 'it would print as plain text, without a number and without a note',
  },
  'footnote-colon': {
    severity: 'error',
    says: 'The text of a note does not follow its label with a plain colon.',
    why: 'it would be printed in the running text',
  },
  'indented-footnote': {
    severity: 'error',
    says: 'The text of a note is indented so far that it is code.',
    why: 'it would be printed as code in the running text',
  },
  'glued-footnote': {
    severity: 'error',
    says: 'The text of a note is glued to the paragraph above it.',
    why: 'it would be printed at the end of that paragraph',
  },
  'footnote-continuation': {
    severity: 'error',
    says: 'A line that goes on with a note is not indented.',
    why: 'it would be printed in the running text, and the note would end too early',
  },
  'footnote-numbered-twice': {
    severity: 'error',
    says: 'The text of a note begins with a number of its own.',
    why: 'it would be printed as a list inside the note, behind the number that the note has already',
  },
  'unclosed-fence': {
    severity: 'error',
    says: 'A code fence, comment or metadata block is opened and not closed, and swallows notes.',
    why: 'everything after it would be printed as code or not at all, notes included',
  },
  'truncated-file': {
    severity: 'error',
    says: 'A chapter ends in the middle of a note or of a call.',
    why: 'a file that was cut short has lost text',
  },
})
