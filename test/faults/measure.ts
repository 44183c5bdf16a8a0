import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { check } from '../../src/check/check.ts'
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts'
import { toBook } from '../../src/model/to-book.ts'
import { readLone } from '../../src/source/read.ts'
import { kinds } from './kinds.ts'
import type { Kind } from './kind.ts'
import { Random } from './random.ts'
import { view, type Mutant } from './view.ts'

const folder = 'test/faults/chapters'
export const chapters = ['report', 'academic', 'mixed'] as const

/** One mutant, and what the checker said of it. */
export interface Case {
  readonly kind: Kind
  readonly chapter: string
  /** Makes the same mutant again. */
  readonly seed: number
  readonly mutant: Mutant
  /** Findings of error or warning severity. */
  readonly findings: readonly Diagnostic[]
  readonly found: boolean
  readonly onLine: boolean
  /** Findings beside the expected one on its line; of a harmless change, every finding. */
  readonly echoes: number
}

/**
 * Makes mutants, kind by kind, until there are `count`, and checks each. A kind goes through the
 * chapters until one has a place for it; one that finds none in any is left out, and counts as no case.
 */
export function measure(count: number, seed: number, wanted: readonly Kind[] = kinds): Case[] {
  const temporary = mkdtempSync(join(tmpdir(), 'imprimatur-faults-'))
  try {
    cpSync(folder, temporary, { recursive: true })
    const views = chapters.map((name) => ({
      name,
      view: view(readFileSync(join(folder, `${name}.md`), 'utf8')),
    }))
    const cases: Case[] = []
    for (let index = 0; cases.length < count && index < count * 2; index++) {
      const kind = wanted[index % wanted.length]
      if (kind === undefined) break
      const own = seed + index
      const from = new Random(own).whole(0, 2)
      for (let turn = 0; turn < views.length; turn++) {
        const chosen = views[(from + turn) % views.length]
        const mutant = chosen && kind.inject(chosen.view, new Random(own))
        if (chosen === undefined || mutant === undefined) continue
        const file = join(temporary, `${chosen.name}.md`)
        writeFileSync(file, mutant.bytes ?? mutant.text)
        cases.push(judge(kind, chosen.name, own, mutant, checkFile(file)))
        break
      }
    }
    return cases
  } finally {
    rmSync(temporary, { recursive: true })
  }
}

/** Findings of a chapter that are more than advice. */
export function checkFile(file: string): readonly Diagnostic[] {
  const { value, diagnostics } = readLone(file, { today: '2022-12-15' })
  const found = value === undefined ? diagnostics : [...diagnostics, ...check(toBook(value))]
  return found.filter(({ severity }) => severity !== 'info')
}

function judge(
  kind: Kind,
  chapter: string,
  seed: number,
  mutant: Mutant,
  findings: readonly Diagnostic[],
): Case {
  const expected = findings.filter(({ rule }) => kind.expects.includes(rule))
  // A finding about the file as a whole points nowhere, and is right where nothing can be read.
  const there = expected.filter(({ position }) =>
    position === undefined ? kind.group === 'reading' : mutant.lines.includes(position.start.line),
  )
  return {
    kind,
    chapter,
    seed,
    mutant,
    findings,
    found: expected.length > 0,
    onLine: there.length > 0,
    echoes: findings.length - there.length,
  }
}

/** Sums of the cases that `fits` picks. */
export function sums(cases: readonly Case[], fits: (kind: Kind) => boolean) {
  const own = cases.filter(({ kind }) => fits(kind))
  const share = (count: number): number => (own.length === 0 ? 1 : count / own.length)
  return {
    injected: own.length,
    found: share(own.filter(({ found }) => found).length),
    onLine: share(own.filter(({ onLine }) => onLine).length),
    alarms: own.filter(({ findings }) => findings.length > 0).length,
    echoes: own.reduce((sum, { echoes }) => sum + echoes, 0),
  }
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

/** The table by kind: of faults how many were injected, found, and told on their line; of harmless changes the alarms. */
export function table(cases: readonly Case[]): string {
  const row = (id: string, cells: readonly (string | number)[]): string =>
    id.padEnd(52) + cells.map((cell) => String(cell).padStart(9)).join('')
  const rows = kinds.map((kind) => {
    const own = cases.filter((each) => each.kind === kind)
    const count = (fits: (one: Case) => boolean): number => own.filter(fits).length
    const { echoes, alarms } = sums(own, () => true)
    return kind.severity === 'benign'
      ? row(kind.id, [own.length, '', '', '', alarms])
      : row(kind.id, [
          own.length,
          count(({ found }) => found),
          count(({ onLine }) => onLine),
          echoes,
          '',
        ])
  })
  const groups = [...new Set(kinds.map(({ group, severity }) => `${group} ${severity}`))]
  const totals = groups.map((name) => {
    const { injected, found, onLine, echoes, alarms } = sums(
      cases,
      ({ group, severity }) => `${group} ${severity}` === name,
    )
    return name.endsWith(' benign')
      ? row('harmless', [injected, '', '', '', alarms])
      : row(name, [injected, percent(found), percent(onLine), echoes, ''])
  })
  const head = row('', ['injected', 'found', 'on line', 'echoes', 'alarms'])
  return [head, ...rows, '', head, ...totals].join('\n')
}

/** A case as a person reads it who wants to know what went wrong. */
export function told({ kind, chapter, seed, mutant, findings }: Case): string {
  const lines = mutant.text.split('\n')
  const shown = mutant.lines
    .slice(0, 3)
    .map((line) => `    ${line}: ${shorten(lines[line - 1] ?? '')}`)
  const said = findings
    .slice(0, 6)
    .map(
      ({ rule, position, message }) => `    -> ${position?.start.line ?? '-'} ${rule}: ${message}`,
    )
  return [`${kind.id} (${chapter}, seed ${seed})`, ...shown, ...said].join('\n')
}

const shorten = (text: string): string => (text.length > 400 ? `…${text.slice(-400)}` : text)
