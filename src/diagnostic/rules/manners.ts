import { group } from './rule.ts'

/** Where a call stands beside its words. */
export const manners = group({
  'footnote-before-punctuation': {
    severity: 'warning',
    says: 'A call stands before the punctuation that it should follow.',
    why: 'in English a call follows every mark but a dash, and stands inside a closing parenthesis only where it belongs to what is in it',
    mend: 'move the call behind the mark, or set the rule to `off` in a book that puts all its calls before',
  },
  'space-before-footnote': {
    severity: 'warning',
    says: 'White space stands before a call.',
    why: 'the number would float between two words, or begin a line of its own',
    mend: 'write the call directly behind the word or mark that it belongs to',
  },
  'adjacent-footnotes': {
    severity: 'warning',
    says: 'Two calls stand side by side.',
    why: 'a reader sees one number',
    mend: 'put both sources into one note, or move one call to the words that it belongs to',
  },
  'footnote-inside-word': {
    severity: 'warning',
    says: 'A call stands inside a word.',
    why: 'the number would part the word, or join two words that a space should part',
    mend: 'move the call behind the word, or write the space that is missing behind it',
  },
  'footnote-at-line-start': {
    severity: 'warning',
    says: 'A call stands at the head of a line.',
    why: 'the end of the line before it prints as a space, and at the head of a paragraph there are no words that it could belong to',
    mend: 'write the call at the end of the words that it belongs to',
  },
  'footnote-alone-in-paragraph': {
    severity: 'warning',
    says: 'A paragraph holds nothing but a call.',
    why: 'a number would print on a line of its own, and no words would have the note',
    mend: 'write the call at the end of the words that it belongs to',
  },
})
