import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aCaller, aQueue } from '@/lib/domain/testing/records'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { numberKey } from '../number-key'
import { ChunkReader } from './chunk-reader'
import { forgetInReplay } from './forget-in-replay'
import { unpackText } from './pack'
import { Replay } from './replay'
import { openHouse } from './testing/house'
import { EVERYTHING, plainPicture } from './testing/recorded-day'

const KEY = numberKey('+49 170 1234567') ?? ''
const CHANNEL = 'Local/01701234567@out-0000000a;1'

describe.each(databases)('a caller who is to be forgotten ($kind)', ({ open }) => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await open()
  })
  afterEach(() => test.dispose())

  const texts = async () => {
    const rows = await test.database.db.selectFrom('replay_chunks').select(['data', 'numbers']).execute()
    return (await Promise.all(rows.map(async ({ data, numbers }) => `${numbers}\n${await unpackText(data)}`))).join('')
  }

  it('is taken out of every chunk, number, name and channel; the place in the line stays', async () => {
    const house = await openHouse(test)
    const support = aQueue('support')
    house.tables.queues.set(support.id, support)
    const tom = aCaller('support', '1', { number: '+49 170 1234567', name: 'Tom O’Brien', channel: CHANNEL })
    const eve = aCaller('support', '2', { number: '0301112233', name: 'Eve' })
    for (const caller of [tom, eve]) house.tables.callers.set(caller.id, caller)
    await house.pass(120_000)
    // The name is told anew in a chunk that has no number, and the picture after it has both.
    house.tables.callers.patch(tom.id, { name: 'Thomas', position: 2 })
    const middle = await house.pass(600_000)
    expect(await texts()).toMatch(/Thomas[\s\S]*1234567/)
    await house.recorder.close()
    expect(await forgetInReplay(test.database, KEY, 0)).toMatchObject({ growing: 0 })
    expect(await texts()).not.toMatch(/1234567|Thomas|Tom/)
    expect(await texts()).toContain('0301112233')
    const picture = await new Replay(test.database, new ChunkReader(test.database, null)).at(middle, EVERYTHING)
    expect(picture && plainPicture(picture).callers).toMatchObject({
      [tom.id]: { number: null, name: null, position: 2, joinedAt: tom.joinedAt },
      [eve.id]: eve,
    })
  })

  it('is told of while the chunk still grows, and forgotten once it is done', async () => {
    const house = await openHouse(test)
    const caller = aCaller('support', '1', { number: '01701234567' })
    house.tables.callers.set(caller.id, caller)
    await house.pass(3_000)
    expect(await forgetInReplay(test.database, KEY, 0)).toEqual({ chunks: 0, growing: 1 })
    house.tables.callers.delete(caller.id)
    await house.pass(70_000)
    expect(await forgetInReplay(test.database, KEY, 0)).toEqual({ chunks: 1, growing: 0 })
    expect(await texts()).not.toContain('1701234567')
    await house.recorder.close()
  })
})
