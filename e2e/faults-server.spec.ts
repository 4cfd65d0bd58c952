import { freePort } from './asterisk/rig/ports'
import { changeThings, expect, expectExact, expectFreshness, openWall, test } from './faults/walls'
import { startProduct } from './fixtures/start-product'

test('a server that is killed and started again has every screen exact within 10 s', async ({ rig, context }) => {
  const env = { ...rig.env, CALLBOARD_PORT: String(await freePort()) }
  const first = await startProduct({ env })
  const walls = await Promise.all([0, 1, 2].map(() => context.newPage()))
  for (const wall of walls) await openWall(wall, first.url, rig.simulator)
  await first.stop('SIGKILL')
  for (const wall of walls) {
    await expectFreshness(wall, /stale/, 5_000)
    await expect(wall.getByText('No answer from the server')).toBeVisible()
  }
  await changeThings(rig)
  const second = await startProduct({ env })
  const since = Date.now()
  for (const wall of walls) await expectExact(wall, rig.simulator, 10_000 - (Date.now() - since))
  await second.stop()
})
