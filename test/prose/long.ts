import { Random } from '../faults/random.ts'

/** Words that fill the frames of sentences below; each list is varied enough that hundreds of notes differ. */
const cases = [
  'Harbor Comm’rs v. Pike',
  'In re Tidewater Estates',
  'Lowell v. Quay Co.',
  'United Dockers v. Secretary of Labor',
  'The Anna Maria',
  'Ex parte Holden',
  'Brandt v. Brandt',
]
const courts = ['2d Cir.', '9th Cir.', 'D. Mass.', 'S.D.N.Y.', 'Fed. Cl.', '1st Cir.']
const reporters = ['F.3d', 'F. Supp. 2d', 'U.S.', 'S. Ct.', 'N.E.2d', 'Fed. Cl.']
const journals = [
  'Yale L.J.',
  'J. Mar. L. & Com.',
  'Harv. L. Rev.',
  'Tul. Mar. L.J.',
  'Law & Hist. Rev.',
]
const authors = ['Ames', 'Okafor', 'De Vries', 'O’Neill', 'Saint-Clair', 'Ito', 'Müller']
const subjects = [
  'the owner of the bank',
  'a pilot',
  'the insurer',
  'the harbor board',
  'an heir who was absent',
  'the crown',
]
const verbs = [
  'may recover',
  'bears the burden of proof',
  'has no standing',
  'must give notice',
  'is bound',
]
const reasons = [
  'because the tide, and not the table, is the fact at issue',
  'although the statute is silent',
  'at least where the loss exceeds $75,000',
  'unless the parties agreed otherwise in writing',
  'as every court since 1866 has held',
  'provided that notice was given within 30 days (or 60, if the harbor was closed)',
]
const asides = [
  'The rule is older than the statute.',
  'Not every court agrees.',
  'Congress amended § 12(b)(3) in 1994.',
  'That was the law in 1912, and it is the law today.',
  'The harder question is who decides.',
  'Costs of $1.2 million are not unusual.',
  '“A table is evidence,” the court wrote, “and no more than that.”',
  'The majority (5–4) thought so; the dissent called it “a rule [of] convenience.”',
]

const capital = (text: string): string => (text[0] ?? '').toUpperCase() + text.slice(1)

/** A law review article: named labels, texts at the end, many short forms and signals. */
export function lawReview(count: number, seed: number): string {
  const random = new Random(seed)
  const volume = (): number => random.whole(2, 990)
  const cited = (): string =>
    `*${random.one(...(cases as [string]))}*, ${volume()} ${random.one(...(reporters as [string]))} ${volume()}, ${volume() + 1000} (${random.one(...(courts as [string]))} ${random.whole(1950, 2020)})`
  const article = (): string =>
    `${random.one(...(authors as [string]))}, *On the Law of Tides*, ${random.whole(20, 120)} ${random.one(...(journals as [string]))} ${volume()}, ${volume()} n.${random.whole(2, 90)} (${random.whole(1950, 2020)})`
  const forms: readonly ((number: number) => string)[] = [
    () => `${cited()}.`,
    () => `See ${cited()}; see also ${article()}.`,
    () => `*Id.* at ${volume()}.`,
    () => `${article()} (collecting cases).`,
    () => `But see ${cited()} (“no duty arises”).`,
    () =>
      `${random.whole(2, 50)} U.S.C. § ${volume()}(${random.one('a', 'b', 'c')})(${random.whole(1, 6)}) (2012).`,
    () => `${random.whole(2, 50)} C.F.R. pt. ${volume()} (2019).`,
    (number) =>
      number > 3
        ? `*See supra* @fn-n${random.whole(1, number - 1)} and accompanying text.`
        : `${cited()}.`,
    () =>
      `The opinion is short:\n\n    > ${random.one(...(asides as [string]))}\n\n    ${random.one(...(asides as [string]))}`,
    () =>
      `Three points may be noted:\n\n    1. notice;\n    2. loss;\n    3. the tide of ${random.whole(1880, 1990)}.`,
  ]
  const notes: string[] = []
  const paragraphs: string[] = []
  while (notes.length < count) {
    const sentences: string[] = []
    for (let left = random.whole(3, 6); left > 0 && notes.length < count; left--) {
      if (random.next() < 0.35) {
        sentences.push(random.one(...(asides as [string])))
        continue
      }
      const number = notes.length + 1
      notes.push(`[^n${number}]: ${random.one(...(forms as [(number: number) => string]))(number)}`)
      const claim = `${random.one(...(subjects as [string]))} ${random.one(...(verbs as [string]))}`
      const reason = random.one(...(reasons as [string]))
      sentences.push(
        random.next() < 0.4 && notes.length < count
          ? `${capital(claim)},[^n${number}] ${reason}.`
          : `${capital(claim)} ${reason}.[^n${number}]`,
      )
    }
    if (paragraphs.length % 9 === 4)
      paragraphs.push(
        `## Part ${paragraphs.length}: ${capital(random.one(...(subjects as [string])))}`,
      )
    paragraphs.push(sentences.join(' '))
  }
  return `# The Law of Tide Tables\n\n${paragraphs.join('\n\n')}\n\n${notes.join('\n\n')}\n`
}

const archives = [
  'TNA, ADM 1/4012',
  'LRO, 920 HOL/4',
  'AN, Marine B⁷ 212',
  'BA, 12147/2',
  'РГИА, ф. 40',
]
const places = ['Brest', 'Liverpool', 'Kyakhta', 'St. Malo', 'Malmö', 'Архангельск', '長崎']
const claims = [
  'PLACE had NUMBER ships in YEAR, and half as many ten years later',
  'the price of a table fell from 6d. to 4d. between YEAR and 1890',
  'no one at PLACE kept a register after YEAR',
  'the clerk wrote that “the sea had been late” on the 4th of May, YEAR',
  'of NUMBER letters sent from PLACE, 12 survive',
  'the harbour (then of 3 km²) was dredged in YEAR',
]

/** A history of a port: labels that are numbers, texts after their paragraphs, many ibids. */
export function history(count: number, seed: number): string {
  const random = new Random(seed)
  const blocks: string[] = []
  const first = 301
  let number = first
  let called: number[] = []
  const flush = (): void => {
    for (const each of called) {
      const page = random.whole(2, 400)
      const form = random.whole(0, 6)
      const text =
        form === 0 || each === first
          ? `${random.one(...(archives as [string]))}, fol. ${page}r–v.`
          : form === 1
            ? 'Ibid.'
            : form === 2
              ? `Ibid., ${page}–${page + 3}.`
              : form === 3
                ? `${random.one(...(authors as [string]))}, *A Port and Its People* (London: Quay Press, ${random.whole(1950, 2015)}), ${page}; ${random.one(...(archives as [string]))}.`
                : form === 4
                  ? `See <https://archive.example.org/items/${page}?view=full>.`
                  : form === 5
                    ? `${random.one(...(authors as [string]))}, *Port*, ${page}.`
                    : `The figure is a guess. A second count gives ${page}.\n\n    It is in another hand, and may be later.`
      blocks.push(`[^${each}]: ${text}`)
    }
    called = []
  }
  while (number < first + count) {
    if (blocks.length % 40 === 0)
      blocks.push(`## The years after ${random.whole(1700, 1899)}, part ${blocks.length}`)
    const sentences: string[] = []
    for (let left = random.whole(2, 5); left > 0 && number < first + count; left--) {
      const claim = random
        .one(...(claims as [string]))
        .replaceAll('PLACE', random.one(...(places as [string])))
        .replaceAll('YEAR', String(random.whole(1700, 1889)))
        .replaceAll('NUMBER', String(random.whole(2, 700)))
      sentences.push(`${capital(claim)}.[^${number}]`)
      called.push(number++)
    }
    const item = random.whole(0, 5)
    blocks.push(
      item === 0
        ? `> ${sentences.join('\n> ')}`
        : item === 1
          ? sentences.map((each) => `- ${each}`).join('\n')
          : item === 2
            ? `| Place | What is known |\n| --- | --- |\n${sentences.map((each, at) => `| no. ${at + 1} | ${each} |`).join('\n')}`
            : sentences.join('\n'),
    )
    flush()
  }
  return `---\ntitle: A Port and Its Hinterland\nfootnotes: ${first}-${number - 1}\n---\n\n${blocks.join('\n\n')}\n`
}
