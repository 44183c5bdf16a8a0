/** What an author did between two versions of a chapter: the old text, then the new. */
export const pairs: Readonly<Record<string, readonly [old: string, now: string]>> = {
  'nothing was changed': ['One.[^1]\n\n[^1]: A note.', 'One.[^1]\n\n[^1]: A note.'],
  'a word is replaced': ['The court sat late on Monday.', 'The court rose late on Monday.'],
  'words are put in and taken out': [
    'The court sat late on Monday, and many came to see it.',
    'The high court sat on Monday, and very many came.',
  ],
  'a paragraph is put in': [
    'First words here.\n\nLast words here.',
    'First words here.\n\nBetween them, new.\n\nLast words here.',
  ],
  'a paragraph is taken out': [
    'First words here.\n\nBetween them, old.\n\nLast words here.',
    'First words here.\n\nLast words here.',
  ],
  'the last paragraph is taken out': [
    'First words here.\n\nLast words of it.',
    'First words here.',
  ],
  'the first paragraph is taken out': ['First words here.\n\nLast of them.', 'Last of them.'],
  'paragraphs change their places': [
    'Apples and pears were sold.\n\nThe weather was fair.\n\nNobody came.',
    'Nobody came.\n\nApples and pears were sold.\n\nThe weather was fair.',
  ],
  'all is another text': [
    'Apples and pears were sold.',
    'Nobody came to the market today.\n\nIt rained.',
  ],
  'a paragraph is parted': [
    'The court sat late. Many came to see it, and some stayed on.',
    'The court sat late.\n\nMany came to see it, and some stayed on.',
  ],
  'emphasis is put on': ['The court sat late.', 'The court sat *late*.'],
  'emphasis is taken off inside a word': [
    'The *court*room was full.',
    'The courtroom was **full**.',
  ],
  'a heading changes its level': [
    '## Head of it\n\nText.\n\n### Second\n\nMore.',
    '## Head of it\n\nText.\n\n## Second\n\nMore.',
  ],
  'a heading becomes a paragraph': ['## Head of it\n\nText.', 'Head of it\n\nText.'],
  'a note is put in': [
    'One.[^1] Two.\n\n[^1]: The first note.',
    'One.[^1] Two.[^2]\n\n[^1]: The first note.\n\n[^2]: Another one, new.',
  ],
  'a note is put in before another': [
    'One. Two.[^1]\n\n[^1]: The old note about courts.',
    'One.[^1] Two.[^2]\n\n[^1]: Something new and other.\n\n[^2]: The old note about courts.',
  ],
  'a note is taken out': [
    'One.[^1] Two.[^2]\n\n[^1]: The first note about courts.\n\n[^2]: A second, of something else.',
    'One. Two.[^1]\n\n[^1]: A second, of something else.',
  ],
  'every note is taken out': [
    'One.[^1] Two.[^2]\n\n[^1]: The first note.\n\n[^2]: A second.',
    'One. Two.',
  ],
  'the text of a note is changed': [
    'One.[^1]\n\n[^1]: The report of 2019 says so.',
    'One.[^1]\n\n[^1]: The report of 2020 says so, p. 5.',
  ],
  'a note has a paragraph more': [
    'One.[^1]\n\n[^1]: The report says so.',
    'One.[^1]\n\n[^1]: The report says so.\n\n    And it says more.',
  ],
  'a note has a paragraph less': [
    'One.[^1]\n\n[^1]: The report says so.\n\n    And it says more.',
    'One.[^1]\n\n[^1]: The report says so.',
  ],
  'two notes change places': [
    'One.[^1] Two.[^2]\n\n[^1]: About the courts of law.\n\n[^2]: Apples, pears and plums.',
    'One.[^1] Two.[^2]\n\n[^1]: Apples, pears and plums.\n\n[^2]: About the courts of law.',
  ],
  'items of a list come and go': [
    '- one apple\n- two pears\n- three plums',
    '- one apple\n- three plums\n- four figs',
  ],
  'a list becomes numbered': ['- one apple\n- two pears', '1. one apple\n2. two pears'],
  'a list is put in before another': [
    'Text.\n\n1. one apple\n2. two pears',
    'Text.\n\n- new things\n- newer things\n\nWords.\n\n1. one apple\n2. two pears',
  ],
  'a list is taken out': [
    'Text.\n\n1. one apple\n2. two pears\n\nWords.\n\n- new things',
    'Text.\n\nWords.\n\n- new things',
  ],
  'a cell is changed': [
    '| A | B |\n| --- | --- |\n| one | two |\n| three | four |',
    '| A | B |\n| --- | --- |\n| one | two |\n| three | five and more |',
  ],
  'rows come and go': [
    '| A | B |\n| --- | --- |\n| one | two |\n| three | four |',
    '| A | B |\n| --- | --- |\n| zero | none |\n| three | four |\n| five | six |',
  ],
  'a table has a column more': [
    '| A | B |\n| --- | --- |\n| one | two |',
    '| A | B | C |\n| --- | --- | --- |\n| one | two | three |',
  ],
  'a table is put in': [
    'Text.\n\nWords.',
    'Text.\n\n| A | B |\n| --- | --- |\n| one[^1] | two |\n\nWords.\n\n[^1]: A note in a table.',
  ],
  'a table is taken out': [
    'Text.\n\n| A | B |\n| --- | --- |\n| one[^1] | two |\n\nWords.\n\n[^1]: A note in a table.',
    'Text.\n\nWords.',
  ],
  'an address is changed': [
    'See [the report](https://a.example/1) of it.',
    'See [the report](https://a.example/2) of it.',
  ],
  'a link is taken out': [
    'See [the report](https://a.example/1) of it.\n\n[^1]: x',
    'See the report of it.',
  ],
  'a reference is put in': [
    '## Head {#sec-a}\n\nText of it.',
    '## Head {#sec-a}\n\nText of it, as in @sec-a.',
  ],
  'a reference is taken out with its place': [
    '## Head {#sec-a}\n\nText of it, as in @sec-a.\n\nMore.',
    'Text of it.\n\nMore.',
  ],
  'a figure is put in': ['Text.\n\nWords.', 'Text.\n\n![A dot](dot.svg){alt="A dot"}\n\nWords.'],
  'a figure is taken out': ['Text.\n\n![A dot](dot.svg){alt="A dot"}\n\nWords.', 'Text.\n\nWords.'],
  'a quotation is put in': [
    'Text.\n\nWords.',
    'Text.\n\n> It is so.[^1]\n>\n> And so.\n\nWords.\n\n[^1]: Who said it.',
  ],
  'code is changed': [
    '```\nlet a = 1\nlet b = 2\n```\n\nText.',
    '```\nlet a = 1\nlet b = 3\nlet c = 4\n```\n\nText.',
  ],
  'other scripts': [
    'Суд заседал поздно в понедельник.[^1]\n\n[^1]: Ведомости.',
    'Суд заседал рано в понедельник.[^1]\n\n[^1]: Ведомости, с. 5.',
  ],
}
