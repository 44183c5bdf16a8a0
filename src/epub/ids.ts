/**
 * An anchor of the Book as an `id`, which EPUBCheck holds to XML names without colon (Namespaces in
 * XML 1.0, NCName). Anchors are such names already and stay as they are, since readers cite them;
 * what would not be one, or could be taken for an id of ours, is spelled out.
 */
export function idOf(anchor: string): string {
  const spelled = anchor.replace(/^_(?=\.)|[^\p{L}\p{N}._-]/gu, spell)
  return /^[\p{L}_]/u.test(spelled) ? spelled : `_${spelled}`
}

const spell = (sign: string): string => `_x${(sign.codePointAt(0) ?? 0).toString(16)}_`

/** An id of what has no anchor in the Book: no anchor becomes it by `idOf`. */
export const ownId = (name: string): string => `_.${name}`

/** A file name that every file system takes: lower case ASCII letters, digits, single hyphens (OCF 4.2.3). */
export function fileStem(name: string, fallback: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[A-Z]/gu, (letter) => letter.toLowerCase())
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '')
    // Long names are cut: some readers unpack to file systems of 255 bytes.
    .slice(0, 64)
  return plain === '' ? fallback : plain
}

/** The first of `stem`, `stem-2`, `stem-3` … that is not taken yet; takes it. */
export function takeName(taken: Set<string>, stem: string, extension: string): string {
  let name = `${stem}.${extension}`
  for (let count = 2; taken.has(name); count += 1) name = `${stem}-${count}.${extension}`
  taken.add(name)
  return name
}
