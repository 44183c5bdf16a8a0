import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

let loading: Promise<void> | undefined

/** Loads the WASM of resvg at the first call; later calls wait for the same load. Reads one file of its npm package. */
export async function loadResvg(): Promise<typeof Resvg> {
  loading ??= readFile(
    createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm'),
  ).then((module) => initWasm(module))
  await loading
  return Resvg
}

/** Names of faces among the given ones that CSS's generic families stand for. */
export interface GenericFamilies {
  readonly serif?: string
  readonly sansSerif?: string
  readonly monospace?: string
}

/** Options of resvg for text set in the given font files and no others: no system font, so that every machine draws alike. */
export const fontOptions = (
  fontBuffers: readonly Uint8Array[],
  families: GenericFamilies,
): {
  fontBuffers: Uint8Array[]
  serifFamily?: string
  sansSerifFamily?: string
  monospaceFamily?: string
} => ({
  fontBuffers: [...fontBuffers],
  ...(families.serif !== undefined && { serifFamily: families.serif }),
  ...(families.sansSerif !== undefined && { sansSerifFamily: families.sansSerif }),
  ...(families.monospace !== undefined && { monospaceFamily: families.monospace }),
})
