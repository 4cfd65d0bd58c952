import { existsSync } from 'node:fs'
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test'
import { ensureBuilt } from '../../server/launch/build.mjs'
import { signIn } from '../fixtures/sign-in'
import { type Product, startProduct } from '../fixtures/start-product'
import type { Bench, BenchRow } from './bench'

const TARGET_KB = 170
/** An empty Next app (targets.md). */
const EMPTY_NEXT_KB = 135
const SYSTEM_CHROMIUM = '/usr/bin/chromium'

/** Pages for people have no budget; their weight is told so that its growth shows. */
const DESK_PAGES = ['/sign-in', '/me', '/supervise', '/admin']

/** F1: what JavaScript a browser fetches, compressed, until the wall is live; the pages for people beside it. */
const bench: Bench = {
  id: 'F1',
  async run(report) {
    await ensureBuilt()
    const product = await startProduct()
    const executablePath = process.env.CHROMIUM_PATH ?? (existsSync(SYSTEM_CHROMIUM) ? SYSTEM_CHROMIUM : undefined)
    const browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath && { executablePath }) })
    try {
      const wall = await weigh(await browser.newPage(), `${product.url}/wall`, '.wall[data-freshness=live]', report)
      const rows = [wallRow(wall)]
      for (const path of DESK_PAGES) rows.push(deskRow(path, await weighForAdmin(browser, product, path)))
      return rows
    } finally {
      await browser.close()
      await product.stop()
    }
  },
}
export default bench

/** A browser of its own each time, so that no script is there already. */
async function weighForAdmin(browser: Browser, product: Product, path: string): Promise<number> {
  const context = await browser.newContext()
  if (path !== '/sign-in') await signIn(product, context.request, 'admin')
  const kilobytes = await weigh(await context.newPage(), product.url + path, 'main')
  await context.close()
  return kilobytes
}

async function weigh(page: Page, url: string, ready: string, report?: (line: string) => void): Promise<number> {
  const scripts = await watchScripts(await page.context().newCDPSession(page))
  await page.goto(url)
  await page.locator(ready).waitFor()
  await page.waitForLoadState('networkidle')
  for (const { address, bytes } of scripts.values())
    report?.(`${(bytes / 1024).toFixed(1).padStart(6)} KB  ${new URL(address).pathname}`)
  return [...scripts.values()].reduce((sum, { bytes }) => sum + bytes, 0) / 1024
}

/** Every script that arrives from now on, with the bytes that came for it: its compressed body and the answer's headers. */
async function watchScripts(session: CDPSession): Promise<Map<string, { address: string; bytes: number }>> {
  const scripts = new Map<string, { address: string; bytes: number }>()
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Script') scripts.set(requestId, { address: response.url, bytes: 0 })
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const script = scripts.get(requestId)
    if (script) script.bytes = encodedDataLength
  })
  await session.send('Network.enable')
  return scripts
}

function wallRow(kilobytes: number): BenchRow {
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

function deskRow(path: string, kilobytes: number): BenchRow {
  return {
    id: 'F1',
    what: `the same of ${path}`,
    ours: `${kilobytes.toFixed(1)} KB`,
    peer: `${EMPTY_NEXT_KB} KB (an empty Next app)`,
    ratio: kilobytes / EMPTY_NEXT_KB,
    target: 'none',
    met: true,
  }
}
