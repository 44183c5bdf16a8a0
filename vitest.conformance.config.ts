import { defineConfig, mergeConfig } from 'vitest/config'
import config from './vitest.config.ts'

/** The longer checks, with independent programs; each is skipped loudly where its program is absent. */
export default defineConfig(() => {
  const merged = mergeConfig(
    config,
    defineConfig({ test: { testTimeout: 600_000, fileParallelism: false } }),
  )
  merged.test.include = ['test/conformance/*.conformance.ts']
  return merged
})
