import { setTimeout as sleep } from 'node:timers/promises'

export interface TurnsOptions {
  /** Requests that are under way at once, over all hosts. */
  readonly atOnce: number
  /** Milliseconds between the end of a request and the next to the same host. */
  readonly pause: number
  readonly signal: AbortSignal
}

/** Whose turn it is: one request at a time to a host, with a pause between, and a few in all. */
export interface Turns {
  /** Runs `task` when it is the host's turn. */
  readonly take: <T>(host: string, task: () => Promise<T>) => Promise<T>
  /** Nothing is asked of a host for so many milliseconds, whoever waits. */
  readonly holdOff: (host: string, milliseconds: number) => void
}

export function takeTurns({ atOnce, pause, signal }: TurnsOptions): Turns {
  const last = new Map<string, Promise<unknown>>()
  const held = new Map<string, Promise<void>>()
  const waiting: (() => void)[] = []
  let free = atOnce

  const rest = (milliseconds: number): Promise<void> =>
    // Cut short where everything ends: what waits is then refused by the request itself.
    sleep(milliseconds, undefined, { signal }).catch(() => {})

  /** A promise's place at the end of a host's row. */
  function queue<T>(host: string, task: () => Promise<T>): Promise<T> {
    const turn = (last.get(host) ?? Promise.resolve()).then(task)
    last.set(
      host,
      turn.catch(() => {}),
    )
    return turn
  }

  return {
    take: (host, task) => {
      const turn = queue(host, async () => {
        await held.get(host)
        // Who has a slot waits for nothing but its own request, so slots always come free.
        if (free > 0) free--
        else await new Promise<void>((resolve) => waiting.push(resolve))
        try {
          return await task()
        } finally {
          const next = waiting.shift()
          if (next === undefined) free++
          else next()
        }
      })
      void queue(host, () => rest(pause))
      return turn
    },
    holdOff: (host, milliseconds) => void held.set(host, rest(milliseconds)),
  }
}
