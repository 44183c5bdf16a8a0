/** Runs tasks one after another, in the order in which they were asked for. */
export type Queue = <T>(task: () => Promise<T>) => Promise<T>

/** Makes an empty queue. A task that fails does not stop the ones behind it. */
export function openQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => {
    const answer = last.then(task)
    last = answer.catch(() => undefined)
    return answer
  }
}
