import { group } from './rule.ts'

/** Damage in typing: what was meant as a note and is none. */
export const typing = group({
  'footnote-typed-by-hand': {
    severity: 'error',
    says: 'The number of a note is typed as text.',
    why: 'it has no note behind it, and every later number would be wrong',
    mend: 'write the number as a call, `[^568]`',
  },
  'unclosed-footnote': {
    severity: 'error',
    says: 'The bracket of a call is not closed.',
    why: 'it would print as plain text, without a number and without a note',
    mend: 'close the bracket: `[^568]`',
  },
  'footnote-without-caret': {
    severity: 'error',
    says: 'A note is called without its caret.',
    why: 'it would print as a number in brackets, without a note',
    mend: 'put the caret in: `[^568]`',
  },
  'escaped-footnote': {
    severity: 'error',
    says: 'The bracket of a call is escaped with a backslash.',
    why: 'it would print as plain brackets, without a number and without a note',
    mend: 'take the backslash away',
  },
  'footnote-in-code': {
    severity: 'error',
    says: 'A note is called inside code.',
    why: 'code is printed as it stands, so the call would be no call',
    mend: 'put the call behind the code, or take the backticks away',
  },
  'footnote-in-comment': {
    severity: 'error',
    says: 'A call or the text of a note stands inside a comment.',
    why: 'comments are not printed, so the note would be lost',
    mend: 'move the note out of the comment, or delete it there',
  },
  'look-alike-bracket': {
    severity: 'error',
    says: 'A call is written with a caret or brackets that only look right.',
    why: 'it would print as plain text, without a number and without a note',
    mend: 'write plain square brackets and the caret of the keyboard: `[^568]`',
  },
  'space-in-footnote': {
    severity: 'error',
    says: 'A space stands inside the brackets of a call.',
    why: 'it would print as plain text, without a number and without a note',
    mend: 'take the space out: `[^568]`',
  },
  'split-footnote': {
    severity: 'error',
    says: 'A call runs over the end of a line.',
    why: 'it would print as plain text, without a number and without a note',
    mend: 'write the call on one line',
  },
  'footnote-colon': {
    severity: 'error',
    says: 'The text of a note does not follow its label with a plain colon.',
    why: 'it would be printed in the running text',
    mend: 'write a plain colon directly behind the bracket: `[^568]: …`',
  },
  'indented-footnote': {
    severity: 'error',
    says: 'The text of a note is indented so far that it is code.',
    why: 'it would be printed as code in the running text',
    mend: 'begin the label at the head of its line',
  },
  'glued-footnote': {
    severity: 'error',
    says: 'The text of a note is glued to the paragraph above it.',
    why: 'it would be printed at the end of that paragraph',
    mend: 'leave a blank line before the text of the note',
  },
  'footnote-continuation': {
    severity: 'error',
    says: 'A line that goes on with a note is not indented.',
    why: 'it would be printed in the running text, and the note would end too early',
    mend: 'indent every further paragraph of a note by four spaces',
  },
  'footnote-numbered-twice': {
    severity: 'error',
    says: 'The text of a note begins with a number of its own.',
    why: 'it would be printed as a list inside the note, behind the number that the note has already',
    mend: 'delete the number; every edition sets it',
  },
  'unclosed-fence': {
    severity: 'error',
    says: 'A code fence, comment or metadata block is opened and not closed, and swallows notes or text.',
    why: 'everything after it would be printed as code or not at all, notes included',
    mend: 'close it where the code or the comment ends',
  },
  'truncated-file': {
    severity: 'error',
    says: 'A chapter ends in the middle of a note or of a call.',
    why: 'a file that was cut short has lost text',
    mend: 'bring back the end of the file from an earlier version',
  },
})
