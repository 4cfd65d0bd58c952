import type { Queue } from '../pbx/records'
import type { Day, Stream } from './day'
import { DAY } from './pace'

/** About what one answered call sends. */
const EVENTS_PER_CALL = 40
/** Calls send their events over minutes, so the rate is corrected slowly. */
const GENTLENESS = 0.3
/** How busy people are under load; the rest keeps the lines short. */
const OCCUPANCY = 0.7

/** Calls as fast as it takes: measures what is sent and corrects the rate every second. */
export class Load {
  private callsPerSecond: number

  constructor(
    private readonly day: Day,
    private readonly eventsPerSecond: number,
  ) {
    this.callsPerSecond = eventsPerSecond / EVENTS_PER_CALL
  }

  /** Shortens everything until the people there can take that many calls. */
  start(people: number): void {
    const { pbx, pace } = this.day
    pace.underLoad = true
    pace.speed = Math.max(1, (DAY.talkMean * this.callsPerSecond) / (OCCUPANCY * people))
    const correct = (sentBefore: number) => {
      pbx.scheduler.after(1000, () => {
        const sent = pbx.eventsSent - sentBefore
        const wanted = sent > 0 ? this.eventsPerSecond / sent : 1
        this.callsPerSecond *= Math.min(1.25, Math.max(0.8, wanted)) ** GENTLENESS
        correct(pbx.eventsSent)
      })
    }
    correct(pbx.eventsSent)
  }

  stream(queue: Queue, queues: number): Stream {
    const rate = () => this.callsPerSecond / queues
    return { queue, rate, highestRate: rate }
  }
}
