// Sentences of 6 to 40 words: their grammar is sound enough to be set, and says nothing.
import { capital, name, russianTitle } from './words.js'

/** Where a note may be called; an author of a chapter draws those that are. */
export const CALL = '\u0001'

export function writer(draw, words) {
  const word = (kind) =>
    draw.chance(0.62) ? draw.pick(words[kind].common) : draw.pickSkewed(words[kind].derived)
  const noun = () => {
    if (draw.chance(0.06)) return name(draw)
    if (draw.chance(0.012)) return `[${russianTitle(draw, 1, 2)}]{lang=ru}`
    if (draw.chance(0.04)) return `${word('noun')}-${word('noun')}`
    return word('noun')
  }
  const adjective = () =>
    draw.chance(0.07) ? `${word('noun')}-${word('verb')}` : word('adjective')
  const article = () =>
    draw.pick(['the', 'the', 'the', 'its', 'each', 'this', 'no', 'their', 'every', 'one'])
  const preposition = () =>
    draw.pick(['of', 'of', 'in', 'for', 'with', 'from', 'under', 'by', 'through', 'between'])
  const thing = () => {
    const head = [article(), ...(draw.chance(0.45) ? [adjective()] : []), noun()].join(' ')
    return draw.chance(0.3) ? `${head} ${preposition()} ${plain()}` : head
  }
  const plain = () => [article(), ...(draw.chance(0.3) ? [adjective()] : []), noun()].join(' ')
  const clause = () =>
    [thing(), ...(draw.chance(0.25) ? [word('adverb')] : []), word('verb'), thing()].join(' ')

  const figures = [
    () => `some ${draw.between(2, 98)},${draw.between(100, 999)} of the ${word('noun')}`,
    () => `${draw.between(1, 99)}.${draw.between(1, 9)} percent of the ${word('noun')}`,
    () => `in ${draw.between(1901, 2019)}`,
    () => `between ${draw.between(1901, 1980)}–${draw.between(1981, 2019)}`,
    () => `under Law № ${draw.between(11, 480)}-${draw.pick(['II', 'IV', 'VI'])}`,
    () => `(Art. ${draw.between(2, 90)} and ${draw.between(91, 140)})`,
    () => `for the U.S. ${word('noun')}`,
    () => `by Dr. ${name(draw)} and Prof. ${name(draw)}`,
    () => `(e.g., ${noun()}, ${noun()}, and ${noun()})`,
    () => `before the OECD and the EAEU`,
    () => `at $${draw.between(2, 90)} million`,
  ]
  const additions = [
    () => `,${maybeCall(0.25)} and ${clause()}`,
    () => `, while ${clause()}`,
    () => `,${maybeCall(0.25)} which ${word('verb')} ${thing()}`,
    () => `; ${clause()}`,
    () => ` — ${clause()} —`,
    () => ` – ${plain()} –`,
    () => `, as “${clause()}” ${word('verb')} ${plain()}`,
    () => ` ${draw.pick(figures)()}`,
    () => ` ${draw.pick(figures)()}`,
    () => ` ${preposition()} ${plain()}`,
    () => ` (${clause()})`,
    () => `, *${word('adverb')} ${word('adjective')}*,`,
  ]
  const maybeCall = (probability) => (draw.chance(probability) ? CALL : '')

  /** Of about `length` words, without a full stop. */
  function phrase(length) {
    let text = clause()
    while (countWords(text) < length) {
      const next = draw.pick(additions)()
      // A dash or a comma that is left open needs words after it.
      text += next
      if (/[—–,]$/u.test(text)) text += ` ${plain()}`
    }
    return text
  }

  function sentence(least = 6, most = 34) {
    const length = draw.between(least, draw.chance(0.5) ? Math.min(most, least + 14) : most)
    for (;;) {
      const text = phrase(length)
      if (countWords(text) > most + 6) continue
      if (draw.chance(0.08)) return `${name(draw)} wrote: “${capital(text)}.”${CALL}`
      return `${capital(text)}.${CALL}`
    }
  }

  return {
    draw,
    word,
    noun,
    clause,
    plain,
    sentence,
    name: () => name(draw),
    russian: () => russianTitle(draw),
    paragraph: (least = 1, most = 14) =>
      draw
        .times(least, draw.chance(0.6) ? Math.min(most, least + 5) : most, () => sentence())
        .join(' '),
    /** A heading, without a full stop. */
    heading: () =>
      capital(`${word('adjective')} ${word('noun')} ${draw.pick(['of', 'and', 'in'])} ${plain()}`),
  }
}

export const countWords = (text) => text.split(/\s+/u).length
