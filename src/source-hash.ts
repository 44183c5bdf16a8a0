import { createHash } from 'node:crypto'
import type { Manuscript } from './source/manuscript.ts'
import type { Template } from './template/template.ts'

/** SHA-256 of everything that editions are made from: metadata, texts, images, template and faces. Names of folders do not count. */
export function hashOfSource(manuscript: Manuscript, template: Template): string {
  const hash = createHash('sha256')
  const add = (name: string, content: string | Uint8Array): void => {
    hash.update(`${name}\0${content.length}\0`).update(content)
  }
  add('metadata', JSON.stringify(manuscript.metadata))
  if (manuscript.cover !== undefined) add('cover', manuscript.cover.bytes)
  for (const part of manuscript.parts) {
    if (part.type === 'elsewhere') {
      add('elsewhere', JSON.stringify([part.title, part.notes]))
      continue
    }
    add(part.id, part.text)
    for (const [url, image] of Object.entries(part.images)) add(url, image.bytes)
  }
  const { families, ...tokens } = template
  add('template', JSON.stringify(tokens))
  for (const { name, faces } of Object.values(families))
    for (const face of Object.values(faces)) add(`${name} ${face.file}`, String(face.bytes.length))
  return hash.digest('hex')
}
