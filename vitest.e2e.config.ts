import { defineConfig } from 'vitest/config'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['test/e2e/**/*.test.ts'],
    globalSetup: 'test/postgres.ts',
    env: { LOG_LEVEL: 'error' },
    testTimeout: 400_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    maxConcurrency: 3,
  },
})
