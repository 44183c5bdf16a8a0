/**
 * Words that good prose never has twice in a row, by language. A language that is not here may
 * double its words as grammar (Indonesian, Turkish, Afrikaans, Swahili, Vietnamese …).
 * Left out are those that meet themselves at a clause's end: "had had", "what it is is", "die die".
 */
const small: Readonly<Record<string, string>> = {
  en:
    'the a an of and or with from this these they we he she its their our my your be been has but if ' +
    'into than as at for by to not when where which while because about between through during under ' +
    'after before also any were whose his',
  de: 'und oder von mit nicht auch ein eine einen einem einer eines ist im am zum zur beim vom auf aus durch bei nach wie wird werden des',
  fr: 'le les de des du et ou un une dans par pour sur avec au aux est ce cette ces son sa ses leur leurs à en mais ne',
  es: 'el los las de del y o en que con por para un una al su sus se es lo como pero',
  it: 'il lo gli dei di del della delle e o un una che con per da dal dalla nel nella al alla è come ma',
  pt: 'o os as de do da dos das e ou em no na que com por para um uma ao à se é como mas',
  nl: 'de het een en of van met op in te aan door voor uit bij niet ook naar om als',
  sv: 'och eller en ett av med på i till från som för inte också är att den',
  da: 'og eller en et af med på i til fra som for ikke også er at',
  nb: 'og eller en et av med på i til fra som for ikke også er å',
  nn: 'og eller ein eit av med på i til frå som for ikkje også er å',
  no: 'og eller en et av med på i til fra som for ikke også er å',
  pl: 'i lub z w na do od nie jest oraz dla przez po że jak',
  cs: 'a nebo z v na do od je pro že jak které',
  ru: 'и или на от из для по при о об как также в с к у за до под над между который которые',
  uk: 'і або на від з для по при про як також в у до за під над між',
}

/** Longer words of the same languages are slips too, but for those that are doubled for emphasis or sound. */
const long: Readonly<Record<string, number>> = {
  en: 4,
  de: 7,
  fr: 7,
  es: 7,
  it: 7,
  pt: 7,
  nl: 7,
  sv: 7,
  da: 7,
  nb: 7,
  nn: 7,
  no: 7,
  pl: 7,
  cs: 7,
  ru: 7,
  uk: 7,
}

/** English words of four letters and more that are said twice on purpose, or that meet at a clause's end. */
const meant = new Set(
  (
    'that very long many much really truly never ever more less well over again quite knock night ' +
    'hush blah yada there their here have been will were what would could should might must does did ' +
    'done said says come came goes gone going away down back once upon further farther deeper higher ' +
    'lower faster slower closer better worse bigger smaller louder softer harder nothing something ' +
    'anything everything ring ding dong tick tock drip drop chop clap click beep boom bang ' +
    'bing meow woof quack tweet choo cheep splish splash half part please sorry thank thanks ' +
    'holy bora murmur couscous chow pooh tsk tut dear same some like love good great mama papa ' +
    'nobody somebody everybody anybody with from this tomorrow yesterday alas hear hurry wait stop ' +
    'help look move rain right left round near rather only both each such else wiki home pretty ' +
    'slowly quickly absolutely totally completely actually always forever years days miles fast slow ' +
    'high deep soft loud wild cold warm dark bright late early free alone gently softly'
  ).split(' '),
)

/** English "in in" and "on on" are right after a verb that ends in one of them: "the room she came in in May". */
const afterParticle = new Map<string, RegExp>([
  [
    'in',
    /^(?:c[ao]m(?:es?|ing)|mov(?:ed?|es|ing)|settl\w*|check\w*|log\w*|set|step\w*|stay\w*|liv\w*|g[ai]v\w*|drop\w*|hand\w*|sign\w*|br[io]\w*|turn\w*|believ\w*|them|it|him|her|us)$/,
  ],
  [
    'on',
    /^(?:go|goes|went|gone|going|carr\w*|mov\w*|h[eo]ld\w*|liv\w*|rel\w*|depend\w*|work\w*|sign\w*|turn\w*|hang\w*|hung|read\w*|pass\w*|put\w*|take\w*|took|them|it|him|her|us|later)$/,
  ],
])

const lists = new Map(
  Object.entries(small).map(([language, words]) => [language, new Set(words.split(' '))]),
)

/** English forms of "be", which meet where a clause that ends in one is the subject: "what it is is", "where they were were". */
const copulas = new Set(['is', 'are', 'was', 'were'])
/** A clause that may be such a subject, or speech: "the thing is is that". */
const subjectClause =
  /(?:^|[^\p{L}])(?:what|who|whose|where|when|how|why|which|that|whether|all|only|whatever|whoever|wherever|it|this|he|she|they|we|you|there|thing|point|fact|truth|issue|question|reason|problem|trouble|answer)(?![\p{L}])[^.!?;]{0,80}$/iu

/** A subject that heads its sentence: "This is is rare". */
const bareSubject =
  /(?:^|[.!?;][”"’')\]\0]{0,4}\s{1,4}|^\s{1,4})[“‘"'(\0]{0,3}(?:it|this|that|he|she|they|we|you|there)\s{1,3}$/iu

/** Whether a word is one of those that a language never doubles, even at the head of a sentence. "He he" is a laugh. */
export function isSmall(word: string, language: string): boolean {
  const primary = language.split('-')[0] ?? ''
  if (word === 'he') return false
  return lists.get(primary)?.has(word) === true || (primary === 'en' && afterParticle.has(word))
}

/** Whether `word`, in small letters, twice in a row behind `lead` is a slip in `language` (BCP 47). */
export function isSlip(word: string, lead: string, language: string): boolean {
  const primary = language.split('-')[0] ?? ''
  const list = lists.get(primary)
  if (list === undefined) return false
  if (primary === 'en' && copulas.has(word))
    return bareSubject.test(lead) || !subjectClause.test(lead)
  if (list.has(word)) return true
  const particle = primary === 'en' ? afterParticle.get(word) : undefined
  if (particle !== undefined)
    return !particle.test(/(?<!\p{Ll})(\p{Ll}{1,30})\s{1,30}$/u.exec(lead.slice(-30))?.[1] ?? '')
  if (primary === 'en' && meant.has(word)) return false
  return word.length >= (long[primary] ?? Infinity)
}
