import type { Clock } from '@/server/clock'
import type { Log } from '@/server/log'
import { queuesWanted } from '../reports/queues-known'
import type { Cut } from './kept-cut'
import { type SumsDeps, sumsWithKept } from './sums-with-kept'

/** Whoever talked over the turn of the day has hung up by then, most of them; a later word costs one day anew. */
const LOOK_MS = 3_600_000
/** After a start there is more important work. */
const FIRST_LOOK_MS = 300_000
/** Between two queues, for everybody else. */
const PAUSE_MS = 1_000

const HOUR_MS = 3_600_000
/** In what long reports are made: by queue or day, by agent, by the hours of the week. */
const CUTS: readonly Cut[] = [
  { stepMs: null, agents: false },
  { stepMs: null, agents: true },
  { stepMs: HOUR_MS, agents: false },
]

type SumKeeperOptions = Omit<SumsDeps, 'now'> & {
  tables: Parameters<typeof queuesWanted>[0]['tables']
  clock: Clock
  log: Pick<Log, 'warn'>
}

/** Sums the day before before anybody asks for it, queue after queue. */
export class SumKeeper {
  private cancel: () => void
  private readonly closing = new AbortController()
  private queues: string[] = []

  constructor(private readonly options: SumKeeperOptions) {
    this.cancel = options.clock.after(FIRST_LOOK_MS, () => void this.look())
  }

  close(): void {
    this.closing.abort()
    this.cancel()
  }

  /** Sums the day before of one queue. Resolves to whether there are more. */
  async keep(): Promise<boolean> {
    const { clock, dayStart } = this.options
    if (this.queues.length === 0) this.queues = await queuesWanted(this.options, null)
    const queue = this.queues.shift()
    if (queue === undefined) return false
    const now = clock.now()
    const today = dayStart(now)
    const wanted = { from: dayStart(today - 1), to: today, queues: [queue], agent: null }
    const { signal } = this.closing
    for (const cut of CUTS) for await (const _ of sumsWithKept({ ...this.options, now }, wanted, cut, { signal }));
    return this.queues.length > 0
  }

  private async look(): Promise<void> {
    const { clock, log } = this.options
    const { signal } = this.closing
    const isMore = await this.keep().catch((error: unknown) => {
      if (!signal.aborted) log.warn({ err: error }, 'the day before could not be summed; tried again')
      return false
    })
    if (!signal.aborted) this.cancel = clock.after(isMore ? PAUSE_MS : LOOK_MS, () => void this.look())
  }
}
