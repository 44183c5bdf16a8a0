import type { Figure, Table } from '../../model/nodes.ts'
import { idOf, ownId } from '../ids.ts'

/** Id of a figure or table: its own, or by its number where it has none, so that the lists can lead to it. */
export const floatId = ({ type, anchor, number }: Figure | Table): string | undefined =>
  anchor !== undefined
    ? idOf(anchor)
    : number === undefined
      ? undefined
      : ownId(`${type}-${number}`)
