import { group } from './rule.ts'

/** Cross-references and structure. */
export const structure = group({
  'undefined-reference': {
    severity: 'error',
    says: 'A cross-reference or link leads to an identifier that is nowhere.',
    why: 'a reader would be sent to a place that does not exist',
    mend: 'correct the identifier, or give it to the thing that is meant: `{#sec-x}`',
  },
  'duplicate-identifier': {
    severity: 'error',
    says: 'Two things have the same identifier.',
    why: 'a cross-reference would lead to the wrong one',
    mend: 'give one of the two another identifier',
  },
  'reference-kind': {
    severity: 'error',
    says: 'A cross-reference names another kind of thing than it leads to.',
    why: 'it would print “Figure” before the number of a table',
    mend: 'begin the reference as its target does: `@fig-`, `@tbl-`, `@sec-` or `@fn-`',
  },
  'reference-typed-by-hand': {
    severity: 'warning',
    says: 'A reference to a note, figure, table or section is typed as text.',
    why: 'it would keep its number when the numbers change',
    mend: 'write the live form, such as `@fn-label`, which keeps up with the numbers',
  },
  'missing-caption': {
    severity: 'error',
    says: 'A figure or a table that is referred to has no caption.',
    why: 'a reader cannot find what the text sends them to',
    mend: 'write a caption: in the brackets of the figure, or `: Caption {#tbl-x}` below the table',
  },
  'glued-caption': {
    severity: 'error',
    says: 'The caption of a table is glued to its last row.',
    why: 'it would be printed as a row of the table',
    mend: 'leave a blank line between the table and its caption',
  },
  'unreferenced-figure': {
    severity: 'info',
    says: 'A figure is mentioned nowhere in the text.',
    why: 'a reader does not know when to look at it',
    mend: 'mention it with `@fig-x` where a reader should look at it',
  },
  'unreferenced-table': {
    severity: 'info',
    says: 'A table is mentioned nowhere in the text.',
    why: 'a reader does not know when to look at it',
    mend: 'mention it with `@tbl-x` where a reader should look at it',
  },
  'missing-alt': {
    severity: 'error',
    says: 'A figure has no alternative text.',
    why: 'a reader who does not see it learns nothing of it',
    mend: 'say in a sentence what the figure shows: `{alt="…"}`',
  },
  'figure-braces': {
    severity: 'error',
    says: 'The braces after an image cannot be read as part of it.',
    why: 'they would be printed as text, and the figure would have neither name nor alternative text',
    mend: 'write the braces directly after the bracket, on one paragraph, with straight quotes round each value',
  },
  'skipped-heading-level': {
    severity: 'error',
    says: 'A heading is more than one level below the one before it.',
    why: 'a screen reader announces a part that is not there',
    mend: 'raise the heading by a level, or write the heading that is missing above it',
  },
  'empty-heading': {
    severity: 'error',
    says: 'A heading has no text.',
    why: 'it would stand as a blank in the text and in the contents',
    mend: 'write its text, or delete its marks',
  },
  'broken-heading': {
    severity: 'warning',
    says: 'The marks of a heading, or of its identifier, are mistyped.',
    why: 'they would be printed as they stand, and the heading or its identifier would be missing',
    mend: 'put a blank behind the marks, and write the identifier as `{#sec-x}`',
  },
  'second-title': {
    severity: 'error',
    says: 'A chapter has more than one title.',
    why: 'a chapter has one title, from its metadata or from a single level-1 heading',
    mend: 'keep one title, and write the other as a heading of level 2',
  },
  'missing-title': {
    severity: 'error',
    says: 'A chapter has no title.',
    why: 'contents and running heads would be blank',
    mend: 'write `title:` in the metadata, or one heading with a single `#`',
  },
  'duplicate-heading': {
    severity: 'warning',
    says: 'Two headings under one parent have the same text.',
    why: 'a reader cannot tell them apart in the contents',
    mend: 'give one of them words of its own',
  },
  'undefined-link': {
    severity: 'error',
    says: 'A link names an address label that is not defined.',
    why: 'it would print as plain brackets',
    mend: 'define the label at the end of the chapter, `[label]: https://…`, or escape the brackets',
  },
  'unused-link': {
    severity: 'warning',
    says: 'An address label is defined and used nowhere.',
    why: 'a source that was meant to be cited may be missing from the text',
    mend: 'use it, or delete it',
  },
  'broken-link': {
    severity: 'warning',
    says: 'The brackets of a link are parted, swapped, not closed or empty.',
    why: 'the brackets and the address would be printed as they stand, or the link could not be seen',
    mend: 'write `[text](address)`, without a blank between the brackets',
  },
  'raw-html': {
    severity: 'error',
    says: 'A chapter holds raw HTML.',
    why: 'it is not part of the format and would appear in none of the editions',
    mend: 'write it in Markdown, or delete it',
  },
  'inline-image': {
    severity: 'error',
    says: 'An image stands inside a paragraph.',
    why: 'an image alone in its paragraph is a figure; inside a line it has no place in print',
    mend: 'leave a blank line before and after the image',
  },
  'unused-silence': {
    severity: 'warning',
    says: 'A comment allows what is not there, or a rule that does not exist.',
    why: 'a silence that is left behind would hide the next fault',
    mend: 'delete the comment, or correct the name of the rule',
  },
})
