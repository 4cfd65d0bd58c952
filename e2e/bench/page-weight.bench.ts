import { existsSync } from 'node:fs'
import { type CDPSession, chromium } from '@playwright/test'
import { ensureBuilt } from '../../server/launch/build.mjs'
import { startProduct } from '../fixtures/start-product'
import type { Bench, BenchRow } from './bench'

const TARGET_KB = 170
/** An empty Next app (targets.md). */
const EMPTY_NEXT_KB = 135
const SYSTEM_CHROMIUM = '/usr/bin/chromium'

/** F1: what JavaScript a browser fetches, compressed, until the wall is live. */
const bench: Bench = {
  id: 'F1',
  async run(report) {
    await ensureBuilt()
    const product = await startProduct()
    const executablePath = process.env.CHROMIUM_PATH ?? (existsSync(SYSTEM_CHROMIUM) ? SYSTEM_CHROMIUM : undefined)
    const browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath && { executablePath }) })
    try {
      const page = await browser.newPage()
      const scripts = await watchScripts(await page.context().newCDPSession(page))
      await page.goto(`${product.url}/wall`)
      await page.locator('.wall[data-freshness=live]').waitFor()
      await page.waitForLoadState('networkidle')
      for (const [url, bytes] of scripts)
        report(`${(bytes / 1024).toFixed(1).padStart(6)} KB  ${new URL(url).pathname}`)
      return [row([...scripts.values()].reduce((sum, bytes) => sum + bytes, 0) / 1024)]
    } finally {
      await browser.close()
      await product.stop()
    }
  },
}
export default bench

/** Bytes on the wire by address, for every script that arrives from now on. */
async function watchScripts(session: CDPSession): Promise<Map<string, number>> {
  const urls = new Map<string, string>()
  const bytes = new Map<string, number>()
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Script') urls.set(requestId, response.url)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const url = urls.get(requestId)
    if (url) bytes.set(url, encodedDataLength)
  })
  await session.send('Network.enable')
  return bytes
}

function row(kilobytes: number): BenchRow {
  return {
    id: 'F1',
    what: 'first-load JavaScript of the wall, compressed, as Chromium fetched it',
    ours: `${kilobytes.toFixed(1)} KB`,
    peer: `${EMPTY_NEXT_KB} KB (an empty Next app)`,
    ratio: kilobytes / TARGET_KB,
    target: `≤ ${TARGET_KB} KB`,
    met: kilobytes <= TARGET_KB,
  }
}
