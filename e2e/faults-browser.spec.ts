import type { Page } from '@playwright/test'
import { startProxy, type TcpProxy } from './faults/tcp-proxy'
import { changeThings, expect, expectExact, expectFreshness, openWall, type Rig, test } from './faults/walls'
import { patiently } from './fixtures/patience'

/** What a screen, its network and its clock can do. */

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test.describe('a screen behind a cable that is pulled', () => {
  let proxy: TcpProxy
  test.afterEach(() => proxy.close())

  test('for 3 s: what happened meanwhile is there within 2 s of its return', async ({ rig, page }) => {
    proxy = await startProxy(new URL(rig.product.url))
    await openWall(page, proxy.url, rig.simulator)
    proxy.pull()
    await changeThings(rig)
    await wait(3_000)
    proxy.plugIn()
    await expectExact(page, rig.simulator, 2_000)
  })

  test('for 20 s: it says so within 5 s, is stale after 15 s, and exact within 2 s of the return', async ({
    rig,
    page,
  }) => {
    proxy = await startProxy(new URL(rig.product.url))
    await openWall(page, proxy.url, rig.simulator)
    proxy.pull()
    const pulledAt = Date.now()
    await changeThings(rig)
    await expectFreshness(page, /late|stale/, 5_000)
    await expectFreshness(page, /stale/, 16_500 - (Date.now() - pulledAt))
    await wait(20_000 - (Date.now() - pulledAt))
    proxy.plugIn()
    await expectExact(page, rig.simulator, 2_000)
  })
})

test('a screen that is told to be offline says so at once, and is exact within 2 s of being online', async ({
  rig,
  page,
}) => {
  await openWall(page, rig.product.url, rig.simulator)
  await page.context().setOffline(true)
  await expect(page.getByText('This screen has no network')).toBeVisible({ timeout: patiently(5_000) })
  await changeThings(rig)
  await page.context().setOffline(false)
  await expectExact(page, rig.simulator, 2_000)
})

test('a screen that slept is exact within 2 s of waking, its timers too', async ({ rig, page }) => {
  await openWall(page, rig.product.url, rig.simulator)
  const asleep = await renderersOf(page)
  for (const id of asleep) process.kill(id, 'SIGSTOP')
  await changeThings(rig)
  await wait(8_000)
  for (const id of asleep) process.kill(id, 'SIGCONT')
  await expectExact(page, rig.simulator, 2_000)
  await expectTrueTimers(page, rig)
})

/** Processes that run the pages of this test's browser: stopped, they miss time as a computer with a closed lid does. */
async function renderersOf(page: Page): Promise<number[]> {
  const browser = await page.context().browser()?.newBrowserCDPSession()
  const { processInfo } = (await browser?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] }
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id)
  expect(renderers).not.toEqual([])
  return renderers
}

/** The longest wait on the wall is the PBX's, to the second, and nothing runs backwards. */
async function expectTrueTimers(page: Page, { operator }: Rig): Promise<void> {
  // A page that waits for its turn ticks late, and is right when it does.
  await expect(async () => {
    const before = await longestWait(operator)
    const told = await page.locator('[data-queue=support] .now time').innerText()
    const after = await longestWait(operator)
    const [m = 0, s = 0] = told.split(':').map(Number)
    const seconds = 60 * m + s
    expect(seconds, `${told} on the wall, ${before} s at the PBX before`).toBeGreaterThanOrEqual(before - 1)
    expect(seconds, `${told} on the wall, ${after} s at the PBX after`).toBeLessThanOrEqual(after + 1)
  }).toPass({ timeout: patiently(2_000), intervals: [100] })
  const timers = await page.locator('.wall time').allInnerTexts()
  expect(timers.filter((text) => /^[-−]/.test(text))).toEqual([])
}

/** Makes the browser's own clock wrong, as nobody sets that of a television. */
async function setBrowserClock(page: Page, offMs: number): Promise<void> {
  await page.addInitScript((off) => {
    const RealDate = Date
    const now = () => RealDate.now() + off
    globalThis.Date = new Proxy(RealDate, {
      construct: (target, args) => Reflect.construct(target, args.length === 0 ? [now()] : args),
      get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
    })
  }, offMs)
}

for (const minutes of [10, -10]) {
  test(`a browser's clock that is ${minutes} min off leaves the timers within 1 s of the server's`, async ({
    rig,
    page,
  }) => {
    await setBrowserClock(page, minutes * 60_000)
    await openWall(page, rig.product.url, rig.simulator)
    await expectTrueTimers(page, rig)
  })
}

/** In whole seconds, as the PBX tells of support's callers. */
async function longestWait(operator: Rig['operator']): Promise<number> {
  const items = await operator.list({ Action: 'QueueStatus', Queue: 'support' })
  return Math.max(...items.filter((item) => item.get('Event') === 'QueueEntry').map((item) => Number(item.get('Wait'))))
}
