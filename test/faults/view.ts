/** What an injector needs to know of a clean chapter. Read with a few plain patterns, apart from the program's own readers, which it is to judge. */
export interface View {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly calls: readonly Call[]
  readonly notes: readonly Note[]
  /** First and last number of the contract, and where it is written. */
  readonly contract?: {
    readonly first: number
    readonly last: number
    readonly start: number
    readonly end: number
  }
}

/** `end` is exclusive and before the line end. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

export interface Block extends Stretch {
  readonly kind:
    | 'metadata'
    | 'fence'
    | 'heading'
    | 'note'
    | 'quote'
    | 'list'
    | 'table'
    | 'caption'
    | 'figure'
    | 'label'
    | 'comment'
    | 'rule'
    | 'paragraph'
}

export interface Call extends Stretch {
  readonly label: string
  /** As printed. */
  readonly number: number
  readonly block: Block
  /** The label is its number. */
  readonly numeric: boolean
}

export interface Note extends Stretch {
  readonly label: string
  /** After `[^label]:`. */
  readonly labelEnd: number
  readonly numeric: boolean
  readonly block: Block
}

const kindOf = (line: string, next: string): Block['kind'] => {
  if (/^\[\^[^\]\s]+\]:/.test(line)) return 'note'
  if (/^#{1,6}\s/.test(line) || /^(?:=+|-+)\s*$/.test(next)) return 'heading'
  if (/^(?:---|\*\*\*|\* \* \*)\s*$/.test(line)) return 'rule'
  if (line.startsWith('>')) return 'quote'
  if (/^(?:[-*+]|\d+[.)])\s/.test(line)) return 'list'
  if (line.startsWith('|')) return 'table'
  if (line.startsWith(': ')) return 'caption'
  if (line.startsWith('![')) return 'figure'
  if (line.startsWith('<!--')) return 'comment'
  if (/^\[[^\]^]+\]:\s/.test(line)) return 'label'
  return 'paragraph'
}

/** Parts a clean chapter into blocks, calls and notes. */
export function view(text: string): View {
  const blocks = blocksOf(text)
  const notes = blocks
    .filter(({ kind }) => kind === 'note')
    .map((block): Note => {
      const label = /^\[\^([^\]\s]+)\]:/.exec(text.slice(block.start, block.end))?.[1] ?? ''
      return {
        ...block,
        label,
        labelEnd: block.start + label.length + 4,
        numeric: /^[1-9]\d*$/.test(label),
        block,
      }
    })
  const written = /^footnotes: (\d+)-(\d+)$/m.exec(text)
  const contract =
    written === null
      ? undefined
      : {
          first: Number(written[1]),
          last: Number(written[2]),
          start: written.index + 11,
          end: written.index + written[0].length,
        }
  return {
    text,
    blocks,
    notes,
    calls: callsOf(text, blocks, contract?.first),
    ...(contract === undefined ? {} : { contract }),
  }
}

function blocksOf(text: string): Block[] {
  const lines = text.split('\n')
  const starts: number[] = []
  let at = 0
  for (const line of lines) {
    starts.push(at)
    at += line.length + 1
  }
  const blocks: Block[] = []
  let index = 0
  const push = (kind: Block['kind'], from: number, to: number): void => {
    const end = (starts[to] ?? 0) + (lines[to] ?? '').length
    blocks.push({ kind, start: starts[from] ?? 0, end })
    index = to + 1
  }
  while (index < lines.length) {
    const line = lines[index] ?? ''
    if (line.trim() === '') {
      index++
      continue
    }
    const from = index
    if (index === 0 && line === '---') {
      push('metadata', 0, lines.indexOf('---', 1))
      continue
    }
    if (line.startsWith('```')) {
      push('fence', from, lines.indexOf('```', index + 1))
      continue
    }
    const kind = kindOf(line, lines[index + 1] ?? '')
    let to = index
    if (kind === 'heading') to += line.startsWith('#') ? 0 : 1
    else if (kind !== 'label' && kind !== 'rule') {
      while (to + 1 < lines.length && isSame(kind, lines, to + 1)) to++
      if (kind === 'note' || kind === 'list') to = withIndented(lines, to)
    }
    push(kind, from, to)
  }
  return blocks
}

/** The line goes on with a block of this kind. */
function isSame(kind: Block['kind'], lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? ''
  if (line.trim() === '') return false
  const own = kindOf(line, lines[at + 1] ?? '')
  return own === kind ? kind !== 'note' : own === 'paragraph' && !line.startsWith('```')
}

/** Indented blocks after blank lines belong to a note or a list. */
function withIndented(lines: readonly string[], last: number): number {
  let to = last
  let at = last + 1
  for (; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (/^(?: {2,}|\t)\S/.test(line)) to = at
    else if (line.trim() !== '') break
  }
  return to
}

function callsOf(text: string, blocks: readonly Block[], contract: number | undefined): Call[] {
  const found = blocks.flatMap((block) => {
    if (['metadata', 'fence', 'comment', 'label'].includes(block.kind)) return []
    const source = text
      .slice(block.start, block.end)
      .replace(/`[^`]*`/g, (code) => '.'.repeat(code.length))
    return [...source.matchAll(/(?<!\\)(\^)?\[(\^?)([^\]\s]*)\]?/g)].flatMap((match) => {
      const [whole, inline, caret, label = ''] = match
      const start = block.start + match.index
      if (inline !== undefined && block.kind !== 'note')
        return [{ label: '', start, end: start, block }]
      if (caret === '' || !whole.endsWith(']') || block.kind === 'note') return []
      return [{ label, start, end: start + whole.length, block }]
    })
  })
  const isNumber = (label: string): boolean => /^[1-9]\d*$/.test(label)
  const anchor = found.findIndex(({ label }) => isNumber(label))
  const first = contract ?? (anchor < 0 ? 1 : Number(found[anchor]?.label) - anchor)
  return found
    .map((call, index) => ({ ...call, number: first + index, numeric: isNumber(call.label) }))
    .filter(({ label }) => label !== '')
}

/** A change of the text: `end` is exclusive; equal to `start` for an insertion. */
export interface Edit extends Stretch {
  readonly text: string
}

/** A chapter with one fault, or harmlessly changed. */
export interface Mutant {
  readonly text: string
  /** Where that is not plain UTF-8 of `text`. */
  readonly bytes?: Uint8Array
  /** From 1, in the mutant: where a careful reader would look for the fault. */
  readonly lines: readonly number[]
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

/** Applies edits that do not overlap. The fault's lines are those of the edits and of `also`, offsets of the text as it was. */
export function mutate(text: string, edits: readonly Edit[], also: readonly number[] = []): Mutant {
  const sorted = [...edits].sort((a, b) => a.start - b.start)
  let made = ''
  let at = 0
  const marks: [number, number][] = []
  const moved = (offset: number): number =>
    offset +
    sorted
      .filter(({ end }) => end <= offset)
      .reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0)
  for (const edit of sorted) {
    made += text.slice(at, edit.start)
    marks.push([made.length, made.length + edit.text.length])
    made += edit.text
    at = edit.end
  }
  made += text.slice(at)
  for (const offset of also) marks.push([moved(offset), moved(offset)])
  const lines = new Set<number>()
  for (const [start, end] of marks) {
    const last = lineAt(made, end)
    for (let line = lineAt(made, start); line <= last; line++) lines.add(line)
  }
  return { text: made, lines: [...lines] }
}
