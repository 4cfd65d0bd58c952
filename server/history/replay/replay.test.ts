import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { applyDiff } from '@/lib/diff/apply'
import { emptyLiveState, type LiveState } from '@/lib/domain/live-state'
import { SEED } from '@/lib/domain/testing/random'
import type { Rights } from '@/server/socket/rights'
import { databases, type TestDatabase } from '@/server/testing/databases'
import { Seeded } from '@/server/testing/model/seeded'
import { ChunkReader } from './chunk-reader'
import { Replay } from './replay'
import { EVERYTHING, plainPicture, recordDay } from './testing/recorded-day'

const MASKED: Rights = { scope: null, queues: null, parts: [], maskNumbers: true }
const SALES: Rights = { scope: ['sales'], queues: null, parts: [], maskNumbers: true }
const PEOPLE = [EVERYTHING, MASKED, SALES]

describe.each(databases)('a day that is played again ($kind)', ({ open }) => {
  let test: TestDatabase
  beforeEach(async () => {
    test = await open()
  })
  afterEach(() => test.dispose())

  it.each(['22', '16'] as const)('shows at every moment what everybody saw then (Asterisk %s)', async (version) => {
    const { seen, recorder } = await recordDay(test, version, PEOPLE)
    const replay = new Replay(test.database, new ChunkReader(test.database, null))
    const random = new Seeded(SEED)
    const looks = random.shuffle(seen).slice(0, 60)
    for (const { at, rights, picture } of looks) {
      const found = await replay.at(at, rights)
      expect(found && plainPicture(found), `seed ${SEED}`).toEqual(picture)
    }
    expect(new Set(looks.map(({ rights }) => rights)).size).toBe(3)
    expect(looks.filter(({ picture }) => Object.keys(picture.callers ?? {}).length > 0).length).toBeGreaterThan(5)
    await recorder.close()
  })

  it('leads from any moment to any later one by what changed in between, for everybody', async () => {
    const { seen, recorder } = await recordDay(test, '22', PEOPLE)
    const replay = new Replay(test.database, new ChunkReader(test.database, recorder.run))
    const random = new Seeded(SEED)
    for (const rights of PEOPLE) {
      const own = seen.filter((one) => one.rights === rights)
      for (let round = 0; round < 5; round += 1) {
        const first = random.below(own.length - 1)
        const from = own[first]
        const to = own[first + 1 + random.below(own.length - first - 1)]
        if (!from || !to) throw new Error('there is nobody')
        const played = await replay.play({ from: from.at, to: to.at }, rights)
        if (!played) throw new Error('nothing is kept')
        let state = { ...emptyLiveState(), ...from.picture } as LiveState
        for await (const one of played) if ('diff' in one) state = applyDiff(state, one.diff)
        const { queues, members, callers, trends, kpis } = state
        expect({ queues, members, callers, trends, kpis }, `seed ${SEED}`).toEqual(to.picture)
      }
    }
    await recorder.close()
  })
})
