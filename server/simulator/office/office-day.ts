import type { Day } from '../day/day'
import { Pace } from '../day/pace'
import { createRandom } from '../random'
import { startConferences } from './conferences'
import { startMessages } from './messages'
import type { Office } from './office'
import { startOfficeCalls } from './office-calls'
import type { OfficeDay } from './office-pace'
import { startPresence } from './presences'
import { startTrunks } from './trunk-faults'

/** With the seed that is usual, somebody is parked and some people confer at the start of the live day. */
const BEGINS_WELL = 19

/** The offices go on beside the queues; their random numbers are not those of the queues. */
export function startOfficeDay({ pbx, pace }: Day, office: Office, seed: number): void {
  const own = new Pace(createRandom(seed + BEGINS_WELL), pace)
  const day: OfficeDay = { pbx, pace: own, office }
  startOfficeCalls(day)
  startConferences(day)
  startMessages(day)
  startPresence(day)
  startTrunks(day)
}
