import type { Clock } from './clock'
import { startDay } from './day/live-day'
import { DEFAULT_SEED, type QueueSpec, type SimulatorOptions } from './options'
import { type EventSink, Pbx } from './pbx/pbx'
import { createRandom } from './random'
import { scheduleScene } from './scene/scene'
import { Scheduler } from './scheduler'

type WorldOptions = {
  clock: Clock
  specs: readonly QueueSpec[]
  options: SimulatorOptions
  /** Minutes of the day that are over already; `null` after a restart: nothing has happened yet. */
  historyMinutes: number | null
  sink: EventSink
  /** Everything due has happened: time to send. */
  settled(): void
}

/** One life of the PBX, from its start to its end. */
export type World = { pbx: Pbx; scheduler: Scheduler }

/** Fast-forwards the past in silence, then lets the clock drive. */
export function startWorld({ clock, specs, options, historyMinutes, sink, settled }: WorldOptions): World {
  const now = clock.now()
  const scheduler = new Scheduler(clock, now - (historyMinutes ?? 0) * 60_000, settled)
  const seed = options.seed ?? DEFAULT_SEED
  const pbx = new Pbx(scheduler, createRandom(seed), createRandom(seed + 1))
  if (options.freeze) {
    scheduleScene(pbx, options.freeze, specs, historyMinutes === null ? null : now)
    scheduler.runUntil(now)
    pbx.listen(sink)
  } else {
    const { callsPerHour, eventsPerSecond, speed } = options
    const { goLive } = startDay(pbx, { specs, callsPerHour, eventsPerSecond, speed: speed ?? 1, seed })
    scheduler.runUntil(now)
    pbx.listen(sink)
    goLive()
  }
  scheduler.start()
  return { pbx, scheduler }
}
