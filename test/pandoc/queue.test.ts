import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openQueue } from '../../src/pandoc/queue.ts'

test('begins a task only when the one before it has ended', async () => {
  const queue = openQueue()
  const seen: string[] = []
  const task = (name: string, milliseconds: number) => async () => {
    seen.push(`${name} begins`)
    await wait(milliseconds)
    seen.push(`${name} ends`)
  }
  await Promise.all([queue(task('slow', 20)), queue(task('quick', 0))])
  expect(seen).toEqual(['slow begins', 'slow ends', 'quick begins', 'quick ends'])
})

test('goes on after a task that failed', async () => {
  const queue = openQueue()
  const failed = queue(() => Promise.reject(new Error('no')))
  const next = queue(() => Promise.resolve('yes'))
  await expect(failed).rejects.toThrow('no')
  expect(await next).toBe('yes')
})
