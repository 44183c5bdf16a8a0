import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { runCheck } from '../../src/command/check.ts'
import { runRenumber } from '../../src/command/renumber.ts'
import { outside, recorder } from '../command/terminal.ts'

const folder = mkdtempSync(join(tmpdir(), 'imprimatur-property-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Note {
  readonly kind: 'number' | 'name' | 'inline'
  /** Its text stands after its paragraph, not at the end. */
  readonly near: boolean
  /** Which note of which chapter it leads to, counted round. */
  readonly leads: readonly [chapter: number, note: number] | undefined
  readonly form: 'at' | 'bare' | 'page' | 'link'
}

interface Plan {
  readonly chapters: readonly { readonly notes: readonly Note[]; readonly hasContract: boolean }[]
  readonly elsewhere: number
  readonly perChapter: boolean
}

const note: fc.Arbitrary<Note> = fc.record({
  kind: fc.constantFrom('number', 'number', 'number', 'name', 'inline'),
  near: fc.boolean(),
  leads: fc.option(fc.tuple(fc.nat(9), fc.nat(9)), { nil: undefined }),
  form: fc.constantFrom('at', 'bare', 'page', 'link'),
})
const plans: fc.Arbitrary<Plan> = fc.record({
  chapters: fc.array(
    fc.record({
      notes: fc.array(note, { minLength: 1, maxLength: 9 }),
      hasContract: fc.boolean(),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  elsewhere: fc.constantFrom(0, 0, 9, 567),
  perChapter: fc.boolean(),
})

/** Labels of each chapter's notes; an inline note has none. */
type Labels = readonly (readonly (string | undefined)[])[]

function soundLabels({ chapters, elsewhere, perChapter }: Plan): {
  labels: Labels
  firsts: number[]
} {
  let next = 1 + (perChapter ? 0 : elsewhere)
  const firsts: number[] = []
  const labels = chapters.map(({ notes }) => {
    if (perChapter) next = 1
    firsts.push(next)
    return notes.map(({ kind }) => {
      const number = next++
      return kind === 'number' ? String(number) : kind === 'name' ? `name-${number}` : undefined
    })
  })
  return { labels, firsts }
}

/** The files of a book; contracts are those of the sound one. */
function filesOf(plan: Plan, labels: Labels, firsts: readonly number[]): Map<string, string> {
  const files = new Map<string, string>()
  const names = plan.chapters.map((_, index) => `c${index}.md`)
  files.set(
    'book.yaml',
    `title: R\nlanguage: en\ndate: 2020-12-15\nfootnotes: { numbering: ${plan.perChapter ? 'per-chapter' : 'continuous'} }\nchapters:\n${plan.elsewhere > 0 ? `  - { elsewhere: A, footnotes: 1-${plan.elsewhere} }\n` : ''}${names.map((name) => `  - ${name}\n`).join('')}`,
  )
  plan.chapters.forEach(({ notes, hasContract }, at) => {
    const first = firsts[at] ?? 1
    const contract = hasContract ? `footnotes: ${first}-${first + notes.length - 1}\n` : ''
    let body = `---\ntitle: Chapter ${at}\n${contract}---\n\n`
    let end = ''
    notes.forEach(({ kind, near, leads, form }, index) => {
      const label = labels[at]?.[index]
      const words = `Text ${index}${leadTo(plan, labels, at, leads, form)}`
      const call = kind === 'inline' ? `^[In its place, ${index}.]` : `[^${label}]`
      body += `Paragraph ${index} of words.${call}\n\n`
      const text = `[^${label}]: ${words}.\n\n    On ${index}.\n\n`
      if (kind === 'inline') return
      if (near) body += text
      else end += text
    })
    files.set(`c${at}.md`, body + end)
  })
  return files
}

function leadTo(
  plan: Plan,
  labels: Labels,
  from: number,
  leads: Note['leads'],
  form: Note['form'],
): string {
  if (leads === undefined) return ''
  const to = form === 'link' ? from : leads[0] % plan.chapters.length
  const list = labels[to] ?? []
  const label = list[leads[1] % list.length]
  if (label === undefined) return ''
  const chapter = to === from ? '' : `c${to}/`
  switch (form) {
    case 'at':
      return `, see @${chapter}fn-${label} there`
    case 'bare':
      return `, see [-@${chapter}fn-${label}]`
    case 'page':
      return `, on @${chapter}page-fn-${label} there`
    case 'link':
      return `, see [there](#fn-${label})`
  }
}

function write(files: ReadonlyMap<string, string>): void {
  for (const [name, text] of files) writeFileSync(join(folder, name), text)
}

const read = (names: Iterable<string>): Map<string, string> =>
  new Map([...names].map((name) => [name, readFileSync(join(folder, name), 'utf8')]))

function run(sort: boolean): { code: number; said: string } {
  const terminal = recorder()
  const options = { sort, dryRun: false, quiet: true, format: 'line' } as const
  return { code: runRenumber(folder, options, outside, terminal), said: terminal.said() }
}

function check(): string {
  const terminal = recorder()
  const options = { strict: false, info: false, quiet: true, format: 'line' } as const
  runCheck([folder], options, outside, terminal)
  return terminal.results()
}

it('puts shuffled numbers of a sound book back, byte by byte', () => {
  fc.assert(
    fc.property(plans, fc.infiniteStream(fc.nat(9_999_998)), (plan, stream) => {
      const { labels, firsts } = soundLabels(plan)
      const sound = filesOf(plan, labels, firsts)
      write(sound)
      expect(check()).toBe('')
      const shuffled = labels.map((list) => {
        const taken = new Set<string>()
        return list.map((label) => {
          if (label === undefined || !/^\d/u.test(label)) return label
          let other = ''
          do other = String((Number(stream.next().value) % (list.length * 3)) + 1)
          while (taken.has(other))
          taken.add(other)
          return other
        })
      })
      write(filesOf(plan, shuffled, firsts))
      expect(run(false)).toEqual({ code: 0, said: '' })
      expect(read(sound.keys())).toEqual(sound)
      expect(run(false)).toEqual({ code: 0, said: '' })
      expect(read(sound.keys())).toEqual(sound)
    }),
    { numRuns: 40 },
  )
})

it('sorts texts once and for all, and moves whole paragraphs only', () => {
  fc.assert(
    fc.property(plans, fc.infiniteStream(fc.nat(1000)), (plan, stream) => {
      const { labels, firsts } = soundLabels(plan)
      const sound = filesOf(plan, labels, firsts)
      const mixed = new Map(
        [...sound].map(([name, text]) => {
          if (name === 'book.yaml') return [name, text]
          const at = text.search(/(?:\[\^[^\]]+\]: [^\n]+\n\n {4}On \d\.\n\n)+$/u)
          if (at < 0) return [name, text]
          const texts = text.slice(at).split(/(?=\[\^[^\]]+\]: )/u)
          const order = texts.map((each) => ({ each, by: Number(stream.next().value) }))
          order.sort((a, b) => a.by - b.by)
          return [name, text.slice(0, at) + order.map(({ each }) => each).join('')]
        }),
      )
      write(mixed)
      expect(run(true)).toEqual({ code: 0, said: '' })
      const once = read(sound.keys())
      const lines = (text = ''): string[] => text.split('\n').sort()
      for (const [name, text] of mixed) expect(lines(once.get(name))).toEqual(lines(text))
      expect(check()).toBe('')
      expect(run(true)).toEqual({ code: 0, said: '' })
      expect(read(sound.keys())).toEqual(once)
    }),
    { numRuns: 25 },
  )
})
