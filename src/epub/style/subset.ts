import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

/** What is used of WebAssembly, which node's own types leave to those of the browser. */
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: object,
  ): Promise<{ readonly instance: { readonly exports: unknown } }>
}

/** The exports of `harfbuzz-subset.wasm` that are called: hb.h and hb-subset.h; addresses are numbers. */
interface HarfbuzzSubset {
  readonly memory: { readonly buffer: ArrayBuffer }
  _initialize(): void
  malloc(size: number): number
  free(address: number): void
  hb_blob_create(data: number, length: number, mode: number, user: number, free: number): number
  hb_blob_destroy(blob: number): void
  hb_blob_get_length(blob: number): number
  hb_blob_get_data(blob: number, length: number): number
  hb_face_create(blob: number, index: number): number
  hb_face_destroy(face: number): void
  hb_face_reference_blob(face: number): number
  hb_set_add(set: number, value: number): void
  hb_subset_input_create_or_fail(): number
  hb_subset_input_destroy(input: number): void
  hb_subset_input_unicode_set(input: number): number
  hb_subset_input_set(input: number, kind: number): number
  hb_subset_or_fail(face: number, input: number): number
}

/** `hb_memory_mode_t`: the font's bytes are ours, and stay as they are while they are read. */
const HB_MEMORY_MODE_READONLY = 1
/** `hb_subset_sets_t`. */
const HB_SUBSET_SETS_NAME_ID = 4
const HB_SUBSET_SETS_LAYOUT_FEATURE_TAG = 6

/** What the style sheet asks for, beside what HarfBuzz keeps by itself (kern, liga, calt, locl, mark …). */
const styled = ['onum', 'lnum', 'pnum', 'tnum', 'sups', 'smcp']

/** Licence and its address (OpenType `name`, 13 and 14) stay in the font, as the OFL wants to be seen. */
const nameIds = [13, 14]

let loaded: Promise<HarfbuzzSubset> | undefined

async function load(): Promise<HarfbuzzSubset> {
  const path = createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm')
  const { instance } = await WebAssembly.instantiate(await readFile(path), {})
  const harfbuzz = instance.exports as HarfbuzzSubset
  harfbuzz._initialize()
  return harfbuzz
}

/** Begins to load the subsetter, which takes some 30 ms, so that it is there when it is wanted. */
export function warmSubset(): void {
  // A failure is told by `subset`, which waits for the same promise.
  ;(loaded ??= load()).catch(() => undefined)
}

/**
 * The font cut down to some characters, with the glyphs that its `features` put in their place.
 * Throws where it is no font.
 */
export async function subset(
  font: Uint8Array,
  characters: ReadonlySet<number>,
  features: readonly string[] = styled,
): Promise<Uint8Array> {
  const hb = await (loaded ??= load())
  const data = hb.malloc(font.byteLength)
  new Uint8Array(hb.memory.buffer).set(font, data)
  const blob = hb.hb_blob_create(data, font.byteLength, HB_MEMORY_MODE_READONLY, 0, 0)
  const face = hb.hb_face_create(blob, 0)
  const input = hb.hb_subset_input_create_or_fail()
  try {
    const unicodes = hb.hb_subset_input_unicode_set(input)
    for (const character of characters) hb.hb_set_add(unicodes, character)
    const tags = hb.hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG)
    for (const feature of features) hb.hb_set_add(tags, tagOf(feature))
    const names = hb.hb_subset_input_set(input, HB_SUBSET_SETS_NAME_ID)
    for (const id of nameIds) hb.hb_set_add(names, id)
    return write(hb, face, input)
  } finally {
    hb.hb_subset_input_destroy(input)
    hb.hb_face_destroy(face)
    hb.hb_blob_destroy(blob)
    hb.free(data)
  }
}

function write(hb: HarfbuzzSubset, face: number, input: number): Uint8Array {
  const small = hb.hb_subset_or_fail(face, input)
  if (small === 0) throw new Error('HarfBuzz could not subset a font of the template')
  const blob = hb.hb_face_reference_blob(small)
  const length = hb.hb_blob_get_length(blob)
  const start = hb.hb_blob_get_data(blob, 0)
  const bytes = new Uint8Array(hb.memory.buffer).slice(start, start + length)
  hb.hb_blob_destroy(blob)
  hb.hb_face_destroy(small)
  if (length === 0) throw new Error('HarfBuzz could not read a font of the template')
  return bytes
}

/** `HB_TAG`: four letters in one number. */
const tagOf = (tag: string): number =>
  [...tag].reduce((value, letter) => value * 256 + letter.charCodeAt(0), 0)
