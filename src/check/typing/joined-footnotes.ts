import type { Finder } from '../damage.ts'
import { isEscaped, type Ground } from '../ground.ts'

const joined = /\[\^([^[\]\n\0]{3,120})\]/g

/** `[^212,213]`, `[^smith; jones]`: the labels of several notes in one pair of brackets. */
export const joinedFootnotes: Finder = (ground) =>
  [...ground.masked.matchAll(joined)].flatMap(({ index, 0: whole, 1: inner = '' }) => {
    const labels = labelsIn(ground, inner)
    if (labels === undefined || isEscaped(ground.masked, index)) return []
    const mended = labels.map((label) => `[^${label}]`).join('')
    return [
      {
        rule: 'footnote-label' as const,
        start: index,
        end: index + whole.length,
        message: `\`${whole}\` holds the labels of ${labels.length} notes`,
        help: `write \`${mended}\`, each where it belongs`,
        heals: labels.map((label) => ({ what: 'call' as const, label, offset: index })),
      },
    ]
  })

/** The labels, where every part is a note's and the whole is none. */
export function labelsIn(ground: Ground, inner: string): readonly string[] | undefined {
  if (ground.isDefined(inner)) return undefined
  const labels = inner.split(/[,;&+]\s*\^?|\s+\^?|\^/).filter((label) => label !== '')
  const parts = labels.length > 1 ? labels : inner.split(/[-–]/)
  return parts.length > 1 && parts.every((label) => ground.isDefined(label)) ? parts : undefined
}
