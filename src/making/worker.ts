// The thread beside the main one: makes what it is asked for, one edition after the other.
import { parentPort } from 'node:worker_threads'
import { make, type Order } from './make.ts'

/** What the main thread sends: the number of an order and the order, or the kinds to make ready for. */
export type Asked =
  { readonly id: number; readonly order: Order } | { readonly ready: readonly Order['kind'][] }

let queue: Promise<void> = Promise.resolve()

parentPort?.on('message', (asked: Asked) => {
  queue = queue.then(() => answer(asked))
})

async function answer(asked: Asked): Promise<void> {
  if ('ready' in asked) {
    // The makers' code is read and compiled while the manuscript is.
    if (asked.ready.includes('word')) await import('../word/word.ts').then(({ warmUp }) => warmUp())
    if (asked.ready.includes('epub')) await import('../epub/epub.ts').then(({ warmUp }) => warmUp())
    return
  }
  const { id, order } = asked
  try {
    parentPort?.postMessage({ id, made: await make(order) })
  } catch (error) {
    parentPort?.postMessage({ id, error })
  }
}
