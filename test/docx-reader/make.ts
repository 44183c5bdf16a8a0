import { strToU8, zipSync } from 'fflate'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** A Word file of the given content of its body, with other parts where they are wanted. */
export const docx = (
  body: string,
  parts: Readonly<Record<string, string>> = {},
  namespace: string = W,
): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        'word/document.xml': root('document', `<w:body>${body}</w:body>`, namespace),
        ...parts,
      }).map(([path, xml]) => [path, strToU8(xml)]),
    ),
  )

/** A root element `w:NAME`. */
export const root = (name: string, content: string, namespace: string = W): string =>
  `<?xml version="1.0"?><w:${name} xmlns:w="${namespace}"` +
  ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"' +
  ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">' +
  `${content}</w:${name}>`

/** A paragraph of runs. */
export const p = (...runs: readonly string[]): string => `<w:p>${runs.join('')}</w:p>`
/** A run of text. */
export const r = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
/** A call of a note. */
export const call = (id: number): string => `<w:r><w:footnoteReference w:id="${String(id)}"/></w:r>`
/** A note. */
export const note = (id: number, text: string): string =>
  `<w:footnote w:id="${String(id)}">${p('<w:r><w:footnoteRef/></w:r>', r(text))}</w:footnote>`
