/**
 * Letters of other scripts that look like a Latin one (UTS #39, `confusables.txt`, class MA, single
 * letters of the three scripts that share shapes with Latin). Pairs: the letter, and the Latin one.
 */
const pairs: Readonly<Record<LookAlikeScript, string>> = {
  Cyrillic:
    'аaԁdеeһhіiїïјjоoрpԛqгrѕsсcуyүyхxԝwәəӏlѵv' + 'АAВBСCЕEЁËНHІIЇÏЈJКKМMОOРPԚQЅSТTԜWХXҮYУYѴVԌG',
  Greek: 'αaγyιiνvοoρpσoυuκkϲcϳjωwΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXϹCόóάáίíύúέé',
  Armenian: 'աwգqզqհhոnռnսuցgքfօoՍUՏSՕOԼL',
}

export type LookAlikeScript = 'Cyrillic' | 'Greek' | 'Armenian'

/** The Latin letter by the one that looks like it. */
export const latinOf: ReadonlyMap<string, string> = new Map(
  Object.values(pairs).flatMap((list) => pairsOf(list)),
)

/** For each script, its letters by the Latin one that looks like them. */
export const foreignOf: Readonly<Record<LookAlikeScript, ReadonlyMap<string, string>>> = {
  Cyrillic: reversed(pairs.Cyrillic),
  Greek: reversed(pairs.Greek),
  Armenian: reversed(pairs.Armenian),
}

function pairsOf(list: string): [string, string][] {
  const letters = [...list]
  return letters.flatMap((letter, index): [string, string][] =>
    index % 2 === 0 ? [[letter, letters[index + 1] ?? '']] : [],
  )
}

function reversed(list: string): ReadonlyMap<string, string> {
  return new Map(pairsOf(list).map(([letter, latin]) => [latin, letter]))
}
