import fc from 'fast-check'
import { expect } from 'vitest'
import type { Visit } from '@/lib/domain/visit'
import type { Database } from '@/server/db/types'
import { silentLog } from '@/server/socket/testing/wallboard'
import { FixedClock } from '@/server/testing/fixed-clock'
import { Keeper } from '../../keeping/keeper'
import { VisitWriter } from '../../visits/visit-writer'

/** Where days begin. Those of Berlin may have 25 hours; those of Kathmandu begin on a quarter. */
export const someDays = {
  zone: fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kathmandu'),
  startMs: fc.constantFrom(0, 5.5 * 3_600_000),
}

/** Takes one step after the other; after each of them, and once more at last, the whole is asked for. */
export async function takeEach<Step>(steps: readonly Step[], whole: Step, take: (step: Step) => Promise<void>) {
  for (const one of [...steps, whole]) {
    await take(one)
    // The same days again, which are kept by now for the most part.
    await take(whole)
  }
}

/** Writes visits as the server does, or as they are by now. */
export async function writeVisits(database: Database, visits: readonly Visit[], now: number): Promise<void> {
  const writer = new VisitWriter({ database, clock: new FixedClock(now), log: silentLog })
  for (const visit of visits) writer.put(visit)
  await writer.close()
  expect(writer.state).toMatchObject({ waiting: 0, error: null })
}

/** Lets go of all that is older than so many days. */
export async function retain(database: Database, keepDays: number, now: number): Promise<void> {
  const keeper = new Keeper({ database, clock: new FixedClock(now), log: silentLog, keepDays, replayDays: 0 })
  while (await keeper.tidy());
  keeper.close()
}
