import { expect, test } from 'vitest'
import { FAMILIES } from '@/lib/domain/live-state'
import { ModelRun } from './model-run'
import { pictureOfPbx, pictureOfStore } from './pictures'

const SEEDS = 1000
const STEPS = 60

async function holds(seed: number): Promise<void> {
  const run = new ModelRun(seed)
  // Half of them are met in the middle of a first load, and every fourth PBX is also changed behind our back.
  if (seed % 2 === 0) await run.drain()
  await run.run(STEPS, seed % 4 === 0)
  await run.drain()
  const healed = await run.audit()
  const say = `seed ${seed}`
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
  for (let seed = 1; seed <= SEEDS; seed++) await holds(seed)
})

test('seed 702: a join that trails a list leaves the caller where the list has put them', async () => {
  await holds(702)
})
