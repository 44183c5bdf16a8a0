import { group } from './rule.ts'

/** Cross-references and structure. */
export const structure = group({
  'undefined-reference': {
    severity: 'error',
    says: 'A cross-reference or link leads to an identifier that is nowhere.',
    why: 'a reader would be sent to a place that does not exist',
  },
  'duplicate-identifier': {
    severity: 'error',
    says: 'Two things have the same identifier.',
    why: 'a cross-reference would lead to the wrong one',
  },
  'reference-kind': {
    severity: 'error',
    says: 'A cross-reference names another kind of thing than it leads to.',
    why: 'it would print “Figure” before the number of a table',
  },
  'reference-typed-by-hand': {
    severity: 'warning',
    says: 'A reference to a note, figure, table or section is typed as text.',
    why: 'it would keep its number when the numbers change',
  },
  'missing-caption': {
    severity: 'error',
    says: 'A figure or a table that is referred to has no caption.',
    why: 'a reader cannot find what the text sends them to',
  },
  'glued-caption': {
    severity: 'error',
    says: 'The caption of a table is glued to its last row.',
    why: 'it would be printed as a row of the table',
  },
  'unreferenced-figure': {
    severity: 'info',
    says: 'A figure is mentioned nowhere in the text.',
    why: 'a reader does not know when to look at it',
  },
  'unreferenced-table': {
    severity: 'info',
    says: 'A table is mentioned nowhere in the text.',
    why: 'a reader does not know when to look at it',
  },
  'missing-alt': {
    severity: 'error',
    says: 'A figure has no alternative text.',
    why: 'a reader who does not see it learns nothing of it',
  },
  'skipped-heading-level': {
    severity: 'error',
    says: 'A heading is more than one level below the one before it.',
    why: 'a screen reader announces a part that is not there',
  },
  'empty-heading': {
    severity: 'error',
    says: 'A heading has no text.',
    why: 'it would stand as a blank in the text and in the contents',
  },
  'second-title': {
    severity: 'error',
    says: 'A chapter has more than one title.',
    why: 'a chapter has one title, from its metadata or from a single level-1 heading',
  },
  'missing-title': {
    severity: 'error',
    says: 'A chapter has no title.',
    why: 'contents and running heads would be blank',
  },
  'duplicate-heading': {
    severity: 'warning',
    says: 'Two headings under one parent have the same text.',
    why: 'a reader cannot tell them apart in the contents',
  },
  'undefined-link': {
    severity: 'error',
    says: 'A link names an address label that is not defined.',
    why: 'it would print as plain brackets',
  },
  'unused-link': {
    severity: 'warning',
    says: 'An address label is defined and used nowhere.',
    why: 'a source that was meant to be cited may be missing from the text',
  },
  'raw-html': {
    severity: 'error',
    says: 'A chapter holds raw HTML.',
    why: 'it is not part of the format and would appear in none of the editions',
  },
  'inline-image': {
    severity: 'error',
    says: 'An image stands inside a paragraph.',
    why: 'an image alone in its paragraph is a figure; inside a line it has no place in print',
  },
  'unused-silence': {
    severity: 'warning',
    says: 'A comment allows what is not there, or a rule that does not exist.',
    why: 'a silence that is left behind would hide the next fault',
  },
})
