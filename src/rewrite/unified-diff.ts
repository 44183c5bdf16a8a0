import { diffArrays, FILE_HEADERS_ONLY, formatPatch, type StructuredPatchHunk } from 'diff'

/** Lines of context, as `diff -u` gives them. */
const context = 3
/** Changed lines in one place up to which the shortest difference is looked for; beyond, all are shown as changed. */
const mostChanged = 400

/**
 * The difference between two texts of a file, unified, with `a/` and `b/` before its name: what
 * `patch -p1` and `git apply` read. Empty where there is none.
 */
export function unifiedDiff(file: string, before: string, after: string): string {
  if (before === after) return ''
  const name = file.replace(/^\/+/u, '').replaceAll('\\', '/')
  const old = linesOf(before)
  const changes = changesOf(old, linesOf(after))
  const hunks = hunksOf(old, changes)
  return formatPatch(
    {
      oldFileName: `a/${name}`,
      newFileName: `b/${name}`,
      oldHeader: undefined,
      newHeader: undefined,
      hunks,
    },
    FILE_HEADERS_ONLY,
  )
}

/** Lines of the old text from `at`, `removed` of them, and what stands there instead. */
interface Change {
  readonly at: number
  readonly removed: number
  readonly added: readonly string[]
}

/** Each with its line end; the last one may have none. */
const linesOf = (text: string): string[] => text.match(/[^\n]+\n?|\n/gu) ?? []

/**
 * Line by line as long as the texts keep step, which those of renumbering do throughout: the general
 * search takes the square of the number of changes. Where they lose step, the search is made from
 * there to the next place at which a few lines agree again.
 */
function changesOf(old: readonly string[], after: readonly string[]): Change[] {
  if (old.length === after.length) {
    const changes: Change[] = []
    old.forEach((line, index) => {
      const other = after[index]
      if (other !== undefined && other !== line)
        changes.push({ at: index, removed: 1, added: [other] })
    })
    if (changes.length > mostChanged || isInStep(changes, old)) return changes
  }
  return searched(old, after)
}

/** No changed line turns up as another one: nothing was moved. */
function isInStep(changes: readonly Change[], old: readonly string[]): boolean {
  const removed = new Set(changes.map(({ at }) => old[at]))
  return !changes.some(({ added }) => added[0]?.trim() !== '' && removed.has(added[0]))
}

function searched(old: readonly string[], after: readonly string[]): Change[] {
  let head = 0
  while (head < old.length && head < after.length && old[head] === after[head]) head++
  let tail = 0
  while (
    tail < Math.min(old.length, after.length) - head &&
    old[old.length - tail - 1] === after[after.length - tail - 1]
  )
    tail++
  const from = old.slice(head, old.length - tail)
  const to = after.slice(head, after.length - tail)
  const parts = diffArrays(from, to, { maxEditLength: mostChanged * 2 })
  if (parts === undefined) return [{ at: head, removed: from.length, added: to }]
  const changes: Change[] = []
  let at = head
  let open: { at: number; removed: number; added: string[] } | undefined
  for (const { added, removed, value } of parts) {
    if (!added && !removed) {
      open = undefined
      at += value.length
      continue
    }
    if (open === undefined) {
      open = { at, removed: 0, added: [] }
      changes.push(open)
    }
    if (added) open.added.push(...value)
    else {
      open.removed += value.length
      at += value.length
    }
  }
  return changes
}

function hunksOf(old: readonly string[], changes: readonly Change[]): StructuredPatchHunk[] {
  const hunks: StructuredPatchHunk[] = []
  let shift = 0
  for (let index = 0; index < changes.length;) {
    const start = Math.max(0, (changes[index]?.at ?? 0) - context)
    const lines: string[] = []
    let at = start
    let newCount = 0
    const keep = (to: number): void => {
      for (; at < to; at++) {
        lines.push(...printed(' ', old[at] ?? ''))
        newCount++
      }
    }
    for (;;) {
      const change = changes[index]
      if (change === undefined) break
      keep(change.at)
      // Lines one by one in pairs of runs: first what goes, then what comes.
      const run = [change]
      while (changes[index + 1]?.at === end(run.at(-1) ?? change))
        run.push(changes[++index] ?? change)
      for (const { at: from, removed } of run)
        for (let line = from; line < from + removed; line++)
          lines.push(...printed('-', old[line] ?? ''))
      for (const { added } of run)
        for (const line of added) {
          lines.push(...printed('+', line))
          newCount++
        }
      at = end(run.at(-1) ?? change)
      index++
      const next = changes[index]
      if (next === undefined || next.at - at > context * 2) break
    }
    keep(Math.min(old.length, at + context))
    const oldCount = at - start
    hunks.push({
      oldStart: start + 1,
      oldLines: oldCount,
      newStart: start + shift + 1,
      newLines: newCount,
      lines,
    })
    shift += newCount - oldCount
  }
  return hunks
}

const end = ({ at, removed }: Change): number => at + removed

/** A line of the difference; one without a line end is said to have none, as `diff -u` says it. */
const printed = (sign: string, line: string): string[] =>
  line.endsWith('\n') ? [sign + line.slice(0, -1)] : [sign + line, '\\ No newline at end of file']
