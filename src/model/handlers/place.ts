import type { Nodes } from 'mdast'
import type { Position } from '../../diagnostic/diagnostic.ts'

/** Every node that the reader made has a place; mdast's types allow for trees that were made by hand. */
export const placeOf = (node: Nodes): Position => node.position as Position

/** Where a node begins in its file: the name by which its numbers and anchors are kept. */
export const offsetOf = (node: Nodes): number => node.position?.start.offset ?? 0
