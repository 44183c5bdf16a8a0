/** What is left of the text before an address when all is taken out that does not make another form of it. */
export interface CitationForm {
  /** Absence means a short form that points to another note. */
  readonly words: readonly string[] | undefined
  /** The words as one text, by which equal forms are known. */
  readonly key: string
  /** Words of each title. */
  readonly titles: readonly (readonly string[])[]
  /** Where in the source, when it was seen, and other remarks, as one text. */
  readonly places: string
}

const quoted =
  /\u0001[^\u0001\u0002]{0,600}\u0002|“[^“”]{1,600}”|„[^„“”]{1,600}[“”]|"[^"]{1,600}"|«[^«»]{1,600}»|‘[^‘’]{1,400}’(?!\p{L})|[「『《][^「『《」』》]{1,200}[」』》]/gu

/** A short form that points to another note, or to the text. */
const pointing =
  /\u0003|(?<![a-z\u00c0-\u024f\u0400-\u04ff])(?:ibid|ibidem|id\.|idem|supra|infra|op\. ?cit|loc\. ?cit|above,? n|see (?:foot)?notes?|\(?nn?\.? ?\d|(?:foot)?notes? \d|fn\.? ?\d|a\. ?a\. ?O|ebd|ebenda|там же|указ\. соч)(?![a-z\u00c0-\u024f\u0400-\u04ff])/i

const date = '(?:[^\\d\\s,()[\\]]{0,12} ?\\d{1,4}[.,]? ?){0,4}(?:[^\\d\\s,()[\\]]{3,12} \\d{4})?'
/** Where in the source, when it was seen, and what the author of the note says of it. */
const pinpoints = new RegExp(
  [
    '(?<![a-z\\u00c0-\\u024f\\u0400-\\u04ff])(?:pp?|paras?|paragraphs?|arts?|articles?|secs?|sections?|chs?|chapters?|cols?|fols?|lines?|slides?|annex|appendix|tables?|figures?|figs?|recitals?|principles?|min|S|Rn|Rdnr|Abs|с|стр|п|ст)\\.? ?(?:[ivxlc]+|\\d+)(?:[–,-] ?\\d+)*(?![a-z\\u00c0-\\u024f\\u0400-\\u04ff])',
    '(?:§§?|¶¶?) ?\\d+(?:[–,.-] ?\\d+)*',
    ',? at \\d+(?:[–,-] ?\\d+)*',
    `[([]?(?:last |most recently |date )?(?:accessed|visited|retrieved|consulted|checked|viewed|updated|abgerufen|consulté|consultado|дата обращения)(?: on| am| le| el|:)? ?${date}[)\\]]?`,
    `[([]?(?:status )?as (?:of|at) ${date}[)\\]]?`,
    '[([](?:hereinafter|hereafter|henceforth)[^()[\\]]{0,120}[)\\]]',
    '[([](?:in|translated|author|my|emphasis|unofficial|with|also|pdf|video|transcript|website|webpage|online|subscription|paywall)(?![a-z\\u00c0-\\u024f\\u0400-\\u04ff])[^()[\\]]{0,80}[)\\]]',
    '\\((?:the )?[“"«][^()]{1,300}\\)',
    '\\([a-z]+ing [^()]{1,400}\\)',
  ].join('|'),
  'gi',
)

const signal =
  /(?:^|[\s.;:,(])(?:see,? (?:also,? |generally,? |further,? |especially,? |inter alia,? |e\.g\.,? )?|cf\.,? |compare,? |e\.g\.,? |quot(?:ed|ing) in:? |cit(?:ed|ing) in:? |citing |quoting |vgl\. |siehe(?: auch)? |voir(?: aussi)? |см\. )/gi
const availability =
  /(?:(?:is |are |also |now |freely |publicly )?(?:available|accessible|retrieved|accessed|archived|published|online|posted|found)?(?: online)? ?(?:at|from|via|under|here|on|in|URL|link|web|see)?|verfügbar unter|abrufbar unter|disponible (?:sur|en)|режим доступа)[\s,.;:([–—-]?$/i

// No source takes more to name.
const longest = 1500

/** Reads the text that leads to an address. */
export function citationForm(lead: string): CitationForm {
  const own = lastSource(lead.slice(-longest).normalize('NFKC'))
  if (pointing.test(withoutQuoted(own)))
    return { words: undefined, key: '', titles: [], places: '' }
  const named = own.replace(pinpoints, ' ')
  const plain = named.slice(0, -80) + withoutAvailability(named.slice(-80))
  const words = wordsOf(plain)
  return {
    words,
    key: words.join(' '),
    titles: [...plain.matchAll(quoted)].map(([title]) => wordsOf(title)),
    places: named === own ? '' : (own.match(pinpoints) ?? []).join(' '),
  }
}

/** Marks and words are taken from the end by turns, since spaces belong to both: "Title. Available online at: ". */
const withoutAvailability = (text: string): string =>
  text
    // The first mark stays, since "is" counts with its space alone.
    .replace(/(?<![\s,.;:([–—-])([\s,.;:([–—-])[\s,.;:([–—-]+$/, '$1')
    .replace(availability, '')
    .replace(/(?<![\s,.;:([])[\s,.;:([]+$/, '')

const withoutQuoted = (text: string): string =>
  text.replace(quoted, (whole) => 'x'.repeat(whole.length))

/** Of several sources the last; of a remark and a source the source. */
function lastSource(lead: string): string {
  const outside = withoutQuoted(lead)
  let from = outside.lastIndexOf(';') + 1
  for (const match of outside.matchAll(signal)) from = Math.max(from, match.index + match[0].length)
  // A sentence of six words and more before a capital, a title or the address is a remark.
  const sentence = /(?<=[\p{Ll}\p{N})”"]{2})[.?!:] (?=[\p{Lu}\u0001“"«x]|$)/gu
  for (const match of outside.matchAll(sentence)) {
    const before = outside.slice(from, match.index).replace(/x{3,}/gu, ' ')
    if ((before.match(/(?<!\p{L})\p{Ll}{2,}/gu)?.length ?? 0) >= 6)
      from = match.index + match[0].length
  }
  return lead.slice(from)
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/[’'`´]/gu, '')
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

/** Whether two forms of one address are two in an editor's eyes. `earlier` stands first in the book. */
export function differ(earlier: CitationForm, later: CitationForm): boolean {
  const [a, b] = [earlier.words, later.words]
  if (a === undefined || b === undefined || earlier.key === later.key) return false
  const shared = sharedBy(a, b)
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a]
  // Short for a full form that stands before it.
  if (b.length <= a.length / 2 && shared >= b.length * 0.8) return false
  if (shorter.length === 0) return true
  // Two works at one address, as chapters of a volume, or two remarks that name a page.
  if (shared < shorter.length / 2 || longer.length > 60) return false
  return earlier.titles.length === 0 || later.titles.length === 0 || sharesTitle(earlier, later)
}

/** The first title of each is found in the other; a chapter and its volume are two titles. */
function sharesTitle(a: CitationForm, b: CitationForm): boolean {
  const isIn = (title: readonly string[] = [], titles: CitationForm['titles']): boolean =>
    titles.some(
      (other) => sharedBy(title, other) * 2 >= Math.max(1, Math.min(title.length, other.length)),
    )
  return isIn(a.titles[0], b.titles) && isIn(b.titles[0], a.titles)
}

/** Words that two lists have in common, each as often as it stands in both. */
export function sharedBy(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>()
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of b) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    shared++
    left.set(word, count - 1)
  }
  return shared
}
