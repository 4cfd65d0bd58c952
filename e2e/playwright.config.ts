import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

/** Where Debian and its kin install Chromium; without it Playwright's own download is used. */
const SYSTEM_CHROMIUM = '/usr/bin/chromium'
const chromium = process.env.CHROMIUM_PATH ?? (existsSync(SYSTEM_CHROMIUM) ? SYSTEM_CHROMIUM : undefined)

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  // They need a real Asterisk and bring a configuration of their own.
  testIgnore: ['asterisk/**', '**/node_modules/**'],
  outputDir: '../test-results/browser',
  fullyParallel: false,
  // A browser, the product and its PBX use half a core of two: most of the time all of them wait for something to happen.
  workers: Number(process.env.E2E_WORKERS ?? 2),
  // Only what hangs is to fail: how fast a busy machine is says nothing of whether the product is right.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE === undefined ? 'list' : [['list'], ['json']],
  use: {
    browserName: 'chromium',
    viewport: { width: 1920, height: 1080 },
    // A colour half way to another would be weighed as one that is too pale.
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(chromium === undefined ? {} : { executablePath: chromium }),
      args: ['--no-sandbox', ...quiet],
    },
  },
})
