import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))

export default defineConfig({
  resolve: { alias: [{ find: /^@\//, replacement: root }] },
  test: {
    include: ['{app,components,lib,server}/**/*.test.{ts,tsx}'],
    // Components ask for a DOM by a comment of their own; everything else runs in Node.
    environment: 'node',
    maxWorkers: '100%',
    // Only what hangs is to fail: how fast a busy machine is says nothing of whether the product is right.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    setupFiles: ['components/testing/patience.ts'],
  },
})
