import type { Check } from '../rule.ts'
import { coarseImage } from './coarse-image.ts'
import { doubleSpace } from './double-space.ts'
import { doubledWord } from './doubled-word.ts'
import { garbledLetters } from './garbled-letters.ts'
import { invisibleCharacter } from './invisible-character.ts'
import { leftOver } from './left-over.ts'
import { lineSeparator } from './line-separator.ts'
import { mergeConflict } from './merge-conflict.ts'
import { misplacedMark } from './misplaced-mark.ts'
import { missingGlyph } from './missing-glyph.ts'
import { mixedScriptWord } from './mixed-script-word.ts'
import { pastedTwice } from './pasted-twice.ts'
import { raggedTable } from './ragged-table.ts'
import { runningHeadInText } from './running-head-in-text.ts'
import { stackedMarks } from './stacked-marks.ts'
import { straightQuote } from './straight-quote.ts'
import { unbalancedBidi } from './unbalanced-bidi.ts'
import { unbalancedBracket } from './unbalanced-bracket.ts'
import { unbalancedQuote } from './unbalanced-quote.ts'

/** The text itself: its letters, marks and pictures. */
export const text: readonly Check[] = [
  mergeConflict,
  unbalancedBidi,
  garbledLetters,
  mixedScriptWord,
  unbalancedQuote,
  unbalancedBracket,
  straightQuote,
  doubledWord,
  doubleSpace,
  misplacedMark,
  pastedTwice,
  leftOver,
  runningHeadInText,
  lineSeparator,
  invisibleCharacter,
  stackedMarks,
  missingGlyph,
  coarseImage,
  raggedTable,
]
