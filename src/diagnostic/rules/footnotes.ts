import { group } from './rule.ts'

/** Pairing and numbering. */
export const footnotes = group({
  'undefined-footnote': {
    severity: 'error',
    says: 'A note is called that has no text.',
    why: 'the call would print as plain brackets, without a number and without a note',
    mend: 'write the text of the note as `[^label]: …` in the same chapter, or correct the label of the call',
  },
  'unused-footnote': {
    severity: 'error',
    says: 'A note has a text but is called nowhere.',
    why: 'its text would not be printed, and its source would be lost',
    mend: 'call the note where it belongs, or delete its text',
  },
  'duplicate-footnote': {
    severity: 'error',
    says: 'Two notes of a chapter have the same label.',
    why: 'only the first would be printed',
    mend: 'give one of the two a label of its own, and call it by that',
  },
  'footnote-called-twice': {
    severity: 'error',
    says: 'A note is called a second time.',
    why: 'a number that stands twice in the text leads a reader to the wrong place',
    mend: 'write a second note, or lead back to the first with `@fn-label`',
  },
  'footnote-out-of-order': {
    severity: 'error',
    says: 'A numbered note is called before one with a smaller number.',
    why: 'printed numbers rise through the text, so this number would not be the one that is printed',
    mend: 'put the calls in order, give the notes names instead of numbers, or run `imprimatur renumber`',
  },
  'footnote-gap': {
    severity: 'error',
    says: 'Numbers are missing between one numbered note and the next.',
    why: 'printed numbers have no gaps, so every later number would differ from its label',
    mend: 'bring the missing note back, or run `imprimatur renumber`',
  },
  'footnote-number': {
    severity: 'error',
    says: 'A numeric label differs from the number that its place gives.',
    why: 'the number as label is a promise of the number in print',
    mend: 'correct the label, or run `imprimatur renumber`',
  },
  'first-footnote': {
    severity: 'error',
    says: 'The first note of a chapter is not the one that its metadata promises.',
    why: 'readers cite notes by number, so the whole chapter would be cited wrongly',
    mend: 'correct `footnotes` in the chapter’s metadata, or the note that stands first',
  },
  'last-footnote': {
    severity: 'error',
    says: 'The last note of a chapter is not the one that its metadata promises.',
    why: 'the next chapter starts after the promised number, so the notes of the book would not run on',
    mend: 'correct `footnotes` in the chapter’s metadata, or bring back the note that is missing',
  },
  'footnote-continuity': {
    severity: 'error',
    says: 'A chapter does not start where the one before it ended.',
    why: 'notes run through the whole book, without a gap and without a number twice',
    mend: 'correct the numbers of the chapter, or the range of the chapters that are kept elsewhere in book.yaml',
  },
  'published-number-moved': {
    severity: 'error',
    says: 'A number that readers may have cited would lead to another note.',
    why: 'whoever looks up a citation would find another note',
    mend: 'put new notes in as `[^581a]`, which moves no other, or count anew as version 2',
  },
  'empty-footnote': {
    severity: 'error',
    says: 'A note has no text.',
    why: 'a number at the foot of the page would stand alone',
    mend: 'write the text of the note, or delete the note and its call',
  },
  'nested-footnote': {
    severity: 'error',
    says: 'A note is called inside another note.',
    why: 'a note at the foot of the page cannot have a note of its own in print or in Word',
    mend: 'move what the inner note says into the outer one, or call it in the text',
  },
  'self-footnote': {
    severity: 'error',
    says: 'A note calls itself.',
    why: 'a reader would be sent in a circle',
    mend: 'delete the call in the note’s own text',
  },
  'footnote-in-heading': {
    severity: 'error',
    says: 'A note is called in a heading or in the title of the metadata.',
    why: 'its number would appear in the contents and in the running heads',
    mend: 'call the note at the end of the first sentence below the heading',
  },
  'footnote-in-link': {
    severity: 'error',
    says: 'A note is called inside a link.',
    why: 'two links cannot stand in one place',
    mend: 'put the call behind the link',
  },
  'footnote-in-alt-text': {
    severity: 'error',
    says: 'A note is called in the alternative text of a figure.',
    why: 'alternative text is spoken, not printed, so the call is lost',
    mend: 'put the call into the caption',
  },
  'footnote-label': {
    severity: 'error',
    says: 'The label of a note holds characters that cannot be told apart or cannot be typed again.',
    why: 'a call that looks the same as its note would not find it',
    mend: 'write the label with plain letters, digits and hyphens, at the call and at the text of the note',
  },
})
