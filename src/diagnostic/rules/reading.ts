import { group } from './rule.ts'

/** What cannot be read, parsed or bounded. Every row ends the command with 2. */
export const reading = group({
  'missing-file': {
    severity: 'error',
    refuses: true,
    says: 'A file that the book names is not there, or is not a file that can be read.',
    why: 'the book would be published without it',
  },
  'outside-book': {
    severity: 'error',
    refuses: true,
    says: 'A file lies outside the folder of the book, or is fetched from elsewhere.',
    why: 'a book is built from its own folder alone, so that nothing of the machine can slip into an edition',
  },
  'text-encoding': {
    severity: 'error',
    refuses: true,
    says: 'A text is not valid UTF-8.',
    why: 'letters would be lost without a trace',
  },
  'control-character': {
    severity: 'error',
    refuses: true,
    says: 'A text holds a control character or a code point that is no character.',
    why: 'it cannot be seen, and breaks the Word file',
  },
  'over-limit': {
    severity: 'error',
    refuses: true,
    says: 'A text is larger, deeper or has more notes than the limits allow.',
    why: 'reading it could take minutes or all memory',
  },
  'empty-chapter': {
    severity: 'error',
    refuses: true,
    says: 'A chapter holds no text.',
    why: 'its editions would be blank',
  },
  'metadata-syntax': {
    severity: 'error',
    refuses: true,
    says: 'The YAML of book.yaml, of a template or of a chapter cannot be parsed, or uses what is not allowed in it.',
    why: 'the settings would be guessed',
  },
  'unknown-key': {
    severity: 'error',
    refuses: true,
    says: 'A key is not one of those that the format knows.',
    why: 'a mistyped key would be ignored without a word',
  },
  'metadata-value': {
    severity: 'error',
    refuses: true,
    says: 'A key has a value of the wrong kind.',
    why: 'the setting would be guessed',
  },
  'duplicate-chapter': {
    severity: 'error',
    refuses: true,
    says: 'A chapter is listed twice.',
    why: 'its notes would be numbered twice',
  },
  'image-format': {
    severity: 'error',
    refuses: true,
    says: 'An image is damaged, too large, or of a kind that the editions cannot show.',
    why: 'the figure would be blank in an edition',
  },
  'missing-template': {
    severity: 'error',
    refuses: true,
    says: 'The template that the book names is not there.',
    why: 'there is nothing to set the book in',
  },
  'missing-face': {
    severity: 'error',
    refuses: true,
    says: 'A template lacks a face that it uses, or the file of a face cannot be read.',
    why: 'text would be set in another face, or not at all',
  },
})
