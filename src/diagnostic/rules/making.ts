import { group } from './rule.ts'

/** What the makers of editions find: type that does not fit, editions that do not say what the book says, a disk that is full. */
export const making = group({
  'overfull-line': {
    severity: 'warning',
    says: 'A line of print is longer than the measure.',
    why: 'a unit that cannot be broken is wider than the line',
    mend: 'give the word a place where it may be broken, or write it otherwise',
  },
  'off-page': {
    severity: 'error',
    says: 'Text or a picture runs off the edge of a page of print.',
    why: 'what stands beyond the edge is lost to every reader of the printed book',
    mend: 'let it break with a soft hyphen or a zero width space, make it smaller, or write it otherwise',
  },
  'crowded-page': {
    severity: 'warning',
    says: 'A page of print could be filled only against a rule of good setting.',
    why: 'what stands on it leaves no better place to end it',
    mend: 'look at the page; often a sentence more or less above it helps',
  },
  'short-page': {
    severity: 'info',
    says: 'A page of print is left short by three lines or more.',
    why: 'the next line calls a note that would not fit, and a note begins on the page of its call',
    mend: 'look at the page; a sentence more or less above it, or a shorter note, fills it',
  },
  'late-note': {
    severity: 'error',
    says: 'More is called in one line of print than its page can begin at the foot.',
    why: 'a note begins on the page of its call, where its reader looks for it',
    mend: 'call the notes further from one another, shorten them, or make one note of several',
  },
  'assumed-date': {
    severity: 'info',
    says: 'A chapter built alone has no date, so the editions carry the day of the build.',
    why: 'the same chapter built tomorrow would give other bytes',
    mend: 'write `date: 2020-12-15` in the metadata',
  },
  'print-disagrees': {
    severity: 'error',
    says: 'The finished PDF does not say what the manuscript says.',
    why: 'an edition that differs from its manuscript must not be published',
    mend: 'build again; where it stays, tell the makers of the program',
  },
  'word-disagrees': {
    severity: 'error',
    says: 'The finished Word file does not say what the manuscript says.',
    why: 'an edition that differs from its manuscript must not be published',
    mend: 'build again; where it stays, tell the makers of the program',
  },
  'epub-disagrees': {
    severity: 'error',
    says: 'The finished EPUB does not say what the manuscript says.',
    why: 'an edition that differs from its manuscript must not be published',
    mend: 'build again; where it stays, tell the makers of the program',
  },
  'web-disagrees': {
    severity: 'error',
    says: 'The finished web edition does not say what the manuscript says.',
    why: 'an edition that differs from its manuscript must not be published',
    mend: 'build again; where it stays, tell the makers of the program',
  },
  'pandoc-failed': {
    severity: 'error',
    refuses: true,
    says: 'Pandoc, the independent reader of finished files, could not be run to its end.',
    why: 'an edition that nobody has read back is not proven',
    mend: 'install pandoc, or build with `--draft`',
  },
  'no-temporary-folder': {
    severity: 'error',
    refuses: true,
    says: 'The folder for temporary files is not there, or cannot be written.',
    why: "the independent reader of finished files works in a folder of its own, so that it meets nobody else's",
    mend: 'make the folder that TMPDIR names, or name another',
  },
  'altered-edition': {
    severity: 'error',
    says: 'A finished file is not the one that was published.',
    why: 'it was changed after it had been proven, or damaged on its way',
    mend: 'publish the editions again',
  },
  'unreadable-edition': {
    severity: 'error',
    refuses: true,
    says: 'A finished file cannot be opened by an independent reader.',
    why: 'a reader could not open it either',
    mend: 'build again; where it stays, tell the makers of the program',
  },
  'published-version': {
    severity: 'error',
    refuses: true,
    says: 'A version that was published before is to be released again with other notes or pages.',
    why: 'a version names one text; whoever cites it must find what was cited',
    mend: 'give the corrected text a version of its own, such as 1.1',
  },
  'unwritable-output': {
    severity: 'error',
    refuses: true,
    says: 'The folder of the editions cannot be written.',
    why: 'nothing was published; earlier editions are as they were',
    mend: 'make room, or name another folder with `--out`',
  },
  'wrong-usage': {
    severity: 'error',
    refuses: true,
    says: 'The command was called with words or options that it does not know.',
    why: 'it did nothing',
    mend: 'run the command with `--help`',
  },
})

/** What the import of a typeset text joined, dropped and doubted. */
export const importing = group({
  'import-joined': {
    severity: 'info',
    says: 'Lines that a page end or a line end had parted were joined.',
    why: 'a sentence reads on across the page',
    mend: 'compare the place with the printed page',
  },
  'import-dropped': {
    severity: 'info',
    says: 'A line that belongs to the page, not to the text, was dropped.',
    why: 'running heads and folios are set anew by each edition',
    mend: 'compare the place with the printed page',
  },
  'import-doubted': {
    severity: 'warning',
    says: 'The import had to guess.',
    why: 'only a person who knows the text can say whether the guess is right',
    mend: 'look the place up in the printed page, and correct the chapter by hand',
  },
  'import-unreadable': {
    severity: 'error',
    refuses: true,
    says: 'The import could not make out a chapter in a text.',
    why: 'nothing was written',
    mend: 'copy the text of the pages again, with its notes',
  },
})
