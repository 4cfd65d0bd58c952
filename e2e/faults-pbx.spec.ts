import type { Page } from '@playwright/test'
import {
  changeThings,
  expect,
  expectExact,
  expectFreshness,
  openWall,
  type Rig,
  test,
  watchFreshness,
} from './faults/walls'
import { patiently } from './fixtures/patience'

/** What the PBX and the way to it can do to the product. */

type Link = { state: string; since: number; error: string | null }

async function linkOf({ product }: Rig): Promise<Link> {
  const response = await fetch(`${product.url}/api/v1/pbx`)
  const { items } = (await response.json()) as { items: Link[] }
  const [link] = items
  if (!link) throw new Error('The product knows no PBX.')
  return link
}

/** How many connections to the server a page has opened so far. */
function countSockets(page: Page): () => number {
  let opened = 0
  page.on('websocket', () => {
    opened += 1
  })
  return () => opened
}

test('a half-open link is noticed by ping within 10 s, and every screen says so within 12 s', async ({
  rig,
  page,
  context,
}) => {
  const { simulator, product } = rig
  const other = await context.newPage()
  for (const wall of [page, other]) await openWall(wall, product.url, simulator)
  simulator.goSilent()
  const since = Date.now()
  await expect
    .poll(async () => (await linkOf(rig)).state, { timeout: patiently(10_000), intervals: [100] })
    .not.toBe('live')
  for (const wall of [page, other]) {
    await expectFreshness(wall, /stale/, 12_000 - (Date.now() - since))
    await expect(wall.locator('.notice')).toContainText('Not live')
  }
  simulator.speakAgain()
  for (const wall of [page, other]) await expectExact(wall, simulator, 25_000)
})

test('a reset link is said within 2 s, and one login each brings it back, exact', async ({ rig, page }) => {
  const { simulator, product } = rig
  await openWall(page, product.url, simulator)
  const { logins } = simulator.stats()
  const seen = await watchFreshness(page)
  simulator.reset()
  await expect.poll(seen, { timeout: patiently(2_000), intervals: [50] }).toContain('stale')
  await expectExact(page, simulator, 10_000)
  expect(simulator.stats().logins).toBe(logins + 1)
})

test('a refused login is said, and not tried again and again', async ({ rig, page }) => {
  const { simulator, product } = rig
  await openWall(page, product.url, simulator)
  simulator.refuseLogins(true)
  simulator.reset()
  await expect(page.getByText('does not let us in').first()).toBeVisible({ timeout: patiently(10_000) })
  // One that is merely lost is tried again within 15 s.
  const { items } = await (await fetch(`${product.url}/api/v1/pbx`)).json()
  expect(items).toMatchObject([{ state: 'refused' }])
  expect(items[0].nextTryAt - items[0].since).toBeGreaterThan(30_000)
})

test('after a restart no caller, call or counter of before is left, 2 s after the link is back', async ({
  rig,
  page,
}) => {
  const { simulator, product } = rig
  await openWall(page, product.url, simulator)
  const { since } = await linkOf(rig)
  simulator.restart()
  // It may be back before anybody has looked.
  const stands = async () => {
    const link = await linkOf(rig)
    return link.since === since ? 'as before' : link.state
  }
  await expect.poll(stands, { timeout: patiently(2_000), intervals: [20] }).not.toBe('as before')
  await expect.poll(stands, { timeout: patiently(20_000), intervals: [50] }).toBe('live')
  await expectExact(page, simulator, 2_000)
  const { items } = (await (await fetch(`${product.url}/api/v1/calls`)).json()) as { items: unknown[] }
  expect(items).toEqual([])
})

test('junk costs at most a message: the link stays and what follows is right', async ({ rig, page }) => {
  const { simulator, product } = rig
  await openWall(page, product.url, simulator)
  const { accepted } = simulator.stats()
  const seen = await watchFreshness(page)
  for (let seed = 1; seed <= 20; seed++) {
    const bytes = Buffer.from(Array.from({ length: 50 * seed }, (_, index) => (index * index * seed + seed) % 256))
    simulator.junk(Buffer.concat([bytes, Buffer.from('\r\n\r\n')]))
  }
  rig.operator.close() // it heard the junk too
  const { AmiClient } = await import('@/server/simulator/testing/ami-client')
  const operator = await AmiClient.login(simulator)
  await changeThings({ ...rig, operator })
  operator.close()
  await expectExact(page, simulator, 2_000)
  expect(await seen()).toEqual([])
  expect(simulator.stats().accepted).toBe(accepted + 1)
})

test('a stall and then 50,000 events at once disconnect nobody, and the picture is exact', async ({
  rig,
  context,
}, info) => {
  const { simulator, product, operator } = rig
  operator.pause()
  const walls = await Promise.all([0, 1, 2].map(() => context.newPage()))
  const sockets = walls.map(countSockets)
  for (const wall of walls) await openWall(wall, product.url, simulator)
  const seen = await Promise.all(walls.map(watchFreshness))
  const { accepted } = simulator.stats()
  await simulator.stallThenBurst(50_000, 500)
  for (const wall of walls) await expectExact(wall, simulator, 10_000)
  expect(sockets.map((opened) => opened())).toEqual([1, 1, 1])
  for (const freshness of seen) expect(await freshness()).not.toContain('stale')
  expect(simulator.stats().accepted).toBe(accepted)
  const metrics = await (await fetch(`${product.url}/metrics`)).text()
  // Told, not judged: machines differ, and speed is the benchmarks' business.
  for (const name of ['nodejs_eventloop_lag_p99_seconds', 'nodejs_heap_size_used_bytes']) {
    const value = metrics.match(new RegExp(`^${name} (\\S+)$`, 'm'))?.[1]
    expect(value, name).toBeDefined()
    info.annotations.push({ type: name, description: value ?? '' })
  }
})
