/**
 * What a break costs: `pc`, the penalty p of Knuth and Plass 1981, p. 1128, which joins the badness
 * in (10 + 100|r|³ + p)². Infinity forbids.
 */

/** A hyphen that the breaker adds (`\hyphenpenalty` of plain TeX). */
export const HYPHEN_COST = 50
/** A hyphen added to part of a compound that has one of its own. */
export const COMPOUND_HYPHEN_COST = 150
/** After a hyphen that is written (`\exhyphenpenalty`, which plain TeX sets to 50: a compound reads on more easily than a cut word). */
export const WRITTEN_HYPHEN_COST = 30
export const EM_DASH_COST = 5
export const EN_DASH_COST = 20
/** Within a range of figures, 568–600. */
export const RANGE_COST = 100
/** After the slash of and/or. */
export const SLASH_COST = 60
/** At a space that should hold: `p. 5`, `№ 4`, `J. Smith`. Taken before an overfull line, and before little else. */
export const HELD_SPACE_COST = 500
/** After a one-letter word of Russian (в, и, к, о, с, у, я), which leans on the next. */
export const LEANING_WORD_COST = 40

/** Between a month and its day, and between figures and the word that counts them: May 11, $55 million. */
export const COUNTED_COST = 150

/** Demerits: two lines in a row end in hyphens (`\doublehyphendemerits`). Three never do. */
export const TWO_HYPHENS = 1e4
/** Demerits: neighbours more than one fitness class apart (`\adjdemerits`). */
export const CLASS_JUMP = 1e4
/** Demerits: neighbours whose glyphs differ in width by more than FAR_EXPANSION, a share. */
export const EXPANSION_JUMP = 2e3
export const FAR_EXPANSION = 0.03
/** Demerits: a last line of less than RUNT ems. */
export const RUNT_DEMERITS = 1e6
export const RUNT = 3
/** Demerits: a hyphen before the last line (`\finalhyphendemerits`, 5000 in plain TeX). At 10⁶ it spoilt the spaces of short paragraphs: sd .047 em for .037 on the sample chapter. */
export const FINAL_HYPHEN = 1e4
/** Demerits: a last line that ends within 1 em of the measure, which looks like a fault of justifying. */
export const NEARLY_FULL_DEMERITS = 1e3
/** Demerits of what only the last pass may do: a third hyphen, a line over the measure. */
export const LAST_RESORT = 1e9
