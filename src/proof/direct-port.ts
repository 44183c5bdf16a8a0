type Listener = (event: { readonly data: unknown }) => void

/**
 * Joins the two halves of pdf.js where both run in this thread. Its own (`LoopbackPort`) copies every
 * message through `structuredClone`, as if it went to another thread: a third of all the time.
 */
export class DirectPort {
  readonly #listeners = new Set<Listener>()

  postMessage(message: unknown): void {
    const event = { data: withOwnLists(message) }
    queueMicrotask(() => {
      for (const listener of [...this.#listeners]) listener.call(this, event)
    })
  }

  addEventListener(
    _type: string,
    listener: Listener,
    { signal }: { readonly signal?: AbortSignal } = {},
  ): void {
    this.#listeners.add(listener)
    signal?.addEventListener('abort', () => this.#listeners.delete(listener))
  }

  removeEventListener(_type: string, listener: Listener): void {
    this.#listeners.delete(listener)
  }

  terminate(): void {
    this.#listeners.clear()
  }
}

/** A piece of an operator list with arrays of its own, since their sender empties them to use them again. */
function withOwnLists(message: unknown): unknown {
  if (!hasChunk(message)) return message
  const { chunk } = message
  const { fnArray, argsArray } = chunk
  return { ...message, chunk: { ...chunk, fnArray: fnArray.slice(), argsArray: argsArray.slice() } }
}

interface WithChunk {
  readonly chunk: { readonly fnArray: unknown[]; readonly argsArray: unknown[] }
}

const hasChunk = (message: unknown): message is WithChunk =>
  typeof message === 'object' &&
  message !== null &&
  'chunk' in message &&
  typeof message.chunk === 'object' &&
  message.chunk !== null &&
  'fnArray' in message.chunk
