/**
 * GFM autolink literals: `https://…` and `www.…` in running text, as micromark reads them: white
 * space and `<` end an address, a trail of punctuation is not part of it, and an unmatched `[^568]`
 * **is** part of it, so that a call glued to a bare address is lost.
 *
 * `inBrackets`: an opening bracket before it is not closed yet; the brackets then end the address.
 */
export function addressEnd(content: string, at: number, inBrackets: boolean): number | undefined {
  start.lastIndex = at
  if (!start.test(content)) return undefined
  const before = content[at - 1]
  const www = content[at] === 'w' || content[at] === 'W'
  if (before !== undefined && (www ? !/[ \t\n(*_[\]~]/.test(before) : /[a-z]/i.test(before)))
    return undefined
  const from = start.lastIndex
  // `https://.` and `https://[` begin no address.
  if (!www && (content[from] === undefined || /[\s\p{Cc}\p{P}\p{S}]/u.test(content[from])))
    return undefined
  if (!hasDomain(content, www ? at : from)) return undefined
  let end = from
  let open = 0
  let close = 0
  // Up to here no trail ends in white space, so that a run of punctuation is read once.
  let noTrailBefore = from
  for (; end < content.length; end++) {
    const character = content[end] ?? ''
    if (/\s/u.test(character)) break
    if (inBrackets && (character === '[' || character === ']')) break
    if (character === '(') open++
    else if (character === ')' && close < open) close++
    else if (trailing.includes(character)) {
      if (end >= noTrailBefore) {
        const trail = trailAt(content, end)
        if (trail.ends) break
        noTrailBefore = trail.to
      }
      if (character === ')') close++
    }
  }
  return end > from ? end : undefined
}

const start = /(?:https?:\/\/|www\.)/iy
const trailing = '!"&\'),.*:;<?]_~'

/** GFM 6.9: a domain has no underscore in its last two segments. */
function hasDomain(content: string, from: number): boolean {
  let inLast = false
  let inLastButOne = false
  let isEmpty = true
  let noTrailBefore = from
  for (let at = from; at < content.length; at++) {
    const character = content[at] ?? ''
    if (character === '.' || character === '_') {
      if (at >= noTrailBefore) {
        const trail = trailAt(content, at)
        if (trail.ends) break
        noTrailBefore = trail.to
      }
      if (character === '.') inLastButOne = inLast
      inLast = character === '_'
    } else if (character !== '-' && /[\s\p{P}\p{S}]/u.test(character)) break
    else isEmpty = false
  }
  return !isEmpty && !inLast && !inLastButOne
}

/** A run of punctuation: where it ends, and whether the address ends before it. */
function trailAt(content: string, from: number): { readonly ends: boolean; readonly to: number } {
  const isEnd = (character: string | undefined): boolean =>
    character === undefined || character === '<' || /\s/u.test(character)
  let at = from
  for (;;) {
    const character = content[at]
    if (isEnd(character)) return { ends: true, to: at }
    if (character === ']') {
      const after = content[at + 1]
      if (after === '(' || after === '[' || isEnd(after)) return { ends: true, to: at }
      at++
    } else if (character === '&') {
      reference.lastIndex = at
      if (!reference.test(content)) return { ends: false, to: at + 1 }
      at = reference.lastIndex
    } else if (character !== undefined && '!"\'),.*:;?_~'.includes(character)) at++
    else return { ends: false, to: at }
  }
}

const reference = /&[a-z]+;/iy
