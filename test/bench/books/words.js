// The vocabulary: some 20,000 words that a hyphenation dictionary takes for English.
import { common, prefixes, stems, suffixes } from './word-parts.js'

/** How many derived words of each kind. */
const sizes = { noun: 9500, adjective: 6500, verb: 3000, adverb: 3500 }

/** Lists by kind; shorter words tend to stand first, and are drawn more often. */
export function vocabulary(draw) {
  return Object.fromEntries(
    Object.entries(sizes).map(([kind, size]) => {
      const made = new Set()
      while (made.size < size) made.add(derived(draw, suffixes[kind]))
      const keyed = [...made].map((word) => [word.length + 9 * draw.share(), word])
      keyed.sort(([a], [b]) => a - b)
      return [kind, { common: common[kind], derived: keyed.map(([, word]) => word) }]
    }),
  )
}

function derived(draw, endings) {
  const prefix = draw.chance(0.45) ? draw.pick(prefixes) : ''
  return `${prefix}${draw.pick(stems)}${draw.pick(endings)}`
}

const syllables = {
  first: 'Al Bar Cor Dun El Fen Gar Hal Ist Kor Lan Mar Nor Os Pel Quen Ras Sel Tor Ul Ver Wen Zar',
  second: 'a e i o u ai en er il on ora ena ika oma ush ever ingh',
  last: 'beck bury dale field ford gate ham kirk land mere moor neva port stan stead ton vale vik',
}
const parts = Object.fromEntries(
  Object.entries(syllables).map(([key, text]) => [key, text.split(' ')]),
)

/** An invented name of a person or a place. */
export const name = (draw) =>
  draw.pick(parts.first) + (draw.chance(0.7) ? draw.pick(parts.second) : '') + draw.pick(parts.last)

const russian = `
закон право государство развитие информация образование безопасность общество система управление
министерство постановление исследование технология сотрудничество производство население область
решение доклад вопрос порядок территория экономика промышленность строительство обслуживание
представитель председатель правительство законодательство распознавание государственный цифровой
национальный международный общественный технологический промышленный экономический новый
`
  .trim()
  .split(/\s+/u)

/** A few words of Russian, the first with a capital. */
export function russianTitle(draw, least = 3, most = 8) {
  const words = []
  while (words.length < draw.between(least, most)) {
    const word = draw.pick(russian)
    if (word !== words.at(-1)) words.push(word)
  }
  return capital(words.join(' '))
}

export const capital = (text) => text.replace(/^[“(]*\p{L}/u, (first) => first.toUpperCase())
