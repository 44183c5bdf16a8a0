import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Warned } from '../diagnostic/diagnostic.ts'
import type { Edition, EditionKind } from '../edition.ts'
import { make, type Order } from './make.ts'
import type { Asked } from './worker.ts'

/** Where editions other than print are made: in a thread beside the one in which print is. */
export interface Workshop {
  make(order: Order): Promise<Warned<Edition | undefined>>
  close(): Promise<void>
}

type Answer =
  | { readonly id: number; readonly made: Warned<Edition | undefined> }
  | { readonly id: number; readonly error: unknown }

/** Beside the bundle; run from its source, the program has no second thread. */
const workerFile = fileURLToPath(new URL('./worker.js', import.meta.url))

/**
 * Opens a workshop for some kinds of editions and returns at once: the thread beside gets ready
 * while the manuscript is read. Where print alone is wanted there is none. Same bytes either way.
 */
export function openWorkshop(kinds: readonly EditionKind[]): Workshop {
  const others = kinds.filter((kind) => kind !== 'print')
  if (others.length === 0 || !existsSync(workerFile))
    return { make, close: () => Promise.resolve() }
  const worker = new Worker(workerFile)
  const open = new Map<
    number,
    { resolve: (made: Warned<Edition | undefined>) => void; reject: (error: unknown) => void }
  >()
  let orders = 0
  const send = (asked: Asked): void => worker.postMessage(asked)
  worker.on('message', (answer: Answer) => {
    const waiting = open.get(answer.id)
    open.delete(answer.id)
    if ('error' in answer) waiting?.reject(answer.error)
    else waiting?.resolve(answer.made)
  })
  worker.on('error', (error) => {
    for (const { reject } of open.values()) reject(error)
  })
  send({ ready: others })
  return {
    make(order) {
      const id = orders++
      return new Promise((resolve, reject) => {
        open.set(id, { resolve, reject })
        send({ id, order })
      })
    },
    close: async () => {
      await worker.terminate()
    },
  }
}
