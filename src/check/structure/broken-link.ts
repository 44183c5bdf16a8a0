import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { groundOf, isEscaped } from '../ground.ts'
import type { Check } from '../rule.ts'

/** Brackets side by side or with one blank between, with what begins an address behind the second. */
const pair =
  /(?:\[(?!\^)[^[\]\n]{1,120}\](?: \(|\()|\([^()\n]{1,120}\)\[)(?=<?(?:https?:\/\/|www\.))/giu

/** `[text] (address)`, `(text)[address]`, `[text](address` without its end, `[](address)`: links whose marks do not make one, or make one that nobody sees. */
export const brokenLink: Check = (chapter) => {
  const { text, masked, at } = groundOf(chapter)
  const { links } = chapter.written
  const unseen = links
    .filter(
      ({ text: shown, position: { start } }) =>
        shown === '' && text.startsWith('[](', start.offset),
    )
    .map(({ position }) =>
      diagnose('broken-link', {
        file: chapter.file,
        position,
        message: 'the link has no text, and nobody sees it',
        help: 'write its text between the brackets, or the address alone as `<https://…>`',
      }),
    )
  if (!/\] ?\(|\)\[/.test(text)) return unseen
  const sound = new Set(links.map(({ position: { start } }) => start.offset))
  const broken = [...text.matchAll(pair)].flatMap(({ 0: spelled, index }): Diagnostic[] => {
    // A sound link, an image, a text with a mark before it that says otherwise, or code.
    if (sound.has(index) || masked[index] === '\0' || isEscaped(text, index)) return []
    if (/[!\]]/.test(text.charAt(index - 1))) return []
    const isReversed = spelled.startsWith('(')
    const isApart = spelled.endsWith('] (')
    // What closes further on is an address with a blank in it, which another rule tells of.
    const behind = text.slice(index + spelled.length, index + spelled.length + 600)
    if (!isReversed && !isApart && /^[^()]*\)/.test(behind)) return []
    // One with which the file breaks off is told of as that.
    const isAtEnd = behind.length < 600 && !/\s/.test(behind.trimEnd())
    if (!isReversed && !isApart && isAtEnd) return []
    const words = spelled.slice(1, spelled.lastIndexOf(isReversed ? ')' : ']'))
    return [
      diagnose('broken-link', {
        file: chapter.file,
        position: at(index, index + spelled.length),
        message: isReversed
          ? 'the brackets of a link are the wrong way round'
          : isApart
            ? 'a blank parts the text of a link from its address'
            : 'the bracket around the address of a link is not closed',
        help: `write \`[${words}](https://…)\``,
        ...(isApart
          ? { fix: [{ start: index + spelled.length - 2, end: index + spelled.length, text: '(' }] }
          : {}),
      }),
    ]
  })
  return [...unseen, ...broken]
}
