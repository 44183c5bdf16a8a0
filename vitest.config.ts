import { defineConfig } from 'vitest/config'

/** Counts for a machine to read, where one asks for them. */
const json = process.env['VITEST_JSON']

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    reporters: json === undefined ? ['default'] : ['default', 'json'],
    ...(json === undefined ? {} : { outputFile: { json } }),
  },
})
