import { openOffice } from '../office/office'
import { startOfficeDay } from '../office/office-day'
import type { QueueSpec } from '../options'
import type { Pbx } from '../pbx/pbx'
import type { Queue } from '../pbx/records'
import { startAgent } from './agents'
import { startArrivals } from './arrivals'
import type { Day } from './day'
import { startDispatch } from './dispatch'
import { Load } from './load'
import { Pace } from './pace'
import { naturalStream } from './rush'
import { staff } from './staff'

type LiveDayOptions = {
  specs: readonly QueueSpec[]
  callsPerHour?: number | undefined
  eventsPerSecond?: number | undefined
  speed: number
  seed: number
}

/** A day that goes on by itself; `goLive` once the past is over. */
type LiveDay = { day: Day; goLive(): void }

/** Opens the queues, seats the people and lets the calls come. */
export function startDay(pbx: Pbx, options: LiveDayOptions): LiveDay {
  const { queues, backOffice } = staff(pbx, options.specs)
  const day: Day = { pbx, pace: new Pace(pbx.random), backOffice }
  startDispatch(day)
  for (const [index, spec] of options.specs.entries()) {
    const queue = queues[index]
    if (queue) startArrivals(day, naturalStream(day, queue, spec, index, options.callsPerHour))
  }
  for (const phone of pbx.phones.values()) if (phone.members.length > 0) startAgent(day, phone)
  startOfficeDay(day, openOffice(pbx), options.seed)
  const goLive = () => {
    day.pace.speed = options.speed
    if (options.eventsPerSecond !== undefined) startLoad(day, queues, options.eventsPerSecond)
  }
  return { day, goLive }
}

function startLoad(day: Day, queues: readonly Queue[], eventsPerSecond: number): void {
  const load = new Load(day, eventsPerSecond)
  const people = [...day.pbx.phones.values()].filter((phone) => phone.members.length > 0).length
  load.start(people)
  for (const queue of queues) startArrivals(day, load.stream(queue, queues.length))
}
