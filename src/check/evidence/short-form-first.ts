import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { diagnose } from '../../diagnostic/diagnose.ts'
import type { Chapter } from '../../model/book.ts'
import { groundOf, lineHead } from '../ground.ts'
import type { Check } from '../rule.ts'
import { noteAt, noteSources } from './note-sources.ts'

/** "(the “Personal Data Law” …)", "(hereinafter, “X”)", "[hereafter X]". */
const definition =
  /[([](?:(?:the|hereinafter|hereafter|henceforth|in what follows)[\s,:]{1,3}){1,2}(?:(?:the|as|referred to as)\s+){0,2}(?:[“"‘«*_]{1,2}([^“”"‘’«»*_()[\]\n]{3,80})[”"’»*_]{1,2}|(?<=(?:here|hence)[a-z]{4,9}[\s,:]{1,3}(?:the )?)([^“”"‘’«»*_()[\]\n]{3,80}))[^()[\]]{0,60}[)\]]/gi

interface ShortForm {
  readonly name: string
  /** Index of its note, from 0. */
  readonly note: number
  /** Where the note is called. */
  readonly called: number
  readonly start: number
}

/** A short form that the text, or an earlier note, uses before the note that explains it. */
export const shortFormFirst: Check = (chapter) => {
  const { at } = groundOf(chapter)
  return shortForms(chapter).flatMap((form): Diagnostic[] => {
    const start = firstUse(chapter, form)
    if (start === undefined) return []
    const number = chapter.notes[form.note]?.number ?? ''
    return [
      diagnose('short-form-first', {
        file: chapter.file,
        position: at(start, start + form.name.length),
        message: `\`${form.name}\` is used before note ${number}, which explains it`,
        help: 'explain it here, or use its full name',
        related: [
          {
            file: chapter.file,
            position: at(form.start, form.start + form.name.length),
            message: 'explained here',
          },
        ],
      }),
    ]
  })
}

// No chapter explains more; each is looked for in the whole text.
const most = 40

/** Names of two words, or of capitals: "Commission" may be any. */
function shortForms(chapter: Chapter): readonly ShortForm[] {
  const forms = new Map<string, ShortForm>()
  noteSources(chapter).forEach(({ masked, note, start }, index) => {
    if (forms.size === most || !/[([](?:the|here|hence|in what)/i.test(masked)) return
    for (const match of masked.matchAll(definition)) {
      const name = (match[1] ?? match[2] ?? '').replace(/[,.]$/u, '').trim()
      const isName = /^\p{Lu}.*\s\p{Lu}/u.test(name) || /^\p{Lu}{3,}$/u.test(name)
      if (!isName || forms.has(name)) continue
      forms.set(name, {
        name,
        note: index,
        called: note.referencePosition.start.offset,
        start: start + match.index + match[0].indexOf(name),
      })
    }
  })
  return [...forms.values()]
}

/** Offset of the first use before its explanation; absence means that there is none, or that it is introduced before. */
function firstUse(chapter: Chapter, form: ShortForm): number | undefined {
  const { masked, inNote } = groundOf(chapter)
  const { name, called, note, start } = form
  for (let at = masked.indexOf(name); at !== -1; at = masked.indexOf(name, at + 1)) {
    if (at === start || /^\s{0,3}#/u.test(lineHead(masked, at))) continue
    const index = noteAt(chapter, at)
    const isEarlier = index === undefined ? at < called && !inNote(at) : index < note
    const use = isEarlier ? useOf(masked, at, at + name.length) : undefined
    if (use === 'introduced') return undefined
    if (use === 'used') return at
  }
  return undefined
}

/** In brackets or quotation marks it is introduced; between other capitals it is part of a longer name. */
function useOf(text: string, start: number, end: number): 'used' | 'introduced' | undefined {
  const before = text.slice(Math.max(0, start - 20), start)
  const after = text.slice(end, end + 20)
  if (/[([“"‘«]$/u.test(before) || /^[)\]”"’»]/u.test(after)) return 'introduced'
  // A word with a capital anywhere, looked at from its last one.
  if (
    /\p{Lu}(?:[\p{Ll}\p{Lt}\p{Lm}\p{Lo}’'-]*|\.)\s$/u.test(before) &&
    !/(?:^|\s)(?:The|In|Under|Of|A|An|This|That|By|For)\s$/u.test(before)
  )
    return undefined
  if (/^[\p{L}\p{N}]/u.test(after) || /^[-\s](?:\p{Lu}|of\s|on\s|No\.)/u.test(after))
    return undefined
  return 'used'
}
