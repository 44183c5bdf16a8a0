// The texts of notes.
import { CALL } from './sentences.js'
import { capital } from './words.js'

const months = ['Jan.', 'Feb.', 'Mar.', 'Apr.', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.']

/** Kinds of note: each gives its paragraphs, the first of which follows the label. */
export function noteWriter(write, address) {
  const { draw, clause, plain, name, russian } = write
  const quiet = (text) => text.replaceAll(CALL, '')
  const date = () => `(${draw.pick(months)} ${draw.between(1, 28)}, ${draw.between(1995, 2019)})`
  const author = () =>
    draw.pick([
      () => `${name()} and ${name()}`,
      () => `Ministry of ${capital(write.noun())}`,
      () => `${name()} News Agency`,
      () => `${name()} Institute for ${capital(write.word('noun'))}`,
      () => name(),
    ])()
  const title = () =>
    draw.chance(0.2)
      ? `*[${russian()}]{lang=ru}* (${capital(plain())})`
      : `*${quiet(capital(clause())).replaceAll(/\[|\]\{lang=ru\}/gu, '')}*`
  const citation = () => `${author()}, ${title()} ${date()}, ${link()}`
  // Two thirds in angle brackets, as a careful author types them; the rest bare.
  const link = (form) => (draw.chance(0.66) ? `<${address(form)}>` : address(form))
  const comment = (least, most) => quiet(draw.times(least, most, () => write.sentence()).join(' '))

  const kinds = {
    citation: () => [citation()],
    address: () => [link()],
    comment: () => [comment(1, 3)],
    both: () => [`${comment(1, 2)} ${citation()}`],
    two: () => [`${citation()}; ${citation()}`],
    several: () => [citation(), ...draw.times(1, 2, () => comment(1, 3))],
    list: () => [`${citation()}`, `- ${quiet(clause())}\n- ${quiet(clause())}`, comment(1, 1)],
    quotation: () => [citation(), `> ${comment(1, 2)}`],
  }
  const often = [
    'citation',
    'citation',
    'citation',
    'citation',
    'citation',
    'both',
    'both',
    'address',
  ]
  const rare = ['comment', 'two', 'several', 'several', 'list', 'quotation']
  const usual = () => kinds[draw.pick(draw.chance(0.75) ? often : rare)]()
  return { usual, kinds, comment, citation, link }
}

/** A note as Markdown: later paragraphs are indented by four spaces. */
export const noteText = (label, paragraphs) =>
  `[^${label}]: ${paragraphs.map((text, i) => (i === 0 ? text : text.replaceAll(/^/gmu, '    '))).join('\n\n')}`
