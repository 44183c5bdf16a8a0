/** Schemes that are near `http` in spelling and mean something else, and the spelling by which reports disarm an address. */
const others = new Set(['http', 'https', 'ftp', 'ftps', 'sftp', 'tftp', 'hxxp', 'hxxps', 'shttp'])

/** One letter wrong, missing, doubled or changed with the next: `htp`, `htpps`, `hhtp`, `ttps`, `httpd`. */
export function isMistypedScheme(scheme: string): boolean {
  const plain = scheme.toLowerCase()
  if (others.has(plain) || plain.length < 3 || plain.length > 7) return false
  return ['http', 'https'].some((right) => isNear(plain, right))
}

/** Damerau's distance of at most one. */
function isNear(text: string, right: string): boolean {
  let start = 0
  while (start < right.length && text[start] === right[start]) start++
  let end = 0
  while (
    end < Math.min(text.length, right.length) - start &&
    text.at(-1 - end) === right.at(-1 - end)
  )
    end++
  const a = text.slice(start, text.length - end)
  const b = right.slice(start, right.length - end)
  if (a.length <= 1 && b.length <= 1) return true
  return a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0]
}
