import type { Changes } from '@/lib/diff/types'
import { type AlarmLevel, type BrokenLimit, queueAlarmAt } from '@/lib/domain/alarm'
import type { Caller } from '@/lib/domain/caller'
import type { Member } from '@/lib/domain/member'
import { queueFiguresAt } from '@/lib/domain/queue-figures'
import { serviceLevel } from '@/lib/kpi/service-level'
import { percentOf } from '@/lib/kpi/window-tally'
import type { LiveStore } from '@/server/store/types'
import { OfQueues } from './of-queues'

/** A queue that came to another alarm level; `broken`: the worst limit, `null` when all is well again. */
export type AlarmMark = {
  id: string
  at: number
  pbx: string
  /** Asterisk's name, and what people call it. */
  queue: string
  label: string
  level: AlarmLevel
  was: AlarmLevel
  broken: BrokenLimit | null
}

/** Notes when queues fall into alarm and when they come out of it, as the walls show it. */
export class AlarmWatch {
  private readonly members = new OfQueues<Member>()
  private readonly callers = new OfQueues<Caller>()
  private readonly touched = new Set<string>()
  private readonly levels = new Map<string, AlarmLevel>()

  constructor(
    private readonly store: Pick<LiveStore, 'tables' | 'links'>,
    private readonly tell: (mark: AlarmMark) => void,
  ) {}

  take({ queues, members, callers, kpis }: Changes): void {
    for (const id of [...queues.keys(), ...kpis.keys()]) this.touched.add(id)
    for (const id of [...this.members.take(members), ...this.callers.take(callers)]) this.touched.add(id)
  }

  /** To be called every second: waits pass a limit by the clock alone. What is not live stands still. */
  look(now: number): void {
    const { tables, links } = this.store
    for (const id of new Set([...this.touched, ...this.callers.queues()])) {
      const queue = tables.queues.get(id)
      if (queue !== undefined && links.get(queue.pbx)?.state !== 'live') continue
      this.touched.delete(id)
      if (queue === undefined) {
        this.levels.delete(id)
        continue
      }
      const figures = queueFiguresAt(this.members.of(id), this.callers.of(id), now)
      const kpi = tables.kpis.get(id)
      const inTime = kpi ? percentOf(serviceLevel(kpi.windows.today, kpi.rules.formula)) : null
      const { level, broken } = queueAlarmAt(queue, figures, inTime, now)
      const was = this.levels.get(id) ?? 'calm'
      this.levels.set(id, level)
      if (level === was || !(isAlarm(level) || isAlarm(was))) continue
      const { pbx, name, label } = queue
      this.tell({ id: `${id}|${now}`, at: now, pbx, queue: name, label, level, was, broken: broken[0] ?? null })
    }
  }
}

function isAlarm(level: AlarmLevel): boolean {
  return level === 'warning' || level === 'critical'
}
