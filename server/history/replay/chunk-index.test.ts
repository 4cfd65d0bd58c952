import { expect, it } from 'vitest'
import { aQueue } from '@/lib/domain/testing/records'
import { openSqlite } from '@/server/testing/databases'
import { ChunkIndex } from './chunk-index'
import { chunksIn } from './find-chunks'
import { openHouse } from './testing/house'

it('knows every chunk as it stands now, while they grow, and of none that was too old and is deleted', async () => {
  const test = await openSqlite()
  const house = await openHouse(test)
  const index = new ChunkIndex(test.database, house.clock, 1)
  house.tables.queues.set('main|a', aQueue('a'))
  for (let step = 1; step <= 6; step += 1) {
    house.tables.queues.patch('main|a', { completed: step })
    await house.pass(40_000)
    expect(await index.all()).toEqual(await chunksIn(test.database, { from: 0, to: 8.64e15 }))
  }
  expect((await index.all()).length).toBeGreaterThan(2)
  const [, second] = await index.all()
  await test.database.db
    .deleteFrom('replay_chunks')
    .where('from_at', '<', second?.from ?? 0)
    .execute()
  expect(await index.all()).toEqual(await chunksIn(test.database, { from: 0, to: 8.64e15 }))
  await house.recorder.close()
  house.clock.advance(2 * 86_400_000)
  await test.database.db.deleteFrom('replay_chunks').execute()
  expect(await index.all()).toEqual([])
  await test.dispose()
})
