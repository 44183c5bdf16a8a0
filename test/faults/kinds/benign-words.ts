import { kindsOf } from '../kind.ts'
import { between, paragraphs, sentence } from '../places.ts'
import { mutate, type View } from '../view.ts'
import type { Random } from '../random.ts'

const benign = kindsOf('benign', 'benign')

/** A sound note more: its label is a name, and no number after it is promised. */
const extra = (label: string, text: string) => (view: View, random: Random) => {
  if (view.contract !== undefined) return undefined
  const last = view.calls.findLast(({ numeric }) => numeric)
  const block = random.pick(paragraphs(view).filter(({ start }) => start > (last?.start ?? -1)))
  if (block === undefined) return undefined
  const after =
    label === ''
      ? []
      : [
          {
            start: view.text.trimEnd().length,
            end: view.text.length,
            text: `\n\n[^${label}]: ${text}\n`,
          },
        ]
  const call = label === '' ? `^[${text}]` : `[^${label}]`
  return mutate(view.text, [
    { start: block.end, end: block.end, text: ` A last word on it.${call}` },
    ...after,
  ])
}

/** Words, figures and marks that hold what looks like a note and is none. */
export const benignWords = [
  benign(
    'years',
    '',
    sentence(
      'In 2019, the figures were published again.',
      'It was sold in 1887.',
      'From 1914 to 1918 nothing was built.',
      'The ships of 1905–1907 were larger.',
      'Between 1999 and 2004 (and again in 2010), it was shut.',
      '1923 was a dry year.',
      'By the 1890s it had gone.',
    ),
  ),
  benign(
    'quantities-with-the-number-of-a-note',
    '',
    sentence(
      'NUMBER people came.',
      'It cost NUMBER dollars.',
      'Some NUMBER ships lay there.',
      'The bill ran to $NUMBER.',
      'About NUMBER % of it was lost.',
      'They counted NUMBER.',
      'It weighed NUMBER kg, or NUMBER.5 at most.',
      'Room NUMBER was empty.',
    ),
  ),
  benign(
    'squares-and-cubes',
    '',
    sentence(
      'The yard has 568 m².',
      'It holds 40 m³ at 9 m/s².',
      'An area of 12 km² was flooded.',
      'The plot measures 300 ft².',
      'A flow of 20 m³/s is common.',
    ),
  ),
  benign(
    'powers',
    '',
    sentence(
      'Some 10⁶ cells were counted.',
      'It is 3 × 10⁻⁹ of the whole.',
      'The sum of x² and y² is one.',
      'That is 2^10 and x^2.',
      'It grows as n².',
      'A factor of 10² or 10³ is meant.',
    ),
  ),
  benign(
    'formulas',
    '',
    sentence(
      'CO₂ and H₂O were found, with some SO₄²⁻.',
      'Ca²⁺ and Fe³⁺ were lower.',
      'E = mc² is not needed here.',
      'The isotope ¹⁴C is older than ²³⁵U.',
      'CH3COOH was added.',
    ),
  ),
  benign(
    'ordinals',
    '',
    sentence(
      'The 1st and 2nd were kept.',
      'M. Dupont, 1er adjoint, signed.',
      'Le 2ᵉ bureau et Mᵐᵉ Roux le savaient.',
      'The 21st century has begun.',
      'Nº 5 and N° 12 are lost.',
    ),
  ),
  benign(
    'code-with-brackets',
    '',
    sentence(
      'Write `arr[NUMBER]` there.',
      'The pattern `[^0-9]+` finds it.',
      'Use `[^a-z]` or `x[^1]`.',
      'The key is `map["a"][2]`.',
      'The mark ``[^`]`` is odd.',
    ),
  ),
  benign(
    'a-fence-with-code',
    '',
    between(
      '```js\nconst a = list[568]\nif (/[^0-9]/.test(a)) stop()\n```',
      '```\n| a | b |\n[^a]: no note\n```',
      '~~~text\nfree text [1] and [^sample]\n\n[^sample]: a sample of a note\n~~~',
    ),
  ),
  benign(
    'indented-code',
    '',
    // After a note it would be part of the note.
    sentence(
      '\n\n    if (a[1] === b[2]) return x[^3]\n    done',
      '\n\n    awk "{ print $1 }" [^0-9]',
    ),
  ),
  benign(
    'escaped-brackets',
    '',
    sentence(
      'He wrote “so \\[sic\\] it was.”',
      'The form \\[^label\\] is explained elsewhere.',
      'Type \\[1\\] here.',
      'A \\^ is a caret.',
    ),
  ),
  benign(
    'brackets-of-an-editor',
    '',
    sentence(
      '“They [the owners] were late.”',
      '“It was sayd [sic] so.”',
      '“It began […] and ended.”',
      'See Smith [2019] on this.',
      'It was [then] new.',
      'He wrote “[t]he end.”',
    ),
  ),
  benign(
    'citations-in-brackets',
    '',
    sentence(
      'So Smith [1], Jones [2], and others [3–5] say.',
      'This was shown [Knuth 1984].',
      'See [12, p. 4], [13] and [14].',
      'Compare [Smi19].',
    ),
  ),
  benign(
    'intervals',
    '',
    sentence(
      'For x in [0, 1] it holds.',
      'In the range [NUMBER, 900] nothing was found.',
      'The half-open [0, 1) and (0, 1] differ.',
      'Over [−1, 1] it is even.',
    ),
  ),
  benign(
    'cross-words-with-numbers',
    '',
    sentence(
      'See Art. 5 and No. 12 of the same.',
      'Compare p. 45, pp. 100–102, and vol. 3.',
      'Under §NUMBER of the old code it was barred.',
      'Chapter 4 of that book says so.',
      'Act No. NUMBER of 1912 changed this.',
      'Lot 12(b) was sold.',
    ),
  ),
  benign(
    'names-with-figures',
    '',
    sentence(
      'The A380 and the COVID-19 years.',
      'The G20 met in B2B rooms.',
      'A 4K film on MP3 players.',
      'Route E40 and the M25 were closed.',
      'Version 2.10.3 and Web3 came later.',
      'Area51 and H5N1 are names.',
    ),
  ),
  benign(
    'times-and-ratios',
    '',
    sentence(
      'At 10:30 it stood at 3:1.',
      'From 9.15 a.m. to 6 p.m. it was open.',
      'A scale of 1:25,000 was used.',
      'On 4/5/1912 it rained.',
      'The ratio was 16:9, or 1.78.',
    ),
  ),
  benign(
    'decimals-and-money',
    '',
    sentence(
      'It rose by 3.14 % to 1,234.56.',
      'It cost €12.50 (£10.75) then.',
      'A share of 0.568 was left.',
      'US$1.2 billion was spent.',
      'Er kostete 1.234,56 Euro.',
    ),
  ),
  benign(
    'dates',
    '',
    sentence(
      'On 4 May 1912 it opened.',
      'It closed on May 4, 1912.',
      'Signed 2020-12-15.',
      'Am 3. Oktober 1990 war es so.',
      'The 12. of the month is meant.',
    ),
  ),
  benign(
    'numbers-in-a-line-head',
    '',
    between(
      '1912 was a bad year.',
      'NUMBER ships came in that year.',
      '12 % of it was lost.',
      '“NUMBER” is written over the door.',
    ),
  ),
  benign(
    'a-numbered-list',
    '',
    between(
      '1. the first of them\n2. the second\n3. the third',
      '12. the twelfth article\n13. the thirteenth',
      '1) one\n2) two',
      'a) this is no list\nb) nor is this',
    ),
  ),
  benign(
    'a-list',
    '',
    between(
      '- one [sic] thing\n- another, of 12 m²\n- a last one',
      '* [ ] to be done\n* [x] done',
      '- one\n\n  with a second paragraph\n\n- two',
    ),
  ),
  benign(
    'a-table',
    '',
    between(
      '| year | ships |\n|:-----|------:|\n| 1912 | 40 |\n| 1913 | 38 |',
      'a | b\n--|--\n1 | 2',
      '| x | x² |\n|---|---|\n| 2 | 4 |\n\n: Squares of small numbers',
    ),
  ),
  benign(
    'a-quotation',
    '',
    between(
      '> It was so, and is so still.\n> Nobody knows why.',
      '> First.\n>\n> Second, of 1912.',
      '> > Within another.\n>\n> Outside.',
    ),
  ),
  benign(
    'poetry',
    '',
    between(
      'The tide is out,  \nthe boats are in,  \nand no one speaks.',
      'The tide is out,\\\nthe boats are in.',
      '> The tide is out,  \n> the boats are in.',
    ),
  ),
  benign(
    'cyrillic',
    '',
    sentence(
      'По-русски это называется «прилив».',
      'Об этом писал А. Петров в 1912 г.: «Вода ушла».',
      'IT-специалистов не хватает.',
      'Так же на украинском: «приплив».',
    ),
  ),
  benign(
    'greek',
    '',
    sentence(
      'The word θάλασσα is meant.',
      'Of π and μ no more is said.',
      'Η παλίρροια ήταν χαμηλή.',
    ),
  ),
  benign(
    'chinese-japanese-korean',
    '',
    sentence(
      '中文叫“潮汐”。',
      '日本では「潮」といい、1912年に始まった（注を見よ）。',
      '한국어로는 ‘조수’라고 한다.',
      '港口【旧称】于1912年开放。',
      '全角の［注］と：コロン。',
    ),
  ),
  benign(
    'arabic-hebrew-persian',
    '',
    sentence(
      'يسمى المد والجزر، وكان ذلك سنة ١٩١٢.',
      'בעברית קוראים לזה „גאות”.',
      'به فارسی می‌گویند: «جزر و مد».',
      'The word الميناء (“the harbour”) is meant.',
    ),
  ),
  benign(
    'other-scripts',
    '',
    sentence(
      'हिन्दी में इसे ज्वार कहते हैं।',
      'ภาษาไทยเรียกว่า “น้ำขึ้น”',
      'Վրացերէն՝ ծով։',
      'ქართულად ზღვა ჰქვია.',
    ),
  ),
  benign(
    'nested-quotations',
    '',
    sentence(
      'He said, “She said, ‘It is late,’ and left.”',
      '“‘Late’ was all she wrote,” he said.',
      'It was the sailors’ “lot,” so to speak.',
    ),
  ),
  benign(
    'quotations-of-other-languages',
    '',
    sentence(
      'Er sagte: „Es ist ‚spät‘.“',
      'Il dit : « C’est tard. »',
      'Dijo: «Es “tarde”». ¿Y qué? ¡Nada!',
      'Sanoi: ”On myöhä.”',
      '»So war es«, sagte er.',
    ),
  ),
  benign(
    'apostrophes',
    '',
    sentence(
      'In the ’90s, ’tis said, rock ’n’ roll came.',
      'The Joneses’ boat and the ship’s mate.',
      'O’Brien’s and L’Hôpital’s rules.',
      'It is 5′ 6″ tall.',
    ),
  ),
  benign(
    'abbreviations',
    '',
    sentence(
      'E.g. the U.S. and the U.K., i.e. both, etc.',
      'Dr. Smith (Ph.D.) et al. cf. the same.',
      'St. John’s, vs. the rest, ca. 1900.',
      'z. B. und d. h. sind Abkürzungen.',
    ),
  ),
  benign(
    'dashes-and-dots',
    '',
    sentence(
      'It was—so they say—late.',
      'It was – so they say – late …',
      'Well . . . perhaps.',
      'A 10–12-day wait.',
      'Pre- and post-war.',
    ),
  ),
  benign(
    'ranges-with-numbers-of-notes',
    '',
    sentence(
      'Pages NUMBER–900 are lost.',
      'It ran from NUMBER to 900.',
      'Items 3, NUMBER and 900 were sold.',
      'Line NUMBER, column 3.',
    ),
  ),
  benign(
    'addresses-in-the-text',
    '',
    sentence(
      'See <https://www.example.org/a_(b)/c?d=1&e=2#f>.',
      'Write to <office@example.org>.',
      'It stands at https://example.org/notes/ today.',
      'See [the site](https://example.org/x "a title").',
      'doi:10.1000/182 and ISBN 978-0-306-40615-7.',
    ),
  ),
  benign(
    'emphasis-and-marks',
    '',
    sentence(
      'It was *very* late, **too** late, ~~not~~ so.',
      'A 5*3 grid, snake_case, and C#.',
      'Q&A, R&D, AT&T, <3, and 1 < 2 > 0.',
      'C:\\temp and \\\\server, 50/50, 100%.',
    ),
  ),
  benign(
    'emoji-and-joiners',
    '',
    sentence(
      'It was fine 👍🏽, said the 👩‍🔬.',
      'A ☞ and a ✓, a † and a ‡.',
      'The flag 🇰🇿 was raised.',
    ),
  ),
  benign(
    'a-link-with-an-address-label',
    '',
    between(
      'See [the old survey][survey-old] for it.\n\n[survey-old]: https://survey.example.org/1912 "The survey"',
      'See [survey-old].\n\n[survey-old]: <https://survey.example.org/1912>',
      'See [the Old Survey][].\n\n[the old survey]: https://survey.example.org/1912',
    ),
  ),
  benign('a-rule-between', '', between('* * *', '***', '---')),
  benign(
    'a-reference-to-a-part-of-another-work',
    '',
    sentence(
      'See Figure 2 of the report and Table 1 in the annex.',
      'Smith, note 12, says so.',
      'The authors note 5 points.',
      'In Section 3 of the Act it is so.',
    ),
  ),
  benign(
    'daggers-and-stars',
    '',
    sentence('Born * 1880, died † 1912.', 'The * marks a loss.', '5 * 3 = 15.'),
  ),
  benign(
    'one-note-more-by-name',
    '',
    extra('extra-source', 'Harbour Office, *Register of Ships* (1912), p. 40.'),
  ),
  benign(
    'one-note-more-in-its-place',
    '',
    extra('', 'Harbour Office, *Register of Ships* (1912), p. 40.'),
  ),
  benign(
    'one-note-more-that-begins-with-a-year',
    '',
    extra('year-book', '2019 was the first year of the series; see *Yearbook* 12 (2020), 34.'),
  ),
  benign(
    'one-note-more-that-begins-with-a-quantity',
    '',
    extra('quantity', '40 minutes, by the tables of 1912.'),
  ),
  benign('one-note-more-that-is-a-number', '', extra('figure', '1912.')),
]
