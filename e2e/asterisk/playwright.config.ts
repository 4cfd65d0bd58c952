import { defineConfig } from '@playwright/test'
import common from '../playwright.config'
import type { WorkerOptions } from './fixtures'
import { VERSIONS } from './rig/root'

const DELAYS = 'delays/*.spec.ts'

/** The browser and its settings are those of the other browser tests; each version is a project of its own. */
export default defineConfig<object, WorkerOptions>(common, {
  testDir: '.',
  testIgnore: [],
  outputDir: '../../test-results/asterisk',
  // Calls take the time that calls take: one test keeps a third of a core of two busy, with its product and its browser.
  workers: 5,
  timeout: 300_000,
  expect: { timeout: 40_000 },
  projects: [
    { name: 'rig', testMatch: ['truth/*.spec.ts', 'rig/*.spec.ts'] },
    ...VERSIONS.map((version) => ({
      name: `asterisk-${version}`,
      testMatch: '*.spec.ts',
      testIgnore: [DELAYS, 'truth/*.spec.ts', 'rig/*.spec.ts'],
      use: { asteriskVersion: version },
    })),
    // A measurement, no test: only when it is asked for, with nothing else beside it.
    ...(process.env.ASTERISK_DELAYS ? VERSIONS : []).map((version) => ({
      name: `delays-${version}`,
      testMatch: DELAYS,
      workers: 1,
      use: { asteriskVersion: version },
    })),
  ],
})
