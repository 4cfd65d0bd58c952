import { expect, it } from 'vitest'
import { silentLog } from '@/server/socket/testing/wallboard'
import { FixedClock } from '@/server/testing/fixed-clock'
import { BatchWriter } from './batch-writer'

it('an hour of a database that answers slowly and with an error leaves no queue of tries behind, so that an end is quick', async () => {
  const clock = new FixedClock()
  const fails: (() => void)[] = []
  const upsert = () => new Promise<void>((_, reject) => fails.push(() => reject(new Error('database is locked'))))
  const writer = new BatchWriter<string>({ what: 'rows', upsert, clock, log: silentLog })
  writer.put('1', 'a row')
  clock.advance(3_600_000)
  const closed = writer.close()
  for (const tries of [1, 2]) {
    await expect.poll(() => fails.length).toBe(tries)
    fails.at(-1)?.()
  }
  await closed
  expect(fails).toHaveLength(2)
  expect(writer.state).toMatchObject({ waiting: 1, lost: 0, error: 'database is locked' })
})
