/** Where a text is put in. */
export interface Surroundings {
  readonly inCell: boolean
  /** The character before it; empty at the start of a block. */
  readonly before: string
  /** What comes after it; absence means the end of a block. */
  readonly after?: string
}

const reference = /@(?:[\p{L}\p{N}_-]+\/)?(?:page-)?(?:sec|fig|tbl|fn)-/u
const entity = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/iu

/**
 * A text as Markdown that prints it: a backslash before each character that would be read as a mark
 * (CommonMark 2.4) and none before those that would not, so that a patch stays easy to read.
 */
export function escapeMarkdown(text: string, { inCell, before, after = '' }: Surroundings): string {
  let out = ''
  const characters = [...text]
  let at = 0
  characters.forEach((character, index) => {
    const last = characters[index - 1] ?? before
    const next = characters[index + 1] ?? after.charAt(0)
    const rest = text.slice(at) + after
    at += character.length
    if (character === '\n') out += inCell ? ' ' : '\\\n'
    else if (character === '\t') out += ' '
    else out += isMark(character, last, next, rest, inCell) ? `\\${character}` : character
  })
  return out
}

function isMark(
  character: string,
  last: string,
  next: string,
  rest: string,
  inCell: boolean,
): boolean {
  switch (character) {
    case '\\':
      return next === '' || /[!-/:-@[-`{-~]/u.test(next)
    case '`':
    case '[':
    case ']':
      return true
    case '*':
      return !(isBlank(last) && isBlank(next))
    case '_':
      return !(isWord(last) && isWord(next))
    case '~':
      return last === '~' || next === '~'
    case '<':
      return /[a-z/!?]/iu.test(next)
    case '&':
      return entity.test(rest)
    case '@':
      return reference.exec(rest)?.index === 0
    case '|':
      return inCell
    default:
      return false
  }
}

const isBlank = (character: string): boolean => /^\s?$/u.test(character)
const isWord = (character: string): boolean => /^[\p{L}\p{N}]$/u.test(character)

const opening = /^(?:#{1,6}(?:\s|$)|[-+*](?:\s|$)|>|:\s|`{3}|~{3}|\||(?:-[ \t]*){3,}$|=+\s*$)/u

/** The start of a block's text with a backslash where it would open another block. */
export function escapeOpening(markdown: string): string {
  if (opening.test(markdown)) return `\\${markdown}`
  return markdown.replace(/^(\d{1,9})([.)])(?=\s|$)/u, '$1\\$2')
}
