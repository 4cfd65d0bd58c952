import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { LINK_WAYS, type LinkWay } from '@/lib/domain/link'
import { createAmiConnection } from '@/server/ami/connection'
import type { AmiConnection } from '@/server/ami/types'
import { startProduct } from '../../fixtures/start-product'
import { accountBy, expect, portOf, test } from '../fixtures'
import { readLink } from '../product/picture'
import type { Asterisk } from '../rig/asterisk'

const EVENTS = 40

/**
 * From the moment a pause is sent to Asterisk, over a connection of its own, to the moment the wall in the browser shows
 * it, by each way: `ASTERISK_DELAYS=1 node e2e/asterisk/run.mjs --project delays-22 --project delays-16`.
 */
test('delay of an event to the browser, by each way', async ({ asterisk, page }) => {
  test.setTimeout(300_000)
  const admin = createAmiConnection({
    ...{ host: '127.0.0.1', port: asterisk.ami, username: 'admin', secret: 'admin-secret' },
  })
  admin.start()
  await expect.poll(() => admin.status.state).toBe('ready')
  const lines = []
  for (const way of LINK_WAYS) lines.push(`${way.padEnd(8)} ${told(await measure(asterisk, way, admin, page))}`)
  await admin.close()
  console.log(`event to browser, Asterisk ${asterisk.version}, ${EVENTS} events, ms\n${lines.join('\n')}`)
  expect(lines).toHaveLength(LINK_WAYS.length)
})

async function measure(asterisk: Asterisk, way: LinkWay, admin: AmiConnection, page: Page): Promise<number[]> {
  const env = accountBy(way, portOf(asterisk, way), asterisk)
  const product = await startProduct({ env: { ...env, CALLBOARD_LOG_LEVEL: 'warn' } })
  await expect.poll(async () => (await readLink(product.url)).state).toBe('live')
  await page.goto(`${product.url}/wall`)
  const figure = page.locator('[data-queue=support] .crew [title=paused] .fig')
  await expect(figure).toHaveText('0')
  const shown = await figure.evaluateHandle((node) => {
    const times: number[] = []
    new MutationObserver(() => times.push(Date.now())).observe(node, {
      characterData: true,
      childList: true,
      subtree: true,
    })
    return times
  })
  const sent: number[] = []
  for (let event = 0; event < EVENTS; event++) {
    // Not in step with anything that goes on by itself.
    await pause(200 + Math.random() * 300)
    sent.push(Date.now())
    const headers = { Queue: 'support', Interface: 'PJSIP/101', Paused: event % 2 === 0 ? 'true' : 'false' }
    await admin.send({ action: 'QueuePause', headers })
    await expect.poll(() => shown.evaluate((times) => times.length), { intervals: [20] }).toBe(event + 1)
  }
  const times = await shown.jsonValue()
  await page.goto('about:blank')
  await product.stop()
  return times.map((time, event) => time - (sent[event] as number))
}

function told(times: number[]): string {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (part: number) => String(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]).padStart(4)
  return `p50 ${at(0.5)}  p95 ${at(0.95)}  most ${at(1)}`
}
