import { InternalHyperlink } from 'docx'
import type { CrossReference } from '../../model/nodes.ts'
import { referenceText } from '../../template/words.ts'
import { numberOf } from '../bookmark.ts'
import { asChildren } from '../element.ts'
import { field } from '../field.ts'
import { run } from '../run.ts'
import type { Setting, State, WordInline } from '../state.ts'

/** Stands for the live part while the template's words are put around it; no character of any text (a private one). */
const HOLE = '\uE000'

/** Until `docx` has estimated the page. */
const UNKNOWN_PAGE = '1'

/** A field that follows its bookmark, `\h` a link to it, with the words around it as text. */
export function crossReference(
  state: State,
  setting: Setting,
  node: CrossReference,
): readonly WordInline[] {
  const { words } = setting.place
  if (node.anchor === undefined) return [run(state, setting, [referenceText(node, words)])]
  const anchor = state.aliases.get(node.anchor) ?? node.anchor
  const live = liveOf(state, setting, node, anchor)
  if (live === undefined) {
    const children = asChildren([run(state, setting, [referenceText(node, words)])])
    return [new InternalHyperlink({ anchor: state.bookmarks.of(anchor), children })]
  }
  const [before = '', after = ''] = live.around.split(HOLE)
  return [
    ...(before === '' ? [] : [run(state, setting, [before])]),
    ...field(state, setting, live.instruction, live.cached),
    ...(after === '' ? [] : [run(state, setting, [after])]),
  ]
}

/** A field's instruction, its value, and the text around it. */
interface Live {
  readonly instruction: string
  readonly cached: string
  /** With the hole where the field stands. */
  readonly around: string
}

/** Undefined where no field would give the text: a figure without a number. */
function liveOf(
  state: State,
  setting: Setting,
  node: CrossReference,
  anchor: string,
): Live | undefined {
  const { words } = setting.place
  const bookmark = state.bookmarks.of(anchor)
  if (node.page) {
    return {
      instruction: `PAGEREF ${bookmark} \\h`,
      cached: UNKNOWN_PAGE,
      around: node.bare ? HOLE : `${words.page}\u00A0${HOLE}`,
    }
  }
  if (node.kind === 'section') {
    const around = referenceText({ ...node, title: HOLE }, words)
    return { instruction: `REF ${bookmark} \\h`, cached: node.title, around }
  }
  if (node.number === undefined) return undefined
  const around = referenceText({ ...node, number: HOLE }, words)
  if (node.kind === 'note') {
    return { instruction: `NOTEREF ${bookmark} \\h`, cached: node.number, around }
  }
  const label = `${words[node.kind]}\u00A0`
  if (node.bare || !state.oneLanguage) {
    const number = state.bookmarks.of(numberOf(anchor))
    return { instruction: `REF ${number} \\h \\* MERGEFORMAT`, cached: node.number, around }
  }
  return {
    // The label is bold in its caption; the reference keeps the look of the text around it.
    instruction: `REF ${bookmark} \\h \\* MERGEFORMAT`,
    cached: `${label}${node.number}`,
    around: around.replace(`${label}${HOLE}`, HOLE),
  }
}
