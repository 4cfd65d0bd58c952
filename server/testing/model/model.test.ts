import { expect, test } from 'vitest'
import type { LinkWay } from '@/lib/domain/link'
import { FAMILIES } from '@/lib/domain/live-state'
import { seeds } from '@/lib/domain/testing/random'
import { HTTP_WAYS } from '@/server/ami/http/target'
import { ModelRun } from './model-run'
import { pictureOfPbx, pictureOfStore } from './pictures'

const SEEDS = 1000
/** For each of four ways, which differ in nothing that the store could notice. */
const HTTP_SEEDS = 100
const STEPS = 60

async function holds(seed: number, way?: LinkWay): Promise<void> {
  const run = new ModelRun(seed, way)
  // Half of them are met in the middle of a first load, and every fourth PBX is also changed behind our back.
  if (seed % 2 === 0) await run.drain()
  await run.run(STEPS, seed % 4 === 0)
  await run.drain()
  const healed = await run.audit()
  const say = `seed ${seed} ${way ?? ''}`
  if (!run.silent) expect(healed, `${say}: ${run.warnings.join(' ')}`).toBe(0)
  expect(pictureOfStore(run.store.tables), say).toEqual(pictureOfPbx(run.pbx))
  for (const family of FAMILIES) {
    expect(Object.fromEntries(run.store.tables[family].entries()), `${say}: client`).toEqual({ ...run.client[family] })
  }
  expect(run.connection.restarts, say).toEqual([])
  await run.session.close()
  expect(run.store.tables.members.size, say).toBe(0)
}

test(`whatever happens between and during the lists, the store ends as the PBX is (${SEEDS} seeds)`, {
  timeout: 180_000,
}, async () => {
  for (const seed of seeds(SEEDS)) await holds(seed)
})

test.each(HTTP_WAYS)(
  `over HTTP, where events and lists come by requests that overtake one another: /%s (${HTTP_SEEDS} seeds)`,
  {
    timeout: 180_000,
  },
  async (way) => {
    for (const seed of seeds(HTTP_SEEDS)) await holds(seed, way)
  },
)
