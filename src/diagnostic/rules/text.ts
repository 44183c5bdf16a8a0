import { group } from './rule.ts'

/** The text itself: its letters, marks and pictures. */
export const text = group({
  'merge-conflict': {
    severity: 'error',
    says: 'Lines are left in the text with which git marks two versions that disagree.',
    why: 'both versions would be printed, one after the other',
    mend: 'Keep one version, or join the two, and delete the lines of marks',
  },
  'unbalanced-bidi': {
    severity: 'error',
    says: 'An invisible control of direction is not ended in its paragraph.',
    why: 'what follows is shown in another order than it is written, and can say something else than it seems to',
    mend: 'Delete the control, or end it where the passage in the other direction ends',
  },
  'garbled-letters': {
    severity: 'error',
    says: 'Letters were garbled when the text was saved, pasted or sent.',
    why: 'a reader would see signs that stand for nothing',
    mend: 'save the original again as UTF-8, or write the letters anew',
  },
  'mixed-script-word': {
    severity: 'warning',
    says: 'A word holds a letter of another script that looks like one of its own.',
    why: 'a search does not find the word, and a screen reader reads it wrongly',
    mend: 'Type the letter again on the keyboard of the word\u2019s own script',
  },
  'unbalanced-quote': {
    severity: 'warning',
    says: 'A quotation mark has no partner.',
    why: 'a reader cannot tell where the quotation begins or ends',
    mend: 'Write the mark that is missing, or delete the one that is too many',
  },
  'unbalanced-bracket': {
    severity: 'warning',
    says: 'A bracket has no partner.',
    why: 'a reader cannot tell where the insertion begins or ends',
    mend: 'Write the bracket that is missing, or delete the one that is too many',
  },
  'straight-quote': {
    severity: 'warning',
    says: 'A straight quotation mark or apostrophe stands in a chapter that has curly ones.',
    why: 'the two look different in print',
    mend: 'Write the curly mark',
  },
  'doubled-word': {
    severity: 'warning',
    says: 'A word stands twice in a row.',
    why: 'it is nearly always a slip, and easily overlooked at the end of a line',
    mend: 'Delete one of the two',
  },
  'double-space': {
    severity: 'warning',
    says: 'Two blanks stand between two words.',
    why: 'a word may have been taken out there; the editions print one blank, but two where one is a no-break space',
    mend: 'Leave one blank; two after every sentence of a chapter are a habit, and are left alone',
  },
  'misplaced-mark': {
    severity: 'warning',
    says: 'A comma or full stop has a blank before it, none behind it, or stands twice.',
    why: 'it is a slip, and a line may begin with the mark',
    mend: 'put the blank behind the mark, and write the mark once',
  },
  'pasted-twice': {
    severity: 'warning',
    says: 'A paragraph or a long sentence stands twice in a row.',
    why: 'it was pasted a second time, or moved and not taken out',
    mend: 'delete one of the two',
  },
  'left-over': {
    severity: 'warning',
    says: 'The text holds what a program left in it, or what an author meant to fill in.',
    why: 'it would be printed as it stands',
    mend: 'write what is meant there, or show it as code',
  },
  'running-head-in-text': {
    severity: 'warning',
    says: 'A line between paragraphs is the running head or the folio of a typeset page.',
    why: 'it would stand in the middle of the text, often of a sentence',
    mend: 'Delete the line, and join what it parts',
  },
  'line-separator': {
    severity: 'warning',
    says: 'A line ends with a character that not every program takes for the end of a line.',
    why: 'lines that look apart in an editor would run together, and places would be named wrongly',
    mend: 'Save the text with the usual line ends of your system',
  },
  'invisible-character': {
    severity: 'warning',
    says: 'The text holds a character that cannot be seen, that only one face can show, or that is several letters in one.',
    why: 'a search does not find the word, and a line may end in the midst of it',
    mend: 'Delete the character, or write the letters',
  },
  'stacked-marks': {
    severity: 'warning',
    says: 'A letter carries more combining marks than any writing has.',
    why: 'they would be printed over the lines around it',
    mend: 'Delete the marks that are not meant',
  },
  'missing-glyph': {
    severity: 'error',
    says: 'A character cannot be drawn by the face of the template in which it would be set.',
    why: 'it would be an empty box in print',
    mend: 'Name a face that has it in the template, or write it with other characters',
  },
  'coarse-image': {
    severity: 'warning',
    says: 'A bitmap has fewer than 200 pixels to the inch of its width in print.',
    why: 'it is printed smaller than the text is wide, so that it does not look coarse',
    mend: 'Use an image with more pixels, or a drawing as SVG',
  },
  'ragged-table': {
    severity: 'warning',
    says: 'A row of a table has more or fewer cells than its head.',
    why: 'cells that are too many are printed nowhere, and those that are missing are filled in',
    mend: 'Give each row as many cells as the head has',
  },
})
