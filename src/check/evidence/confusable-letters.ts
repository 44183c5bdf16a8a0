/**
 * Letters of other alphabets that look like a small Latin one, as hosts are written in small letters.
 * From Unicode's `confusables.txt` (UTS #39, 4), its single-letter rows whose look is a letter of
 * `a` to `z`: Cyrillic, Greek and Armenian. Latin letters of phonetic writing that look like plain
 * ones are `confusableLatin`.
 */
export const confusableLetters: ReadonlySet<string> = new Set(
  'асԁеһіјӏкմոорԛѕսѵѡԝхуүґҽгαγιοκνρσυχւօպհգզցղջք',
)

/** ɑ ɡ ɩ ɪ ʏ ʀ: confusable with a, g, i, y, r; no alphabet of a living orthography needs them in a host. */
export const confusableLatin: ReadonlySet<string> = new Set('ɑɡɩɪʏʀ')
